import type { Definition } from '#shared/domain/bant'
import { dayOf } from '#shared/domain/calendar'
import type { Json } from '#shared/domain/json-diff'
import type { Objection } from '#shared/domain/objection'
import { OBJECTIONS } from '#shared/domain/objections'
import type { OutcomeSet } from '#shared/domain/outcome-set'
import type { ReasonSet } from '#shared/domain/reason-set'
import type { Narrowings } from '#shared/domain/policy/narrowing'
import type { Retention } from '#shared/domain/retention'
import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import type { Scripts } from '#shared/domain/script'
import { SCRIPTS } from '#shared/domain/script-texts'
import type { SectionId } from '#shared/contract/config'
import { isSame } from '#shared/domain/json-diff'
import type { Db } from '#electron/db/open'
import { allLists } from '#electron/db/people'
import {
  isOf,
  scriptKind,
  type ListState,
  type RuleData,
  type RuleKind,
  type RuleRow,
} from '#electron/db/rule-kinds'
import { choiceIn, definitionIn, frameworksIn } from '../definitions.ts'
import { outcomesAt, outcomesPlanned } from '../outcome-versions.ts'
import { reasonsAt, reasonsPlanned } from '../reason-versions.ts'
import { retentionIn } from '../retention-rules.ts'
import { history, quarterStartIn } from '../rules.ts'
import { listChangesIn, type ListChange } from './list-rows.ts'

/** All that is set once for everybody. Lists go by their ids; in the file, by their names. */
export type Config = {
  score: ScoreProfile
  qualification: {
    standard: string
    frameworks: Readonly<Record<string, Omit<Definition, 'framework' | 'agreed'>>>
  }
  quarters: { start: number }
  outcomes: OutcomeSet
  reasons: ReasonSet
  /** By the day here from which it is to hold. */
  planned: Readonly<{
    outcomes: Readonly<Record<string, OutcomeSet>>
    reasons: Readonly<Record<string, ReasonSet>>
  }>
  /** Those that are offered: what is retired only names what was logged. */
  objections: readonly Omit<Objection, 'retired'>[]
  scripts: Readonly<Record<string, Scripts>>
  calling: Narrowings
  retention: Retention
  lists: Readonly<Record<string, ListState & { framework: string | null }>>
}

export type Moment = { now: number; zone: string }

/** As it was after a version of the rules, or as it is. */
export function configAt(tx: Db, { now, zone }: Moment, upTo = Infinity): Config {
  const rows = history(tx).filter(({ version }) => version <= upTo)
  const newest = <K extends RuleKind>(kind: K): RuleData[K] | undefined => rows.findLast(isOf(kind))?.data
  const { standard, lists: choices } = choiceIn(rows)
  const lists = listsAt(tx, upTo)
  const ids = Object.keys(lists)
  const score = newest('score') ?? DEFAULT_PROFILE
  const kept = retentionIn(newest('retention'))
  const library = newest('objections') ?? OBJECTIONS
  return {
    score: { ...score, lists: only(ids, score.lists) },
    qualification: {
      standard,
      frameworks: Object.fromEntries(frameworksIn(rows).map((id) => [id, bare(rows, id)])),
    },
    quarters: { start: quarterStartIn(rows) },
    outcomes: outcomesAt(tx, now, upTo).set,
    reasons: reasonsAt(tx, now, upTo).set,
    planned: {
      outcomes: byDay(zone, outcomesPlanned(tx, now, upTo)),
      reasons: byDay(zone, reasonsPlanned(tx, now, upTo)),
    },
    objections: library.filter(({ retired }) => !retired).map(({ retired: _, ...one }) => one),
    scripts: Object.fromEntries(
      ids.flatMap((id) => {
        const own = newest(scriptKind(id))
        return own && !isSame(own, SCRIPTS) ? [[id, own]] : []
      }),
    ),
    calling: newest('policy') ?? {},
    retention: { ...kept, lists: only(ids, kept.lists) },
    lists: Object.fromEntries(
      Object.entries(lists).map(([id, list]) => [id, { ...list, framework: choices[id] ?? null }]),
    ),
  }
}

const byDay = <Set>(zone: string, planned: readonly { from: number; set: Set }[]): Record<string, Set> =>
  Object.fromEntries(planned.map(({ from, set }) => [dayOf(zone, from), set]))

function bare(rows: readonly RuleRow[], id: string) {
  const { framework: _, agreed: __, ...rest } = definitionIn(rows, id).definition
  return rest
}

const only = <T>(ids: readonly string[], of: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(of).filter(([id]) => ids.includes(id)))

/** A list's settings stand in its row; the rules say what they were before each change. */
function listsAt(tx: Db, upTo: number): Record<string, ListState> {
  const changes = listChangesIn(history(tx))
  return Object.fromEntries(
    allLists(tx).flatMap(({ id, ...now }) => {
      const own: readonly ListChange[] = changes.filter((change) => change.id === id)
      const last = own.findLast(({ version }) => version <= upTo)
      const next = own.find(({ version }) => version > upTo)
      const state = last ? last.after : next ? next.before : now
      return state ? [[id, state]] : []
    }),
  )
}

/** With a name in place of each list's id. */
export function byName(
  config: Partial<Config>,
  nameOf: (id: string) => string,
): Partial<Record<SectionId, Json>> {
  const renamed = (of: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(of).map(([id, value]) => [nameOf(id), value]))
  const { score, scripts, retention, lists, ...rest } = config
  return {
    ...rest,
    ...(score ? { score: { ...score, lists: renamed(score.lists) } } : {}),
    ...(scripts ? { scripts: renamed(scripts) } : {}),
    ...(retention ? { retention: { ...retention, lists: renamed(retention.lists) } } : {}),
    ...(lists ? { lists: renamed(lists) } : {}),
  } as Partial<Record<SectionId, Json>>
}
