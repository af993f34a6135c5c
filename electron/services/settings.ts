import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { settings as shape, type Settings } from '#shared/contract/settings'
import { NO_DIAL_GOAL } from '#shared/domain/settings'
import { repAtDesk } from '#electron/db/device'
import type { Db } from '#electron/db/open'
import { findList, readSettings, writeSetting } from '#electron/db/people'
import type { Deps } from './deps.ts'

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
const NAMES = Object.keys(DEFAULTS) as (keyof Settings)[]

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
  ({ 'settings.save': (input) => save(deps, input) }) satisfies Partial<Handlers>

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

function save({ db, emit }: Deps, changes: Input<'settings.save'>): Output<'settings.save'> {
  return db.transaction((tx) => {
    if (changes.listId && !findList(tx, changes.listId))
      throw new AppError('not-found', 'That list is not here.', 'list-unknown')
    writeSettings(tx, repAtDesk(tx)?.id, changes)
    emit({ kind: 'changed', topics: ['people'] })
    return settingsOf(tx)
  })
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
