import type { Input } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dayOf } from '#shared/domain/calendar'
import { atLeast } from '#shared/domain/people'
import { insertBasis } from '#electron/db/basis'
import { insertSuppression, insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { wishesOf } from '#electron/db/merge-wishes'
import type { Db } from '#electron/db/open'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from './deps.ts'
import { caseOf, mustBeSomebody, sitting } from './facts.ts'
import { refresh } from './queue.ts'

/** Why it ended: they agreed anew. */
const SOURCE = 'consent'

/** What was asked for is over once a team lead has proof that the person agreed anew (PRODUCT.md section 4). */
export function lift(deps: Deps, input: Input<'wishes.lift'>): Record<string, never> {
  deps.db.transaction((tx) => end(tx, deps, input))
  deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  return {}
}

function end(tx: Db, deps: Deps, { leadId, on, source, proof }: Input<'wishes.lift'>): void {
  if (!atLeast(sitting(tx).role, 'team_lead'))
    throw new AppError('not-allowed', 'Only a team lead lifts a wish not to be called.', 'needs-team-lead')
  const { zone, row } = caseOf(tx, deps, leadId)
  mustBeSomebody(tx, leadId)
  const { personId } = row.lead
  const wishes = wishesOf(tx, 'person', personId).filter(({ channel }) => channel === 'call')
  if (wishes.length === 0)
    throw new AppError('not-found', 'No wish of theirs stands any more.', 'wish-unknown')
  if (on > dayOf(zone, deps.now())) throw new AppError('conflict', 'That day is still to come.', 'day-ahead')
  if (wishes.some(({ at }) => on < dayOf(zone, at)))
    throw new AppError('conflict', 'They asked for silence after that day.', 'consent-older')
  const stamp = stampOf(tx, deps)
  insertBasis(tx, { ...stamp, personId, channel: 'call', kind: 'consent', given: true, on })
  insertText(tx, { factId: stamp.id, personId, field: 'source', text: source })
  insertText(tx, { factId: stamp.id, personId, field: 'proof', text: proof })
  for (const { id } of wishes)
    insertSuppression(tx, {
      ...stampOf(tx, deps),
      refersTo: id,
      scope: 'person',
      channel: 'call',
      personId,
      leadId,
      source: SOURCE,
      lifted: true,
    })
  refresh(tx, deps, leadsOfPerson(tx, personId))
}
