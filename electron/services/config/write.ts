import type { SectionId } from '#shared/contract/config'
import { dayStart } from '#shared/domain/calendar'
import { isSame, type Json } from '#shared/domain/json-diff'
import { OBJECTIONS } from '#shared/domain/objections'
import { withRetired, type Objection } from '#shared/domain/objection'
import { isNothing } from '#shared/domain/policy/narrowing'
import { SCRIPTS } from '#shared/domain/script-texts'
import type { Db } from '#electron/db/open'
import { saveList } from '#electron/db/people'
import { scriptKind, type Choice, type Saying } from '#electron/db/rule-kinds'
import { insertRules } from '#electron/db/rules'
import { OUTCOMES } from '../outcome-versions.ts'
import { REASONS } from '../reason-versions.ts'
import { newestRule } from '../rules.ts'
import { NOBODY } from './check.ts'
import { insertListChange } from './list-rows.ts'
import { PLANNED, type Planned } from './plans.ts'
import type { Config } from './state.ts'

type Who = { at: number; repId: string; zone: string }

const SETS: { [S in Planned]: (from: number, set: Config[S]) => Saying } = {
  outcomes: OUTCOMES.says,
  reasons: REASONS.says,
}
const setFrom = <S extends Planned>(section: S, from: number, set: Config[S]) => SETS[section](from, set)

const differs = (one: unknown, other: unknown): boolean => !isSame(one as Json, other as Json)

/** New versions of what is otherwise, in the order in which one leans on another. Returns the sections written. */
export function writeConfig(
  tx: Db,
  { zone, ...who }: Who,
  now: Config,
  wanted: Partial<Config>,
): Set<SectionId> {
  const written = new Set<SectionId>()
  const put = (section: SectionId, says: Saying) => {
    insertRules(tx, { ...who, ...says })
    written.add(section)
  }
  for (const [id, { framework: _, ...after }] of Object.entries(wanted.lists ?? {})) {
    const { framework: __, ...before } = now.lists[id] ?? { framework: null }
    if (!differs(before, after)) continue
    saveList(tx, { ...after, id, createdAt: who.at })
    insertListChange(tx, { ...who, id, before: 'name' in before ? before : null, after })
    written.add('lists')
  }
  for (const [framework, definition] of Object.entries(wanted.qualification?.frameworks ?? {}))
    if (differs(now.qualification.frameworks[framework] ?? null, definition))
      put('qualification', { kind: 'definition', data: { ...definition, framework, agreed: NOBODY } })
  const [chosen, choice] = [choiceOf(now, {}), choiceOf(now, wanted)]
  if (differs(chosen, choice))
    put(chosen.standard === choice.standard ? 'lists' : 'qualification', { kind: 'framework', data: choice })
  if (wanted.score && differs(now.score, wanted.score)) put('score', { kind: 'score', data: wanted.score })
  if (wanted.quarters && differs(now.quarters, wanted.quarters))
    put('quarters', { kind: 'quarters', data: wanted.quarters })
  for (const section of PLANNED) {
    const [held, plans] = [wanted[section] ?? now[section], (wanted.planned ?? now.planned)[section]]
    const [isOther, isReplanned] = [differs(now[section], held), differs(now.planned[section], plans)]
    if (!isOther && !isReplanned) continue
    // What was planned before ends with it, and what stays planned is planned anew.
    if (isOther || Object.keys(now.planned[section]).length > 0)
      put(isOther ? section : 'planned', setFrom(section, who.at, held))
    for (const [day, set] of Object.entries(plans)) {
      insertRules(tx, { ...who, ...setFrom(section, dayStart(zone, day), set) })
      if (isReplanned) written.add('planned')
    }
  }
  if (wanted.objections && differs(now.objections, wanted.objections))
    put('objections', {
      kind: 'objections',
      data: withRetired(libraryIn(tx), offered(wanted.objections)),
    })
  if (wanted.scripts)
    for (const id of new Set([...Object.keys(now.scripts), ...Object.keys(wanted.scripts)]))
      if (differs(now.scripts[id] ?? null, wanted.scripts[id] ?? null))
        put('scripts', { kind: scriptKind(id), data: wanted.scripts[id] ?? SCRIPTS })
  const calling = wanted.calling && Object.entries(wanted.calling).filter(([, each]) => !isNothing(each))
  if (calling && differs(now.calling, Object.fromEntries(calling)))
    put('calling', { kind: 'policy', data: Object.fromEntries(calling) })
  if (wanted.retention && differs(now.retention, wanted.retention))
    put('retention', { kind: 'retention', data: wanted.retention })
  return written
}

/** Which framework each list qualifies by, what is not said as it is now. */
function choiceOf(now: Config, wanted: Partial<Config>): Choice {
  const lists = { ...now.lists, ...wanted.lists }
  return {
    standard: (wanted.qualification ?? now.qualification).standard,
    lists: Object.fromEntries(
      Object.entries(lists).flatMap(([id, { framework }]) => (framework ? [[id, framework]] : [])),
    ),
  }
}

const offered = (objections: Config['objections']): Objection[] =>
  objections.map((one) => ({ ...one, retired: false }))
const libraryIn = (tx: Db): readonly Objection[] => newestRule(tx, 'objections')?.data ?? OBJECTIONS
