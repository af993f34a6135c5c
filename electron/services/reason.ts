import type { Handlers, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { atLeast } from '#shared/domain/people'
import { reasonProblems } from '#shared/domain/reason-check'
import type { ReasonSet } from '#shared/domain/reason-set'
import type { Db } from '#electron/db/open'
import { allReps } from '#electron/db/people'
import { insertRules } from '#electron/db/rules'
import { beginning, FROM_PAST } from './dated-versions.ts'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { REASONS_KIND, reasonsAt, reasonVersions, type ReasonsData } from './reason-versions.ts'

type Saved = Output<'reason.save'>

export const reasonHandlers = (deps: Deps) =>
  ({
    'reason.get': () => get(deps),
    'reason.save': ({ reasons, from }) => save(deps, reasons, from),
    'reason.restore': ({ version, from }) => save(deps, setOf(deps.db, version), from),
  }) satisfies Partial<Handlers>

/** Every version, the newest first, and which is in force. */
function get({ db, now }: Deps): Output<'reason.get'> {
  const reps = new Map(allReps(db).map(({ id, name }) => [id, name]))
  return {
    inForce: reasonsAt(db, now()).version,
    versions: reasonVersions(db)
      .toReversed()
      .map(({ version, at, repId, from, set }) => ({
        version,
        at,
        by: repId === null ? null : (reps.get(repId) ?? null),
        from: version === 0 ? null : from,
        reasons: structuredClone([...set]),
      })),
  }
}

/**
 * A new version, in force from the beginning of a day here, or from now on. What was closed keeps what was said then.
 * Throws AppError 'not-allowed' (admins only).
 */
function save(deps: Deps, reasons: ReasonSet, day: string | null): Saved {
  const { db, now, zone } = deps
  const rep = sitting(db)
  if (!atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin changes the reasons.', 'needs-admin')
  const from = beginning(zone, now(), day)
  const problems = reasonProblems(reasons)
  if (from === 'past' || problems.length > 0)
    return { kind: 'refused', reasons: [...problems, ...(from === 'past' ? [FROM_PAST] : [])] }
  const data: ReasonsData = { from, reasons }
  const version = db.transaction((tx) =>
    insertRules(tx, { kind: REASONS_KIND, data, at: now(), repId: rep.id }),
  )
  deps.emit({ kind: 'changed', topics: ['rules'] })
  return { kind: 'saved', version, from }
}

function setOf(db: Db, version: number): ReasonSet {
  const found = reasonVersions(db).find((one) => one.version === version)
  if (!found) throw new AppError('not-found', 'There is no version of that number.', 'version-unknown')
  return found.set
}
