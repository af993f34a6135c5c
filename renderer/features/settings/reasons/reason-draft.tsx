import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { reasonProblems } from '#shared/domain/reason-check'
import { DatedSave, useTellSaved } from '../dated-save.tsx'
import { NewReason } from './new-reason.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { isSame, tidied, type Entry } from './reason-entry.ts'
import { ReasonTable } from './reason-table.tsx'
import { useReasonWords } from './use-reason-words.ts'

type Props = { call: Call; got: Output<'reason.get'>; mayChange: boolean; onSaved: () => void }

/** The reasons as they would be: nothing is in force until it is saved. */
export function ReasonDraft({ call, got, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const tellSaved = useTellSaved()
  const before = got.versions.find(({ version }) => version === got.inForce)?.reasons ?? NONE
  const [draft, set] = useState(before)
  const [from, setFrom] = useState('')
  const [openCode, open] = useState<string | null>(null)
  const [isAdding, add] = useState(false)
  const [refused, refuse] = useState<string[]>([])
  const words = useReasonWords(draft)
  const known = useMemo(
    () => new Set(got.versions.flatMap(({ reasons }) => reasons.map(({ code }) => code))),
    [got.versions],
  )
  const problems = reasonProblems(tidied(draft))
  const entry = draft.find(({ code }) => code === openCode) ?? null
  const isChanged = !isSame(draft, before)

  const change = (code: string, to: Partial<Entry>) => {
    refuse([])
    set((entries) => entries.map((each) => (each.code === code ? { ...each, ...to } : each)))
  }
  const save = async () => {
    if (problems.length > 0) return refuse([...new Set(problems.map(words.refusal))])
    const reply = await call('reason.save', { reasons: tidied(draft), from: from || null })
    if (reply.kind === 'refused') return refuse([...new Set(reply.reasons.map(words.refusal))])
    tellSaved(reply.version, from)
    onSaved()
  }
  return (
    <>
      <ReasonTable entries={draft} words={words} problems={problems} onOpen={open} />
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
        addLabel={t('reasons.add')}
        onAdd={mayChange ? () => add(true) : null}
      />
      {entry && (
        <ReasonDialog
          entry={entry}
          isNew={!known.has(entry.code)}
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
      <NewReason
        isOpen={isAdding}
        known={new Set([...known, ...draft.map(({ code }) => code)])}
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
