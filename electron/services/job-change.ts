import type { Handlers, Input, Output } from '#shared/contract/api'
import { readEdit, type EditField } from '#shared/domain/edit'
import { insertText } from '#electron/db/call'
import { phonesOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import { aroundOf, backOf, refuse, whole, write } from './edit.ts'
import { FIELDS, rowOf } from './edit-fields.ts'

export const jobHandlers = (deps: Deps) =>
  ({
    'lead.changeJob': (input) => change(deps, input),
    'lead.unchangeJob': (input) => back(deps, input),
  }) satisfies Partial<Handlers>

/** By which the timeline tells a job that was changed from a company that was misspelt. */
const DEED = 'job'

type Wanted = { field: EditField; of: string | null; value: string }

/** Every part is an edit of its own, so that each is told and found like any other; whole or not at all. */
function change(deps: Deps, input: Input<'lead.changeJob'>): Output<'lead.changeJob'> {
  const { leadId } = input
  return whole(deps, leadId, 'company', (tx): Output<'lead.changeJob'> => {
    const editIds: string[] = []
    for (const { field, of, value } of wantedOf(tx, input)) {
      const around = aroundOf(tx, deps, leadId, of)
      const read = readEdit(field, value, around.row.person.country)
      const before = FIELDS[field].now(around)
      if (!read.ok || before === null) return refuse('changed-since')
      if (before === read.value.text) continue
      const done = write(around, field, read.value, before, null)
      // Of these fields none refuses what was read; one that did would leave half of it.
      if (done.kind === 'refused') throw new Error(`${field} was refused: ${done.reason}`)
      insertText(tx, { factId: done.editId, field: 'deed', personId: around.row.person.id, text: DEED })
      editIds.push(done.editId)
    }
    return editIds.length > 0 ? { kind: 'saved', editIds } : { kind: 'unchanged' }
  })
}

/** A number that asked for silence, or is dead already, stays what it is. */
function wantedOf(tx: Db, { leadId, company, title, gone }: Input<'lead.changeJob'>): Wanted[] {
  const theirs = phonesOf(tx, rowOf(tx, leadId).person.id).filter(
    ({ id, status }) => gone.includes(id) && (status === 'ok' || status === 'switchboard'),
  )
  return [
    { field: 'company', of: null, value: company },
    { field: 'title', of: null, value: title },
    ...theirs.map(({ id }) => ({ field: 'phone.status', of: id, value: 'wrong_person' }) as const),
  ]
}

function back(deps: Deps, { leadId, editIds }: Input<'lead.unchangeJob'>): Output<'lead.unchangeJob'> {
  return whole(deps, leadId, 'company', (tx): Output<'lead.unchangeJob'> => {
    const parts = editIds.map((editId) => backOf(tx, deps, leadId, editId))
    const refused = parts.find((part) => part.kind === 'refused')
    if (refused) return refused
    const done = parts.map((part) => {
      const written = part.kind === 'may' ? part.write() : part
      if (written.kind === 'refused') throw new Error(`An edit was refused: ${written.reason}`)
      return written.editId
    })
    return { kind: 'saved', editIds: done }
  })
}
