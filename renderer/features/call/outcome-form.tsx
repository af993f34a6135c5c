import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Output } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { atLeast } from '#shared/domain/people'
import type { CallStore } from './call-store.ts'
import { asks, fieldsOf } from './form.ts'
import { FORM_FIELDS } from './form-fields.tsx'
import { useRefusalWords } from './refusal-words.ts'
import { useKeyOf } from '#renderer/ui/keys'
import { TextField } from '#renderer/ui/text-field'
import styles from './form.module.css'

type OutcomeFormProps = { store: CallStore; card: Card; state: Output<'app.state'> }

/** At 200 % zoom the screen scrolls as a whole, and what is asked stands below what was looked at. */
const toSight = (shown: HTMLElement | null): void => {
  shown?.scrollIntoView?.({ block: 'nearest' })
}

const isProof2 = (refusal: string) => refusal === 'proof-bant' || refusal.startsWith('gate-')

/** What the chosen outcome asks for, in place; and what is still missing, all of it. */
export function OutcomeForm({ store, card, state }: OutcomeFormProps) {
  const { t } = useTranslation()
  const keyOf = useKeyOf()
  const refusalWords = useRefusalWords(card)
  const outcome = useStore(store, ({ outcome }) => outcome)
  const form = useStore(store, ({ form }) => form)
  const refusals = useStore(store, ({ refusals }) => refusals)
  const { fill, save } = store.getState()
  const repId = state.atDesk?.id ?? ''
  const fits = useCallback((at: number) => store.getState().fits(repId, at), [store, repId])
  const told = refusals.filter((refusal) => refusal !== 'outcome-missing')
  if (!outcome) return null

  const fields = fieldsOf(outcome).filter((field) => asks(outcome, field, form))
  const mayPass =
    outcome.kind === 'qualified' &&
    atLeast(state.atDesk?.role ?? 'rep', 'team_lead') &&
    [...card.missing, ...told].some(isProof2)
  const name = t(`call.outcome.${outcome.code as 'busy'}`)
  return (
    <section ref={toSight} className={styles.form} aria-label={name} key={outcome.code}>
      <h2>
        <kbd aria-hidden="true">{keyOf(`outcome.${outcome.code}`)}</kbd>
        {name}
      </h2>
      <div className={styles.fields}>
        {outcome.needs.includes('note') && <p className={styles.quiet}>{t('call.form.noteAsked')}</p>}
        {fields.length === 0 && !mayPass && !outcome.needs.includes('note') && (
          <p className={styles.quiet}>{t('call.form.nothing')}</p>
        )}
        {fields.map((field, at) => {
          const FormField = FORM_FIELDS[field]
          return (
            <FormField
              key={field}
              card={card}
              outcome={outcome.kind}
              form={form}
              reasons={state.reasons}
              lists={state.lists}
              zone={state.zone}
              fill={fill}
              save={() => void save()}
              fits={fits}
              isFirst={at === 0}
            />
          )
        })}
        {mayPass && (
          <div className={styles.wide}>
            <TextField
              label={t('call.form.override')}
              value={form.override}
              onChange={(override) => fill({ override })}
              maxLength={200}
            />
          </div>
        )}
      </div>
      {told.length > 0 && (
        <p ref={toSight} role="alert" className={styles.refused}>
          {t('call.refused', { outcome: name, missing: refusalWords(told) })}
        </p>
      )}
    </section>
  )
}
