import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dayOf } from '#shared/domain/calendar'
import { answerBy } from '#shared/domain/erasing'
import { erasuresOf, findErasure, insertErasure, type Erasure } from '#electron/db/erasures'
import { stampOf } from '#electron/db/facts'
import { selvesOf } from '#electron/db/give'
import { findRep } from '#electron/db/people'
import type { Db } from '#electron/db/open'
import type { Deps } from '../deps.ts'
import { sitting } from '../facts.ts'
import { admin, rowOf } from './who.ts'

export const requestHandlers = (deps: Deps) =>
  ({
    'erase.ask': (input) => ask(deps, input),
    'erase.state': ({ leadId }) => stateOf(deps.db, leadId),
    'erase.withdraw': (input) => withdraw(deps, input),
  }) satisfies Partial<Handlers>

type Asked = Erasure & { askedOn: string }

/** Wishes that nobody has answered yet: of a person and of whoever was found to be the same one, in the order they came. */
function openRequests(db: Db, personId: string): Asked[] {
  const facts = erasuresOf(db, selvesOf(db, personId))
  const settled = new Set(facts.map(({ refersTo }) => refersTo))
  return facts.filter(
    (fact): fact is Asked => fact.kind === 'asked' && fact.askedOn !== null && !settled.has(fact.id),
  )
}
export const openRequest = (db: Db, personId: string): Asked | null => openRequests(db, personId)[0] ?? null

/** Said again, the first day counts: the time to answer runs from there. */
function ask(deps: Deps, { leadId, askedOn }: Input<'erase.ask'>): Output<'erase.ask'> {
  const { db, zone, now, emit } = deps
  if (askedOn > dayOf(zone, now())) throw new AppError('conflict', 'That day is still to come.', 'day-ahead')
  const dueOn = db.transaction((tx) => {
    sitting(tx)
    const { person } = rowOf(tx, leadId)
    if (person.erasedAt !== null) throw new AppError('conflict', 'That person was erased already.', 'erased')
    const open = openRequest(tx, person.id)
    if (open) return answerBy(open.askedOn)
    insertErasure(tx, { ...stampOf(tx, deps), personId: person.id, kind: 'asked', cause: 'request', askedOn })
    return answerBy(askedOn)
  })
  emit({ kind: 'changed', topics: ['leads'] })
  return { dueOn }
}

function stateOf(db: Db, leadId: string): Output<'erase.state'> {
  const { person } = rowOf(db, leadId)
  const open = person.erasedAt === null ? openRequest(db, person.id) : null
  return {
    erasedAt: person.erasedAt,
    asked: open && {
      on: open.askedOn,
      dueOn: answerBy(open.askedOn),
      by: findRep(db, open.repId)?.name ?? null,
    },
  }
}

function withdraw(deps: Deps, { requestId }: Input<'erase.withdraw'>): Output<'erase.withdraw'> {
  const { db, emit } = deps
  db.transaction((tx) => {
    admin(tx)
    const found = findErasure(tx, requestId)
    if (!found || !openRequests(tx, found.personId).some(({ id }) => id === requestId))
      throw new AppError('not-found', 'That request is settled already.', 'request-settled')
    const { personId, cause, askedOn } = found
    insertErasure(tx, {
      ...stampOf(tx, deps),
      refersTo: requestId,
      personId,
      kind: 'withdrawn',
      cause,
      askedOn,
    })
  })
  emit({ kind: 'changed', topics: ['leads'] })
  return {}
}
