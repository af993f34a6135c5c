import { useState } from 'react'

import type { Call } from '#shared/contract/api'
import type { Labelled } from '#shared/domain/catalogue'
import type { Catalogue, Got, Problem, SetWords } from './catalogue.ts'
import { DraftSave } from './draft-save.tsx'
import { tidied } from './entries.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { EntryTable } from './entry-table.tsx'
import { useTellSaved } from './tell-saved.ts'
import { useTerms } from './use-terms.ts'

type Props<E extends Labelled, P extends Problem, W extends SetWords<E, P>> = {
  of: Catalogue<E, P, W>
  call: Call
  got: Got<E>
  mayChange: boolean
  onSaved: () => void
}

/** The set as it would be: nothing is in force until it is saved. */
export function CatalogueDraft<E extends Labelled, P extends Problem, W extends SetWords<E, P>>(
  props: Props<E, P, W>,
) {
  const { of, call, got, mayChange, onSaved } = props
  const { isOwn, New, Preview } = of
  const tellSaved = useTellSaved()
  const before = got.versions.find(({ version }) => version === got.inForce)?.set ?? []
  const [draft, set] = useState(before)
  const [from, setFrom] = useState('')
  const [openCode, open] = useState<string | null>(null)
  const [isAdding, add] = useState(false)
  const [refused, refuse] = useState<string[]>([])
  const words = of.wordsOf(useTerms(), draft)
  const wanted = tidied(draft, isOwn)
  const problems = of.problemsOf(wanted, got.versions)
  const entry = draft.find(({ code }) => code === openCode)
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(tidied(before, isOwn))
  const known = new Set(got.versions.flatMap((version) => version.set.map(({ code }) => code)))

  const tell = (found: readonly P[]) => refuse([...new Set(found.map(words.refusal))])
  const save = async () => {
    if (problems.length > 0) return tell(problems)
    const reply = await of.save(call, { set: wanted, from: from || null })
    if (reply.kind === 'refused') return tell(reply.reasons)
    tellSaved(reply.version, from)
    onSaved()
  }
  return (
    <>
      <EntryTable of={of} entries={draft} words={words} problems={problems} onOpen={open} />
      <DraftSave
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
        addLabel={words.add}
        onAdd={mayChange ? () => add(true) : null}
      />
      {isChanged && Preview && <Preview call={call} entries={wanted} words={words} />}
      {entry && (
        <EntryDialog
          of={of}
          entry={entry}
          isNew={!known.has(entry.code)}
          words={words}
          problems={problems.filter(({ subject }) => subject === entry.code)}
          mayChange={mayChange}
          onChange={(to) => {
            refuse([])
            set((entries) => entries.map((each) => (each.code === to.code ? to : each)))
          }}
          onRemove={() => {
            open(null)
            set((entries) => entries.filter(({ code }) => code !== entry.code))
          }}
          onClose={() => open(null)}
        />
      )}
      <New
        words={words}
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
