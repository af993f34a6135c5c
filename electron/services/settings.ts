import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { settings as shape, type Settings } from '#shared/contract/settings'
import { ALL_LISTS } from '#shared/domain/list'
import { commandsOf, type Command } from '#shared/domain/command'
import { firstProblem, tidy } from '#shared/domain/keymap'
import { atLeast } from '#shared/domain/people'
import { NO_DIAL_GOAL } from '#shared/domain/settings'
import { keysOf } from '#shared/lib/table'
import { repAtDesk } from '#electron/db/device'
import type { Db } from '#electron/db/open'
import { allReps, findList, findRep, readSettings, writeSetting } from '#electron/db/people'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { outcomesKnown } from './outcome-versions.ts'

const DEFAULTS: Settings = {
  language: 'en',
  region: null,
  theme: 'system',
  density: 'comfortable',
  dialWith: 'tel',
  line: 'fixed',
  remind: true,
  sound: false,
  goals: NO_DIAL_GOAL,
  singleKeys: true,
  keys: {},
  listId: null,
}
const NAMES = keysOf(DEFAULTS)

/**
 * Whose a setting is. `desk`: of whoever sits here. `own`: of one rep. `first`: of one rep too, but whoever is new
 * starts with what was last chosen at this desk, since phone, light and language are often the same.
 */
const WHOSE: Readonly<Record<keyof Settings, 'desk' | 'own' | 'first'>> = {
  language: 'first',
  region: 'first',
  theme: 'first',
  density: 'first',
  dialWith: 'first',
  line: 'first',
  remind: 'first',
  sound: 'first',
  goals: 'own',
  singleKeys: 'own',
  keys: 'own',
  listId: 'desk',
}

export const settingsHandlers = (deps: Deps) =>
  ({
    'settings.save': (input) => save(deps, input),
    'goals.list': () => goalsOf(deps.db),
    'goals.save': (input) => saveGoals(deps, input),
  }) satisfies Partial<Handlers>

/** Settings of `repId`, by default of who sits here. What no longer has a valid value reads as never set. */
export function settingsOf(db: Db, repId = repAtDesk(db)?.id): Settings {
  const saved = readSettings(db)
  const read = NAMES.map((name) => {
    const values = [repId && saved[ownName(name, repId)], saved[name], DEFAULTS[name]]
    const value = values.map((each) => shape.shape[name].safeParse(each)).find(({ success }) => success)
    return [name, value?.data]
  })
  return Object.fromEntries(read) as Settings
}

const ownName = (name: keyof Settings, repId: string) => `${name}@${repId}`

function save({ db, emit, now }: Deps, changes: Input<'settings.save'>): Output<'settings.save'> {
  return db.transaction((tx) => {
    if (changes.listId && changes.listId !== ALL_LISTS && !findList(tx, changes.listId))
      throw new AppError('not-found', 'That list is not here.', 'list-unknown')
    if (changes.keys) mustBeUsable(changes.keys, commandsOf(outcomesKnown(tx, now())))
    writeSettings(tx, repAtDesk(tx)?.id, changes)
    emit({ kind: 'changed', topics: ['people'] })
    return settingsOf(tx)
  })
}

function goalsOf(db: Db): Output<'goals.list'> {
  const here = sitting(db)
  const mine = allReps(db).filter(
    ({ id, active }) => active && (id === here.id || atLeast(here.role, 'team_lead')),
  )
  return mine.map(({ id, name }) => ({ repId: id, name, goals: settingsOf(db, id).goals }))
}

/** Throws AppError 'not-allowed' (reason `needs-team-lead`) for another rep's. */
function saveGoals({ db, emit }: Deps, { repId, goals }: Input<'goals.save'>): Output<'goals.save'> {
  return db.transaction((tx) => {
    const here = sitting(tx)
    if (!findRep(tx, repId)) throw new AppError('not-found', 'That person is not on the team.', 'rep-unknown')
    if (repId !== here.id && !atLeast(here.role, 'team_lead'))
      throw new AppError('not-allowed', 'Only a team lead sets the goals of others.', 'needs-team-lead')
    writeSettings(tx, repId, { goals })
    emit({ kind: 'changed', topics: ['people'] })
    return goals
  })
}

/** Throws AppError 'conflict' when a key would do two things, or is not ours to take. */
function mustBeUsable(keys: Settings['keys'], commands: readonly Command[]): void {
  const wrong = firstProblem(tidy(keys, commands), commands)
  if (wrong?.problem.kind === 'taken')
    throw new AppError('conflict', `${wrong.problem.chord} does something else already.`, 'key-taken')
  if (wrong) throw new AppError('conflict', `${wrong.problem.chord} can't be a key for that.`, 'key-unusable')
}

/** Before anybody sits here, what is chosen is what everybody starts with. */
function writeSettings(tx: Db, repId: string | undefined, changes: Input<'settings.save'>): void {
  for (const name of NAMES) {
    const value = changes[name]
    if (value === undefined) continue
    if (repId && WHOSE[name] !== 'desk') writeSetting(tx, ownName(name, repId), value)
    if (!repId || WHOSE[name] !== 'own') writeSetting(tx, name, value)
  }
}
