import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { leadsTo } from '#shared/domain/change'
import { atLeast, type Role } from '#shared/domain/people'
import { reasonKind } from '#shared/domain/reason'
import { reasonRule } from '#shared/domain/reason-set'
import { mayGo, type Stage, STAGES } from '#shared/domain/stage'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import type { LeadState } from './lead-store.ts'
import { useRefusalWords } from './refusal-words.ts'
import styles from './lead.module.css'

const OWN = 'own'

type Props = { card: Card; store: LeadState; role: Role; reasons: Output<'app.state'>['reasons'] }

/** A move with its reason. Only what the map of stages allows is offered; the engine says what is missing. */
export function MoveForm({ card, store, role, reasons: known }: Props) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const refusalWords = useRefusalWords(card)
  const [to, choose] = useState<Stage | null>(null)
  const [reasonId, setReasonId] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [override, setOverride] = useState('')
  const { refused, forget } = store
  const stage = to && t(`common.stage.${to}`)
  const refusedBefore = card.history.some(
    ({ kind, reason }) => kind === 'stage' && reasonKind(reason) === 'refused',
  )
  const reasons = known.map(reasonRule).filter((rule) => rule.on && leadsTo(rule, () => refusedBefore) === to)
  const isOwn = reasons.length === 0 || reasonId === OWN
  // Before the ladder did, that is only done with a why.
  const asksWords = reasonKind(reasonId) === 'unreachable'
  const lacksBant = refused?.reasons.some((one) => one === 'proof-bant' || one.startsWith('gate-')) ?? false

  const move = async () => {
    if (!to) return
    const reason = (isOwn ? words.trim() : reasonId) || null
    const beside = asksWords ? words.trim() || null : null
    if (await store.move({ to, reason, words: beside, override: override.trim() || null })) {
      say(t('lead.moved', { name: card.person.name, stage: stage ?? '' }))
      pick(null)
    }
  }
  const pick = (next: Stage | null) => {
    choose(next)
    setReasonId(null)
    setWords('')
    setOverride('')
    forget()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void move()
  }
  return (
    <form className={styles.move} onSubmit={submit}>
      <Select
        label={t('lead.moveTo')}
        placeholder={t('lead.choose')}
        options={STAGES.filter((id) => mayGo(card.stage, id)).map((id) => ({
          id,
          name: t(`common.stage.${id}`),
        }))}
        value={to}
        onChange={pick}
      />
      {to && reasons.length > 0 && (
        <Select
          label={t('lead.why')}
          placeholder={t('call.form.reasonChoose')}
          options={[
            ...reasons.map(({ code }) => ({ id: code, name: t(`call.reason.${code as 'timing'}`) })),
            { id: OWN, name: t('lead.whyOwn') },
          ]}
          value={reasonId}
          onChange={setReasonId}
        />
      )}
      {to && (isOwn || asksWords) && (
        <TextField
          label={reasons.length > 0 ? t('lead.whyOwn') : t('lead.why')}
          value={words}
          onChange={setWords}
          maxLength={2000}
        />
      )}
      {to && lacksBant && atLeast(role, 'team_lead') && (
        <TextField
          label={t('lead.override')}
          hint={t('lead.overrideHint')}
          value={override}
          onChange={setOverride}
          maxLength={200}
        />
      )}
      {to && <Button type="submit">{t('lead.move', { stage: stage ?? '' })}</Button>}
      {refused && (
        <div role="alert" className={styles.refused}>
          <p>{t('lead.refused', { stage: t(`common.stage.${refused.to}`) })}</p>
          <ul>
            {refused.reasons.map((one) => (
              <li key={one}>{refusalWords(one)}</li>
            ))}
          </ul>
        </div>
      )}
    </form>
  )
}
