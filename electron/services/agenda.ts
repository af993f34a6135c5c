import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { isPromise } from '#shared/domain/promise'
import { atLeast } from '#shared/domain/people'
import { isAway } from '#shared/domain/rep-hours'
import { zonesOfKey } from '#shared/domain/window'
import { DAY, MINUTE } from '#shared/lib/time'
import { agreedSteps, leadsOnTheLine, promisedCalls, type AgendaRow } from '#electron/db/agenda'
import { insertAssignment, insertPromise, insertText, textsOf } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { findRep } from '#electron/db/people'
import type { Deps } from './deps.ts'
import { caseOf, mustBeSomebody, mustExist, sitting } from './facts.ts'
import { windowIn } from './may-call.ts'
import { gather } from './placing.ts'
import { refresh } from './queue.ts'
import { hoursOf } from './rep-hours.ts'
import { snooze, snoozesOf } from './snooze.ts'

export const agendaHandlers = (deps: Deps) =>
  ({
    'promises.list': (input) => listPromises(deps, input),
    'promises.check': () => checkPromises(deps),
    'promises.move': (input) => movePromise(deps, input),
    'promises.fits': (input) => fits(deps, input),
    'promises.snooze': (input) => snooze(deps, input),
    'promises.give': (input) => givePromise(deps, input),
  }) satisfies Partial<Handlers>

/** What nobody kept is the queue's after this; what lies further ahead, nobody plans. */
const [BACK, AHEAD, MOST] = [60 * DAY, 400 * DAY, 500]
/** Reminders begin 10 min before the time, and end within 2 h of it, snoozes and all; the next are known in advance. */
const [CHECK_BACK, CHECK_AHEAD] = [120 * MINUTE, 30 * MINUTE]

function listPromises(deps: Deps, { scope }: Input<'promises.list'>): Output<'promises.list'> {
  const { db, now } = deps
  const ownerId = scope === 'mine' ? sitting(db).id : null
  const at = now()
  const range = { from: at - BACK, to: at + AHEAD, ownerId, most: MOST }
  const rows = [...promisedCalls(db, range), ...agreedSteps(db, { ...range, from: at })]
  return rows
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .slice(0, MOST)
    .map((row) => itemOf(deps, row))
}

function checkPromises(deps: Deps): Output<'promises.check'> {
  const { db, now } = deps
  const at = now()
  const ownerId = sitting(db).id
  const range = { from: at - CHECK_BACK, to: at + CHECK_AHEAD, ownerId, most: MOST }
  const snoozes = snoozesOf(db, ownerId)
  const onTheLine = new Set(leadsOnTheLine(db))
  return promisedCalls(db, range)
    .filter(({ leadId }) => !onTheLine.has(leadId))
    .map((row) => ({ ...itemOf(deps, row), snoozedUntil: snoozes[row.promiseId] ?? null }))
}

function itemOf(
  { db, zone: here }: Deps,
  { calendar, repId, ownerId, ...row }: AgendaRow,
): Output<'promises.list'>[number] {
  const nameOf = (id: string) => findRep(db, id)?.name ?? ''
  // Of several possible zones the desk's own, by which the time was read when it was given.
  const zones = calendar === null ? [] : zonesOfKey(calendar)
  const zone = zones.includes(here) ? here : (zones[0] ?? null)
  return { ...row, zone, by: nameOf(repId), owner: { id: ownerId, name: nameOf(ownerId) } }
}

function movePromise(
  deps: Deps,
  { promiseId, leadId, at, agreed }: Input<'promises.move'>,
): Output<'promises.move'> {
  const reply = deps.db.transaction((tx): Output<'promises.move'> => {
    const rep = sitting(tx)
    const { placing } = caseOf(tx, deps, leadId)
    mustBeSomebody(tx, leadId)
    const before = placing.standing.open
    if (at <= deps.now()) return { kind: 'refused', reason: 'past' }
    // Somebody called, or moved it, since this screen was drawn.
    if (before?.id !== promiseId || !isPromise(before)) return { kind: 'refused', reason: 'gone' }
    const isTheirs = (placing.standing.ownerId ?? before.repId) === rep.id
    if (!isTheirs && !atLeast(rep.role, 'team_lead'))
      throw new AppError('not-allowed', 'Only a team lead moves what others promised.', 'needs-team-lead')
    const { personId } = placing.facts
    const stamp = { ...stampOf(tx, deps), refersTo: promiseId }
    // Of the call that brought it: an undo of that call takes this along.
    insertPromise(tx, { ...stamp, leadId, personId, callId: before.callId, kind: 'call', dueAt: at, agreed })
    insertText(tx, { factId: stamp.id, field: 'who', personId, text: textsOf(tx, promiseId)['who'] ?? null })
    refresh(tx, deps, [leadId])
    return { kind: 'moved', promiseId: stamp.id, dueAt: at }
  })
  if (reply.kind === 'moved') deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  return reply
}

/** The hours there as the card counts them, at another time than now. */
function fits(deps: Deps, { leadId, repId, at }: Input<'promises.fits'>): Output<'promises.fits'> {
  const { placing, law } = gather(deps.db, deps, leadId)
  const { open, changesAt } = windowIn(placing.calendar, at, law.audience === 'business')
  const hours = hoursOf(deps.db, repId)
  return { open, opensAt: open ? null : changesAt, away: hours !== null && isAway(hours, deps.zone, at) }
}

function givePromise(deps: Deps, { leadId, repId }: Input<'promises.give'>): Output<'promises.give'> {
  const owner = deps.db.transaction((tx) => {
    if (!atLeast(sitting(tx).role, 'team_lead'))
      throw new AppError('not-allowed', 'Only a team lead gives a lead to somebody.', 'needs-team-lead')
    mustExist(tx, leadId)
    const to = findRep(tx, repId)
    if (!to?.active) throw new AppError('not-found', 'That person is not on the team.', 'rep-unknown')
    insertAssignment(tx, { ...stampOf(tx, deps), leadId, callId: null, toRepId: repId })
    refresh(tx, deps, [leadId])
    return { id: to.id, name: to.name }
  })
  deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  return { leadId, owner }
}
