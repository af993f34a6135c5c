import type { Db } from '#electron/db/open'
import type { Definition } from '#shared/domain/bant'
import type { ScoreProfile } from '#shared/domain/profile'

/** Every rule in force: what facts are stamped with and what the domain is asked under. */
export type Rules = {
  /** The newest row of `rules`; 0 = as shipped. */
  version: number
  definition: Definition
  score: ScoreProfile
}

export function currentRules(_tx: Db): Rules {
  throw new Error('in the making')
}
