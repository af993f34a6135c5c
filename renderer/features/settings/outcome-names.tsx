import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Input, Output } from '#shared/contract/api'
import { FLAGS, has } from '#shared/domain/outcome'
import { useAnnouncer } from '#renderer/ui/announce'
import { Card } from '#renderer/ui/card'
import { Kbd } from '#renderer/ui/kbd'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { TextField } from '#renderer/ui/text-field'
import { SaveBar } from './save-bar.tsx'
import styles from './settings.module.css'

type Props = { call: Call; mayChange: boolean }
type Entries = Input<'outcome.save'>['outcomes']

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
            entries={newest?.outcomes ?? []}
            mayChange={mayChange}
            onSaved={() => void load()}
          />
        )}
      </Shown>
    </Card>
  )
}

type EditorProps = Props & { entries: Entries; onSaved: () => void }

function Editor({ call, entries, mayChange, onSaved }: EditorProps) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [draft, set] = useState(entries)
  const [refused, refuse] = useState<string[]>([])
  const nameOf = (id: string, lng?: string) => t(`call.outcome.${id as 'busy'}`, lng ? { lng } : {})
  const save = async () => {
    const reply = await call('outcome.save', { outcomes: withoutBlanks(draft), from: null })
    if (reply.kind === 'refused') {
      const words = reply.reasons.map(({ reason, subject }) =>
        t(`outcomes.refused.${reason}` as 'outcomes.refused.label-missing', {
          outcome: nameOf(subject ?? ''),
        }),
      )
      return refuse(words)
    }
    notify({ text: t('outcomes.saved', { version: reply.version }) })
    onSaved()
  }
  return (
    <>
      <ul className={styles.gradeRows}>
        {draft.map(({ code: id, kind, key, label }) => (
          <li key={id}>
            {(['en', 'es'] as const).map((language) => (
              <TextField
                key={language}
                bareLabel
                label={t(language === 'en' ? 'outcomes.inEnglish' : 'outcomes.inSpanish', {
                  outcome: nameOf(id),
                })}
                placeholder={nameOf(id, language)}
                value={label?.[language] ?? ''}
                onChange={(text) =>
                  set((before) =>
                    before.map((each) =>
                      each.code === id ? { ...each, label: { ...(label ?? NONE), [language]: text } } : each,
                    ),
                  )
                }
                isReadOnly={!mayChange}
                maxLength={40}
              />
            ))}
            <Kbd>{key}</Kbd>
            <small className={styles.meaning}>
              {FLAGS.filter((flag) => has(kind, flag))
                .map((flag) => t(`outcomes.flag.${flag}`))
                .join(', ') || t('outcomes.noFlag')}
            </small>
          </li>
        ))}
      </ul>
      <SaveBar
        isChanged={JSON.stringify(withoutBlanks(draft)) !== JSON.stringify(withoutBlanks(entries))}
        refused={refused}
        onSave={() => void save()}
        onDiscard={() => {
          set(entries)
          refuse([])
        }}
      />
    </>
  )
}

const NONE = { en: '', es: '' }
/** Both blank is ours. */
const withoutBlanks = (entries: Entries): Entries =>
  entries.map((entry) =>
    `${entry.label?.en}${entry.label?.es}`.trim() === '' ? { ...entry, label: null } : entry,
  )
