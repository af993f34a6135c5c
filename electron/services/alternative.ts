import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { LogRefusal } from '#shared/domain/logged'
import { ruleIn, type ReasonRules } from '#shared/domain/reason-set'
import { ALTERNATIVE, closingOf, forget, listNames, madeInCall, madeOf } from '#electron/db/alternative'
import { insertText } from '#electron/db/call'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { isUntouched, openLeadOf, removeLead } from '#electron/db/referral'
import { copyTo } from './batch-deeds.ts'
import type { Deps } from './deps.ts'
import { mustBeSomebody, mustExist, sitting } from './facts.ts'
import { refresh } from './queue.ts'
import { exitThen } from './reason-versions.ts'

export const alternativeHandlers = (deps: Deps) =>
  ({
    'alternative.get': ({ leadId }) => get(deps, leadId),
    'alternative.make': (input) => make(deps, input),
    'alternative.undo': ({ leadId }) => undo(deps, leadId),
  }) satisfies Partial<Handlers>

const CHANGED = { kind: 'changed', topics: ['leads', 'queue'] } as const

/** The change by which a lead stands closed for needing another product; null when it does not. */
function closingFor(tx: Db, leadId: string): string | null {
  const closing = closingOf(tx, leadId)
  return closing && exitThen(tx, closing) === 'alternative' ? closing.id : null
}

function get({ db }: Deps, leadId: string): Output<'alternative.get'> {
  const row = findLead(db, leadId)
  const closing = closingFor(db, leadId)
  if (!row || closing === null) return null
  const made = madeOf(db, closing)
  return {
    made,
    lists: listNames(db).filter(
      ({ id }) => id !== row.lead.listId && openLeadOf(db, row.lead.personId, id) === null,
    ),
  }
}

function make(deps: Deps, { leadId, listId }: Input<'alternative.make'>): Output<'alternative.make'> {
  const made = deps.db.transaction((tx) => {
    sitting(tx)
    mustExist(tx, leadId)
    mustBeSomebody(tx, leadId)
    const closing = closingFor(tx, leadId)
    if (closing === null || madeOf(tx, closing) !== null)
      throw new AppError(
        'conflict',
        'It does not stand closed for needing another product.',
        'no-alternative',
      )
    const personId = findLead(tx, leadId)?.lead.personId ?? ''
    if (openLeadOf(tx, personId, listId) !== null)
      throw new AppError('conflict', 'They have an open lead on that list already.', 'open-there')
    if (!listNames(tx).some(({ id }) => id === listId))
      throw new AppError('not-found', 'That list is not here any more.', 'list-unknown')
    return copyFor(tx, deps, { closing, leadId, personId, listId })
  })
  deps.emit(CHANGED)
  return { leadId: made }
}

type Copying = { closing: string; leadId: string; personId: string; listId: string }

function copyFor(tx: Db, deps: Deps, { closing, leadId, personId, listId }: Copying): string {
  const id = copyTo(tx, deps, leadId, listId)
  insertText(tx, { factId: closing, personId, field: ALTERNATIVE, text: id })
  refresh(tx, deps, [id, leadId])
  return id
}

type Offered = { personId: string; reason: string | null; listId: string }

/** Why a list can't be given with the outcome of a call; empty when it can. Throws AppError 'not-found'. */
export function offerProblems(
  tx: Db,
  rules: ReasonRules,
  { personId, reason, listId }: Offered,
): LogRefusal[] {
  if (reason === null || ruleIn(rules, reason).exit !== 'alternative')
    return ['alternative-not-for-this-reason']
  if (!listNames(tx).some(({ id }) => id === listId))
    throw new AppError('not-found', 'That list is not here any more.', 'list-unknown')
  return openLeadOf(tx, personId, listId) === null ? [] : ['alternative-open-there']
}

/** Once the call that closed a lead is written: the lead that they get instead. */
export function offer(tx: Db, deps: Deps, lead: { leadId: string; personId: string; listId: string }): void {
  const closing = closingFor(tx, lead.leadId)
  if (closing !== null) copyFor(tx, deps, { ...lead, closing })
}

/** Undo: it goes as it came, unless somebody worked on it since. Null when the call made none. */
export function withdraw(
  tx: Db,
  call: { id: string; leadId: string },
): { list: string; stays: boolean } | null {
  const made = madeInCall(tx, call)
  if (!made) return null
  const stays = !isUntouched(tx, made.leadId)
  if (!stays) removeLead(tx, made.leadId, -1)
  return { list: made.listName, stays }
}

function undo(deps: Deps, leadId: string): Record<string, never> {
  deps.db.transaction((tx) => {
    sitting(tx)
    const closing = closingFor(tx, leadId)
    const made = closing === null ? null : madeOf(tx, closing)
    if (closing === null || !made)
      throw new AppError('conflict', 'There is no such lead any more.', 'no-alternative')
    if (!isUntouched(tx, made.leadId))
      throw new AppError('conflict', 'Somebody worked on it since.', 'worked-on')
    forget(tx, closing)
    removeLead(tx, made.leadId, -1)
    refresh(tx, deps, [leadId])
  })
  deps.emit(CHANGED)
  return {}
}
