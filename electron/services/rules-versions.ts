import type { Handlers, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import { profileChanges } from '#shared/domain/profile-changes'
import { allReps } from '#electron/db/people'
import type { Db } from '#electron/db/open'
import { copied } from './copied.ts'
import type { Deps } from './deps.ts'
import { versionsOf } from './rules.ts'
import { saveScore } from './rules-save.ts'

export const versionHandlers = (deps: Deps) =>
  ({
    'rules.versions': () => versions(deps.db),
    'rules.compare': ({ from, to }) => profileChanges(profileAt(deps.db, from), profileAt(deps.db, to)),
    'rules.restore': ({ version }) => restore(deps, version),
  }) satisfies Partial<Handlers>

/** Every version of the score's profile, the newest first, each with what it changed; the last is as shipped. */
function versions(db: Db): Output<'rules.versions'> {
  const names = new Map(allReps(db).map(({ id, name }) => [id, name]))
  const rows = versionsOf(db, 'score')
  const saved = rows.map(({ version, at, repId, data }, place) => ({
    version,
    at,
    by: repId === null ? null : (names.get(repId) ?? null),
    changes: profileChanges(rows[place + 1]?.data ?? DEFAULT_PROFILE, data),
  }))
  return [...saved, { version: 0, at: null, by: null, changes: [] }]
}

/** A new version that says what an old one said; versions in between stay in the history. */
function restore(deps: Deps, version: number): Promise<Output<'rules.restore'>> {
  return saveScore(deps, copied(profileAt(deps.db, version)))
}

function profileAt(db: Db, version: number): ScoreProfile {
  if (version === 0) return DEFAULT_PROFILE
  const row = versionsOf(db, 'score').find((one) => one.version === version)
  if (!row) throw new AppError('not-found', 'There is no version of that number.', 'version-unknown')
  return row.data
}
