import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { deskKeys } from '#shared/domain/command'
import { outcomeProblems } from '#shared/domain/outcome-check'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import { TextField } from '#renderer/ui/text-field'
import { useNow } from '#renderer/ui/use-now'
import { isEarlier, standOf } from '../dated-versions.tsx'
import { SaveBar } from '../save-bar.tsx'
import { isSame, tidied, type Entry } from './entry.ts'
import { NewOutcome } from './new-outcome.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { OutcomePreview } from './outcome-preview.tsx'
import { OutcomeTable } from './outcome-table.tsx'
import { useOutcomeWords } from './use-outcome-words.ts'
import styles from './outcomes.module.css'

type Props = { call: Call; got: Output<'outcome.get'>; mayChange: boolean; onSaved: () => void }

/** The outcomes as they would be: nothing is in force until it is saved. */
export function OutcomeDraft({ call, got, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { notify } = useAnnouncer()
  const before = got.versions.find(({ version }) => version === got.inForce)?.outcomes ?? NONE
  const [draft, set] = useState(before)
  const [from, setFrom] = useState('')
  const [openCode, open] = useState<string | null>(null)
  const [isAdding, add] = useState(false)
  const [refused, refuse] = useState<string[]>([])
  const words = useOutcomeWords(draft)
  const around = useMemo(() => {
    const earlier = got.versions.flatMap(({ outcomes }) => outcomes)
    return { kinds: new Map(earlier.map(({ code, kind }) => [code, kind])), taken: new Map(deskKeys()) }
  }, [got.versions])
  const problems = outcomeProblems(tidied(draft), around)
  const entry = draft.find(({ code }) => code === openCode) ?? null
  const isChanged = !isSame(draft, before)
  const overtaken = got.versions.find(
    (one) => standOf(one, got.versions, got.inForce, now) === 'planned' && isEarlier(from, one.from),
  )

  const change = (code: string, to: Partial<Entry>) => {
    refuse([])
    set((entries) => entries.map((each) => (each.code === code ? { ...each, ...to } : each)))
  }
  const save = async () => {
    const reply = await call('outcome.save', { outcomes: tidied(draft), from: from || null })
    if (reply.kind === 'refused') return refuse([...new Set(reply.reasons.map(words.refusal))])
    const { version } = reply
    const text = from
      ? t('outcomes.savedFrom', { version, from: format.date(from) })
      : t('outcomes.saved', { version })
    notify({ text })
    onSaved()
  }
  return (
    <>
      <OutcomeTable entries={draft} words={words} problems={problems} onOpen={open} />
      <div className={styles.bar}>
        {mayChange && (
          <Button small icon={<Plus size={14} aria-hidden />} onPress={() => add(true)}>
            {t('outcomes.add')}
          </Button>
        )}
        {isChanged && (
          <div className={styles.from}>
            <TextField
              type="date"
              label={t('outcomes.from')}
              hint={t('outcomes.fromHint')}
              value={from}
              onChange={setFrom}
            />
          </div>
        )}
      </div>
      {isChanged && overtaken && (
        <p className={styles.warn}>
          {t('outcomes.replaces', { version: overtaken.version, from: format.moment(overtaken.from ?? 0) })}
        </p>
      )}
      <SaveBar
        isChanged={isChanged}
        refused={refused}
        onSave={() => void save()}
        onDiscard={() => {
          set(before)
          refuse([])
        }}
      />
      {isChanged && <OutcomePreview call={call} outcomes={draft} words={words} />}
      {entry && (
        <OutcomeDialog
          entry={entry}
          isNew={!around.kinds.has(entry.code)}
          words={words}
          problems={problems.filter(({ subject }) => subject === entry.code)}
          mayChange={mayChange}
          onChange={(to) => change(entry.code, to)}
          onRemove={() => {
            open(null)
            set((entries) => entries.filter(({ code }) => code !== entry.code))
          }}
          onClose={() => open(null)}
        />
      )}
      <NewOutcome
        isOpen={isAdding}
        words={words}
        known={new Set([...around.kinds.keys(), ...draft.map(({ code }) => code)])}
        onAdd={(made) => {
          add(false)
          set((entries) => [...entries, made])
          open(made.code)
        }}
        onClose={() => add(false)}
      />
    </>
  )
}

const NONE: Entry[] = []
