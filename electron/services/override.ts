import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { overrideAt } from '#shared/domain/override'
import { atLeast } from '#shared/domain/people'
import { DAY } from '#shared/lib/time'
import { insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { insertOverride, overridesOf } from '#electron/db/override'
import type { Deps } from './deps.ts'
import { mustBeSomebody, sitting } from './facts.ts'
import { refresh } from './queue.ts'

export const overrideHandlers = (deps: Deps) =>
  ({
    'lead.setScore': (input) => set(deps, input),
    'lead.unsetScore': (input) => unset(deps, input),
  }) satisfies Partial<Handlers>

/** A score by hand: it ends by itself, since it is read from its times, and the computed one goes on beside it. */
function set(deps: Deps, input: Input<'lead.setScore'>): Output<'lead.setScore'> {
  const { leadId, score, points, days, reason } = input
  return deps.db.transaction((tx) => {
    const personId = mayOverride(tx, leadId)
    const stamp = stampOf(tx, deps)
    insertOverride(tx, { ...stamp, leadId, score, points, until: stamp.at + days * DAY })
    insertText(tx, { factId: stamp.id, personId, field: 'reason', text: reason })
    return told(tx, deps, leadId)
  })
}

/** Ends it before its time; that it was set stays a fact. */
function unset(deps: Deps, { leadId, score }: Input<'lead.unsetScore'>): Output<'lead.unsetScore'> {
  return deps.db.transaction((tx) => {
    mayOverride(tx, leadId)
    const inForce = overrideAt(overridesOf(tx, leadId), score, deps.now())
    if (!inForce) return {}
    const stamp = stampOf(tx, deps)
    insertOverride(tx, { ...stamp, refersTo: inForce.id, leadId, score, points: null, until: stamp.at })
    return told(tx, deps, leadId)
  })
}

/** Who it is about. Throws AppError 'not-found', and 'not-allowed' (reason `needs-team-lead`). */
function mayOverride(tx: Db, leadId: string): string {
  if (!atLeast(sitting(tx).role, 'team_lead'))
    throw new AppError('not-allowed', 'Only a team lead sets a score by hand.', 'needs-team-lead')
  const row = findLead(tx, leadId)
  if (!row) throw new AppError('not-found', 'That lead is not here any more.', 'lead-unknown')
  mustBeSomebody(tx, leadId)
  return row.person.id
}

function told(tx: Db, deps: Deps, leadId: string): Output<'lead.setScore'> {
  refresh(tx, deps, [leadId])
  deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  return {}
}
