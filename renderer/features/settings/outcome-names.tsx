import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Input, Output } from '#shared/contract/api'
import { flagsOf } from '#shared/domain/outcome-names'
import { OUTCOME_IDS, OUTCOMES, type OutcomeId } from '#shared/domain/outcome'
import { useAnnouncer } from '#renderer/ui/announce'
import { Card } from '#renderer/ui/card'
import { Kbd } from '#renderer/ui/kbd'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { TextField } from '#renderer/ui/text-field'
import { SaveBar } from './save-bar.tsx'
import styles from './settings.module.css'

type Props = { call: Call; mayChange: boolean }
type Names = Input<'outcome.save'>['names']

/** What the team calls its outcomes, beside what they mean. Each save is a version. */
export function OutcomeNames({ call, mayChange }: Props) {
  const { t } = useTranslation()
  const [got, set] = useState<Loaded<Output<'outcome.get'>>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('outcome.get', {}))), [call])
  useEffect(() => void load(), [load])
  return (
    <Card title={t('outcomes.title')}>
      <p className={styles.note}>{t('outcomes.note')}</p>
      <Shown of={got} onRetry={() => void load()} rows={8}>
        {({ versions: [newest] }) => (
          <Editor
            key={newest?.version ?? 0}
            call={call}
            names={newest?.names ?? {}}
            mayChange={mayChange}
            onSaved={() => void load()}
          />
        )}
      </Shown>
    </Card>
  )
}

type EditorProps = Props & { names: Names; onSaved: () => void }

function Editor({ call, names, mayChange, onSaved }: EditorProps) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [draft, set] = useState(names)
  const [refused, refuse] = useState<string[]>([])
  const nameOf = (id: OutcomeId) => t(`call.outcome.${id}`)
  const save = async () => {
    const reply = await call('outcome.save', { names: withoutBlanks(draft) })
    if (reply.kind === 'refused') {
      const words = reply.reasons.map(({ reason, subject }) =>
        t(`outcomes.refused.${reason}`, { outcome: nameOf(subject) }),
      )
      return refuse(words)
    }
    notify({ text: t('outcomes.saved', { version: reply.version }) })
    onSaved()
  }
  return (
    <>
      <ul className={styles.gradeRows}>
        {OUTCOME_IDS.map((id) => (
          <li key={id}>
            {(['en', 'es'] as const).map((language) => (
              <TextField
                key={language}
                bareLabel
                label={t(language === 'en' ? 'outcomes.inEnglish' : 'outcomes.inSpanish', {
                  outcome: nameOf(id),
                })}
                placeholder={t(`call.outcome.${id}`, { lng: language })}
                value={draft[id]?.[language] ?? ''}
                onChange={(text) =>
                  set((before) => ({ ...before, [id]: { ...(before[id] ?? NONE), [language]: text } }))
                }
                isReadOnly={!mayChange}
                maxLength={40}
              />
            ))}
            <Kbd>{OUTCOMES[id].key}</Kbd>
            <small className={styles.meaning}>
              {flagsOf(id)
                .map((flag) => t(`outcomes.flag.${flag}`))
                .join(', ') || t('outcomes.noFlag')}
            </small>
          </li>
        ))}
      </ul>
      <SaveBar
        isChanged={JSON.stringify(withoutBlanks(draft)) !== JSON.stringify(withoutBlanks(names))}
        refused={refused}
        onSave={() => void save()}
        onDiscard={() => {
          set(names)
          refuse([])
        }}
      />
    </>
  )
}

const NONE = { en: '', es: '' }
/** Both blank is ours. */
const withoutBlanks = (names: Names): Names =>
  Object.fromEntries(Object.entries(names).filter(([, { en, es }]) => `${en}${es}`.trim() !== ''))
