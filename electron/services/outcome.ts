import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { deskKeys } from '#shared/domain/command'
import { outcomeProblems } from '#shared/domain/outcome-check'
import type { OutcomeSet } from '#shared/domain/outcome-set'
import { atLeast } from '#shared/domain/people'
import type { Db } from '#electron/db/open'
import { allReps } from '#electron/db/people'
import { insertRules } from '#electron/db/rules'
import { beginning, FROM_PAST } from './dated-versions.ts'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { kindsOf, outcomesAt, OUTCOMES_KIND, outcomeVersions, type OutcomesData } from './outcome-versions.ts'
import { definitionOf, frameworks } from './rules.ts'

type Saved = Output<'outcome.save'>

export const outcomeHandlers = (deps: Deps) =>
  ({
    'outcome.get': () => get(deps),
    'outcome.save': ({ outcomes, from }) => save(deps, outcomes, from),
    'outcome.restore': ({ version, from }) => save(deps, setOf(deps.db, version), from),
  }) satisfies Partial<Handlers>

/** Every version, the newest first, and which is in force. */
function get({ db, now }: Deps): Output<'outcome.get'> {
  const reps = new Map(allReps(db).map(({ id, name }) => [id, name]))
  return {
    inForce: outcomesAt(db, now()).version,
    versions: outcomeVersions(db)
      .toReversed()
      .map(({ version, at, repId, from, set }) => ({
        version,
        at,
        by: repId === null ? null : (reps.get(repId) ?? null),
        from: version === 0 ? null : from,
        outcomes: onWire(set),
      })),
  }
}

/**
 * A new version, in force from the beginning of a day here, or from now on. One that was planned and begins later than
 * a version saved after it never comes into force. Throws AppError 'not-allowed' (admins only).
 */
function save(deps: Deps, outcomes: OutcomeSet, day: string | null): Saved {
  const { db, now, zone } = deps
  const rep = sitting(db)
  if (!atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin changes the outcomes.', 'needs-admin')
  const from = beginning(zone, now(), day)
  const reasons = outcomeProblems(outcomes, { kinds: kindsOf(db), taken: takenKeys(db) })
  if (from === 'past' || reasons.length > 0)
    return { kind: 'refused', reasons: [...reasons, ...(from === 'past' ? [FROM_PAST] : [])] }
  const data: OutcomesData = { from, outcomes }
  const version = db.transaction((tx) =>
    insertRules(tx, { kind: OUTCOMES_KIND, data, at: now(), repId: rep.id }),
  )
  deps.emit({ kind: 'changed', topics: ['rules'] })
  return { kind: 'saved', version, from }
}

function setOf(db: Db, version: number): OutcomeSet {
  const found = outcomeVersions(db).find((one) => one.version === version)
  if (!found) throw new AppError('not-found', 'There is no version of that number.', 'version-unknown')
  return found.set
}

/** Keys of the desk's other commands, criteria of the team's own frameworks among them. */
function takenKeys(db: Db): ReadonlyMap<string, string> {
  const criteria = frameworks(db).flatMap((id) => definitionOf(db, id)?.definition.criteria ?? [])
  return new Map([
    ...deskKeys(),
    ...criteria.map(({ id, key }) => [key.toUpperCase(), `open.${id}`] as const),
  ])
}

const onWire = (set: OutcomeSet): Input<'outcome.save'>['outcomes'] =>
  structuredClone(set) as Input<'outcome.save'>['outcomes']
