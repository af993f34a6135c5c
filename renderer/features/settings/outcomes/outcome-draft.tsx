import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { deskKeys } from '#shared/domain/command'
import { outcomeProblems } from '#shared/domain/outcome-check'
import { DatedSave, useTellSaved } from '../dated-save.tsx'
import { isSame, tidied, type Entry } from './entry.ts'
import { NewOutcome } from './new-outcome.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { OutcomePreview } from './outcome-preview.tsx'
import { OutcomeTable } from './outcome-table.tsx'
import { useOutcomeWords } from './use-outcome-words.ts'

type Props = { call: Call; got: Output<'outcome.get'>; mayChange: boolean; onSaved: () => void }

/** The outcomes as they would be: nothing is in force until it is saved. */
export function OutcomeDraft({ call, got, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const tellSaved = useTellSaved()
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

  const change = (code: string, to: Partial<Entry>) => {
    refuse([])
    set((entries) => entries.map((each) => (each.code === code ? { ...each, ...to } : each)))
  }
  const save = async () => {
    const reply = await call('outcome.save', { outcomes: tidied(draft), from: from || null })
    if (reply.kind === 'refused') return refuse([...new Set(reply.reasons.map(words.refusal))])
    tellSaved(reply.version, from)
    onSaved()
  }
  return (
    <>
      <OutcomeTable entries={draft} words={words} problems={problems} onOpen={open} />
      <DatedSave
        got={got}
        from={from}
        onFrom={setFrom}
        isChanged={isChanged}
        refused={refused}
        onSave={() => void save()}
        onDiscard={() => {
          set(before)
          refuse([])
        }}
        addLabel={t('outcomes.add')}
        onAdd={mayChange ? () => add(true) : null}
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
