import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dayOf } from '#shared/domain/calendar'
import { basesOf, insertBasis } from '#electron/db/basis'
import { insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from './deps.ts'
import { mustBeSomebody, sitting } from './facts.ts'
import { refresh } from './queue.ts'

export const basisHandlers = (deps: Deps) =>
  ({
    'basis.list': ({ leadId }) => basesOf(deps.db, personOf(deps.db, leadId)),
    'basis.save': (input) => save(deps, input),
  }) satisfies Partial<Handlers>

function personOf(tx: Db, leadId: string): string {
  const row = findLead(tx, leadId)
  if (!row) throw new AppError('not-found', 'That lead is not here any more.', 'lead-unknown')
  return row.person.id
}

/** A fact with its proof; the person's leads in every list follow it at once. */
function save(deps: Deps, input: Input<'basis.save'>): Output<'basis.save'> {
  const { leadId, source, proof, ...basis } = input
  if (basis.on > dayOf(deps.zone, deps.now()))
    throw new AppError('conflict', 'That day is still to come.', 'day-ahead')
  const saved = deps.db.transaction((tx) => {
    sitting(tx)
    const personId = personOf(tx, leadId)
    mustBeSomebody(tx, leadId)
    const stamp = stampOf(tx, deps)
    insertBasis(tx, { ...stamp, ...basis, personId })
    insertText(tx, { factId: stamp.id, field: 'source', personId, text: source })
    insertText(tx, { factId: stamp.id, field: 'proof', personId, text: proof })
    refresh(tx, deps, leadsOfPerson(tx, personId))
    return basesOf(tx, personId)
  })
  deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  return saved
}
