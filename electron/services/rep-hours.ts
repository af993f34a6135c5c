import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { hours as shape, sameHours } from '#shared/contract/hours'
import { atLeast } from '#shared/domain/people'
import { areHours, byDay, isAway, USUAL_HOURS } from '#shared/domain/rep-hours'
import type { Db } from '#electron/db/open'
import { allReps, findRep, readSetting, writeSetting } from '#electron/db/people'
import { goneReps, hoursKey, storedHours } from '#electron/db/rep-hours'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'

export const hoursHandlers = (deps: Deps) =>
  ({
    'hours.list': () => list(deps.db),
    'hours.save': (input) => save(deps, input),
  }) satisfies Partial<Handlers>

/**
 * Reps who keep no promise at that moment: they left, have a day off, or are outside the hours they gave. Who never
 * gave any is taken to be there, since somebody who stays late should not lose what they promised.
 */
export function absentReps(tx: Db, { zone }: Pick<Deps, 'zone'>, now: number): string[] {
  const away = [...storedHours(tx)].filter(([, value]) => {
    const hours = read(value)
    return hours !== null && isAway(hours, zone, now)
  })
  return [...new Set([...goneReps(tx), ...away.map(([repId]) => repId)])]
}

type Hours = Output<'hours.save'>

/** What no longer has the right shape reads as never said. */
function read(value: unknown): Hours | null {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const older = sameHours.safeParse(value)
  const hours = older.success ? byDay(older.data) : null
  return hours && areHours(hours) ? (hours as Hours) : null
}

/** When a rep works, if they ever said. */
export const hoursOf = (db: Db, repId: string): Hours | null => read(readSetting(db, hoursKey(repId)))

function list(db: Db): Output<'hours.list'> {
  const here = sitting(db)
  const stored = storedHours(db)
  return allReps(db)
    .filter(({ id, active }) => active && (id === here.id || atLeast(here.role, 'team_lead')))
    .map(({ id, name }) => {
      const hours = read(stored.get(id))
      return { repId: id, name, hours: hours ?? (USUAL_HOURS as Hours), usual: hours === null }
    })
}

function save({ db, emit }: Deps, { repId, hours }: Input<'hours.save'>): Output<'hours.save'> {
  db.transaction((tx) => {
    const here = sitting(tx)
    if (!findRep(tx, repId)) throw new AppError('not-found', 'That person is not on the team.', 'rep-unknown')
    if (repId !== here.id && !atLeast(here.role, 'team_lead'))
      throw new AppError('not-allowed', 'Only a team lead sets the hours of others.', 'needs-team-lead')
    writeSetting(tx, hoursKey(repId), hours)
  })
  emit({ kind: 'changed', topics: ['people', 'queue'] })
  return hours
}
