import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { libraryProblems, withRetired, type Objection } from '#shared/domain/objection'
import { OBJECTIONS } from '#shared/domain/objections'
import { atLeast } from '#shared/domain/people'
import { repAtDesk } from '#electron/db/device'
import { stampOf } from '#electron/db/facts'
import { findLead } from '#electron/db/lead'
import { insertObjection, objectionsOf } from '#electron/db/objection'
import type { Db } from '#electron/db/open'
import { insertRules } from '#electron/db/rules'
import type { Deps } from './deps.ts'
import { draftOf } from './draft.ts'
import { mustBeSomebody, mustExist, sitting } from './facts.ts'
import { newestRule } from './rules.ts'

export const objectionHandlers = (deps: Deps) =>
  ({
    'objection.library': () => libraryOf(deps.db),
    'objection.save': (input) => saveLibrary(deps, input),
    'objection.log': (input) => deps.db.transaction((tx) => logObjection(tx, deps, input)),
  }) satisfies Partial<Handlers>

function libraryOf(tx: Db): Output<'objection.library'> {
  return {
    version: newestRule(tx, 'objections')?.version ?? 0,
    objections: every(tx).map((one) => ({ ...one })),
  }
}

function saveLibrary(deps: Deps, { objections }: Input<'objection.save'>): Output<'objection.save'> {
  const rep = repAtDesk(deps.db)
  if (!rep || !atLeast(rep.role, 'team_lead'))
    throw new AppError('not-allowed', 'Only a team lead writes what we answer.', 'needs-team-lead')
  const reasons = libraryProblems(objections)
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const version = deps.db.transaction((tx) => {
    const data = withRetired(libraryOf(tx).objections, objections)
    return insertRules(tx, { kind: 'objections', data, at: deps.now(), repId: rep.id })
  })
  deps.emit({ kind: 'changed', topics: ['rules'] })
  return { kind: 'saved', version }
}

/** What was said is a fact the moment it is said; `takesBack` names one that was not. */
function logObjection(
  tx: Db,
  deps: Deps,
  { leadId, code, takesBack }: Input<'objection.log'>,
): Output<'objection.log'> {
  const rep = sitting(tx)
  mustExist(tx, leadId)
  mustBeSomebody(tx, leadId)
  const personId = findLead(tx, leadId)?.lead.personId ?? ''
  if (!libraryOf(tx).objections.some((one) => one.code === code))
    throw new AppError('invalid-input', 'That objection is not in the library.', 'objection-unknown')
  const before = takesBack && objectionsOf(tx, personId).find(({ id }) => id === takesBack)
  if (takesBack && !before)
    throw new AppError('not-found', 'That objection does not stand any more.', 'objection-gone')
  const callId = before ? before.callId : draftOf(tx, deps, rep, leadId).callId
  insertObjection(tx, { ...stampOf(tx, deps), leadId, personId, callId, code, refersTo: takesBack })
  return objectionsFor(tx, personId)
}

/** As the card shows them. */
export const objectionsFor = (tx: Db, personId: string): Output<'objection.log'> =>
  objectionsOf(tx, personId).map(({ by, ...one }) => ({ ...one, label: labelOf(tx, one.code), by: by ?? '' }))

/** Every code that a fact may have is in the library, retired or not. */
export const labelOf = (tx: Db, code: string): Objection['label'] =>
  every(tx).find((one) => one.code === code)?.label ?? { es: code, en: code }

const every = (tx: Db): readonly Objection[] => newestRule(tx, 'objections')?.data ?? OBJECTIONS
