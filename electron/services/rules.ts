import { BANT, type Definition } from '#shared/domain/bant'
import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import type { Db } from '#electron/db/open'
import { prepared } from '#electron/db/prepared'
import { allRules, newestVersion, type RuleRow } from '#electron/db/rules'

/** Every rule in force: what facts are stamped with and what the domain is asked under. */
export type Rules = {
  /** The newest row of `rules`; 0 = as shipped. */
  version: number
  /** The newest that changed the definition. */
  definitionVersion: number
  definition: Definition
  score: ScoreProfile
}

export const currentRules = (tx: Db): Rules => rulesUpTo(history(tx), () => true)

/** The rules as they were in force at an instant, so that what was decided then can be worked out again. */
export const rulesAt = (tx: Db, at: number): Rules => rulesUpTo(history(tx), (row) => row.at <= at)

function rulesUpTo(rows: readonly RuleRow[], isInForce: (row: RuleRow) => boolean): Rules {
  const newest = (kind: string) => rows.findLast((row) => row.kind === kind && isInForce(row))
  return {
    version: rows.findLast(isInForce)?.version ?? 0,
    // `rules.save` let nothing in that is not of its kind.
    definitionVersion: newest('definition')?.version ?? 0,
    definition: (newest('definition')?.data as Definition | undefined) ?? BANT,
    score: (newest('score')?.data as ScoreProfile | undefined) ?? DEFAULT_PROFILE,
  }
}

/** The newest of any other kind of rule, the library of objections and the scripts among them; null as shipped. */
export const newestRule = (tx: Db, kind: string): RuleRow | null =>
  history(tx).findLast((row) => row.kind === kind) ?? null

/** Every version of a kind of rule, newest first. */
export const versionsOf = (tx: Db, kind: string): RuleRow[] =>
  history(tx)
    .filter((row) => row.kind === kind)
    .toReversed()

const kept = prepared(() => ({ version: -1, rows: [] as readonly RuleRow[] }))

function history(tx: Db): readonly RuleRow[] {
  const cache = kept(tx)
  const version = newestVersion(tx)
  if (cache.version !== version) Object.assign(cache, { version, rows: allRules(tx) })
  return cache.rows
}
