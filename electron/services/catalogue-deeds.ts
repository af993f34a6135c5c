import { AppError } from '#shared/contract/errors'
import { dayOf, dayStart } from '#shared/domain/calendar'
import type { Labelled } from '#shared/domain/catalogue'
import { atLeast } from '#shared/domain/people'
import type { Db } from '#electron/db/open'
import { allReps } from '#electron/db/people'
import { insertRules } from '#electron/db/rules'
import type { Catalogue } from './catalogue.ts'
import { copied } from './copied.ts'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'

/** What is done with the versions of a set. `problemsOf`: why a version can't be saved; empty = it can. */
export function catalogueDeeds<E extends Labelled, P>(
  { kind, says, all, inForce }: Catalogue<E>,
  problemsOf: (tx: Db, set: readonly E[]) => readonly P[],
) {
  /** Every version, the newest first, and which is in force. */
  const get = ({ db, now }: Deps) => {
    const reps = new Map(allReps(db).map(({ id, name }) => [id, name]))
    return {
      inForce: inForce(db, now()).version,
      versions: all(db)
        .toReversed()
        .map(({ version, at, repId, from, set }) => ({
          version,
          at,
          by: repId === null ? null : (reps.get(repId) ?? null),
          from: version === 0 ? null : from,
          set: copied(set),
        })),
    }
  }

  /**
   * A new version, in force from the beginning of a day here, or from now on. One that was planned and begins later than
   * a version saved after it never comes into force. Throws AppError 'not-allowed' (admins only).
   */
  const save = (deps: Deps, { set, from: day }: { set: readonly E[]; from: string | null }) => {
    const { db, now, zone } = deps
    const rep = sitting(db)
    if (!atLeast(rep.role, 'admin'))
      throw new AppError('not-allowed', `Only an admin changes the ${kind}.`, 'needs-admin')
    const from = beginning(zone, now(), day)
    const problems = problemsOf(db, set)
    if (from === 'past' || problems.length > 0)
      return {
        kind: 'refused' as const,
        reasons: [...problems, ...(from === 'past' ? [FROM_PAST] : [])],
      }
    const version = db.transaction((tx) => insertRules(tx, { ...says(from, set), at: now(), repId: rep.id }))
    deps.emit({ kind: 'changed', topics: ['rules'] })
    return { kind: 'saved' as const, version, from }
  }

  /** A new version that says what an earlier one said. Throws AppError 'not-found'. */
  const restore = (deps: Deps, { version, from }: { version: number; from: string | null }) => {
    const found = all(deps.db).find((one) => one.version === version)
    if (!found) throw new AppError('not-found', 'There is no version of that number.', 'version-unknown')
    return save(deps, { set: found.set, from })
  }
  return { get, save, restore }
}

/** When a version that is saved now begins: null = now; 'past' = on a day that is over, which is never judged anew. */
function beginning(zone: string, now: number, day: string | null): number | 'past' {
  const today = dayOf(zone, now)
  if (day !== null && day < today) return 'past'
  return day === null || day === today ? now : dayStart(zone, day)
}

const FROM_PAST = { reason: 'from-in-the-past', subject: null, field: 'from', by: null } as const
