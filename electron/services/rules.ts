import type { Definition } from '#shared/domain/bant'
import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import type { Db } from '#electron/db/open'
import { prepared } from '#electron/db/prepared'
import { allRules, newestVersion } from '#electron/db/rules'
import { isOf, type RuleKind, type RuleOf, type RuleRow } from '#electron/db/rule-kinds'
import { choiceIn, definitionIn, frameworksIn, type InForce } from './definitions.ts'

/** Every rule in force: what facts are stamped with and what the domain is asked under. */
export type Rules = {
  /** The newest row of `rules`; 0 = as shipped. */
  version: number
  /** The one that last changed the definition; 0 = as shipped. */
  definitionVersion: number
  definition: Definition
  score: ScoreProfile
  /** 1-12: the month in which the workspace's year of quarters begins. */
  quarterStart: number
}

/** Those of a list; without one, of a list that chose no framework. */
export function currentRules(tx: Db, listId: string | null = null): Rules {
  const { rows, known } = cached(tx)
  const key = listId ?? ''
  const rules = known.get(key) ?? rulesUpTo(rows, listId)
  known.set(key, rules)
  return rules
}

/** The rules as they were in force at an instant, so that what was decided then can be worked out again. */
export const rulesAt = (tx: Db, at: number, listId: string | null = null): Rules => {
  const { rows } = cached(tx)
  const isAllPast = rows.every((row) => row.at <= at)
  return isAllPast
    ? currentRules(tx, listId)
    : rulesUpTo(
        rows.filter((row) => row.at <= at),
        listId,
      )
}

function rulesUpTo(rows: readonly RuleRow[], listId: string | null): Rules {
  const { standard, lists } = choiceIn(rows)
  const { definition, version } = definitionIn(rows, (listId && lists[listId]) || standard)
  return {
    version: rows.at(-1)?.version ?? 0,
    definitionVersion: version,
    definition: withQuarters(rows, definition),
    score: rows.findLast(isOf('score'))?.data ?? DEFAULT_PROFILE,
    quarterStart: quarterStartIn(rows),
  }
}

const JANUARY = 1
export const quarterStartIn = (rows: readonly RuleRow[]): number =>
  rows.findLast(isOf('quarters'))?.data.start ?? JANUARY

export const quarterStartAt = (tx: Db, at: number): number =>
  quarterStartIn(history(tx).filter((row) => row.at <= at))

/** A timeline reads by the workspace's quarters, whatever the framework. */
function withQuarters(rows: readonly RuleRow[], definition: Definition): Definition {
  const quarterStart = quarterStartIn(rows)
  return quarterStart === JANUARY ? definition : { ...definition, quarterStart }
}

/** The newest of any other kind of rule, the library of objections and the scripts among them; null as shipped. */
export const newestRule = <K extends RuleKind>(tx: Db, kind: K): RuleOf<K> | null =>
  history(tx).findLast(isOf(kind)) ?? null

/** Every version of a kind of rule, newest first. */
export const versionsOf = <K extends RuleKind>(tx: Db, kind: K): RuleOf<K>[] =>
  history(tx).filter(isOf(kind)).toReversed()

export const frameworks = (tx: Db): string[] => frameworksIn(history(tx))

/** The definition of one framework as it is now; undefined when there is none of that name. */
export function definitionOf(tx: Db, framework: string): InForce | undefined {
  if (!frameworks(tx).includes(framework)) return undefined
  const rows = history(tx)
  const { definition, version } = definitionIn(rows, framework)
  return { definition: withQuarters(rows, definition), version }
}

type Kept = { version: number; rows: readonly RuleRow[]; known: Map<string, Rules> }
const kept = prepared((): Kept => ({ version: -1, rows: [], known: new Map() }))

function cached(tx: Db): Kept {
  const cache = kept(tx)
  const version = newestVersion(tx)
  if (cache.version !== version) Object.assign(cache, { version, rows: allRules(tx), known: new Map() })
  return cache
}

/** Every rule as it was ever in force, oldest first. */
export const history = (tx: Db): readonly RuleRow[] => cached(tx).rows
