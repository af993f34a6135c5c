import type { Handlers, Input, Output } from '#shared/contract/api'
import { BUILT_IN, fieldParts, fitMatch, isBuiltIn, type FitFacts } from '#shared/domain/fit'
import { liftOf, suggestPoints, type Tally } from '#shared/domain/lift'
import { refusalOf, refusalOfValues } from '#shared/domain/refused'
import type { Stage } from '#shared/domain/stage'
import { sumOf } from '#shared/lib/sum'
import { keptColumns } from '#electron/db/columns'
import { endedAfter, type EndedRow } from '#electron/db/lift'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import { currentRules } from './rules.ts'
import { takeTurns } from './turns.ts'

export const suggestHandlers = (deps: Deps) =>
  ({ 'rules.suggest': (input) => suggest(deps.db, input) }) satisfies Partial<Handlers>

const STRETCH = 200
const MOST_VALUES = 8
const MOST_FIELDS = 12
/** A field with more values than this says something else of everybody. */
const MOST_DISTINCT = 500

/** How leads end well or badly, by what is asked; those still open say nothing yet. */
const ENDS: Readonly<Record<Input<'rules.suggest'>['goal'], Record<'good' | 'bad', readonly Stage[]>>> = {
  won: { good: ['customer'], bad: ['lost', 'disqualified'] },
  sql: { good: ['sql', 'opportunity', 'customer', 'lost'], bad: ['disqualified', 'nurture'] },
}

/** What the team's own won and lost leads say of its rules. Nothing is changed by it. */
async function suggest(db: Db, { goal }: Input<'rules.suggest'>): Promise<Output<'rules.suggest'>> {
  const { score } = currentRules(db)
  const all: Tally = { good: 0, n: 0 }
  const rules = score.fit.map(() => ({ match: tally(), other: tally() }))
  const fields = new Map<string, Map<string, Tally>>()
  let leftOut = 0
  for await (const { row, facts, isGood } of ended(db, goal)) {
    if (row.edited === 1) {
      leftOut++
      continue
    }
    count(all, isGood)
    score.fit.forEach((rule, at) => {
      const { verdict } = fitMatch(facts, rule, score, row.listId)
      if (verdict === 'match' || verdict === 'other') count(rules[at]?.[verdict], isGood)
    })
    for (const [field, value] of valuesOf(facts)) countIn(fields, field, value, isGood)
  }
  const free = score.fit.map(({ group }) => group === undefined)
  const judged = score.fit.map(({ points }, at) => ({ points, match: tally(), other: tally(), ...rules[at] }))
  const points = suggestPoints(judged.filter((_, at) => free[at]))
  return {
    ...all,
    leftOut,
    rules: score.fit.map(({ rule, points: now }, at) => ({
      rule,
      points: now,
      suggested: free[at] ? (points[free.slice(0, at).filter(Boolean).length] ?? null) : null,
      match: liftOf(judged[at]?.match ?? tally(), all),
    })),
    fields: told(fields, all),
  }
}

const tally = (): Tally => ({ good: 0, n: 0 })
function count(into: Tally | undefined, isGood: boolean): void {
  if (!into) return
  into.n++
  if (isGood) into.good++
}
function countIn(
  fields: Map<string, Map<string, Tally>>,
  field: string,
  value: string,
  isGood: boolean,
): void {
  const values = fields.get(field) ?? new Map<string, Tally>()
  const found = values.get(value) ?? tally()
  count(found, isGood)
  fields.set(field, values.set(value, found))
}

async function* ended(db: Db, goal: keyof typeof ENDS) {
  const { good, bad } = ENDS[goal]
  const turns = takeTurns()
  for (let after = 0, rows: EndedRow[]; ; after = rows.at(-1)?.n ?? 0) {
    rows = endedAfter(db, [...good, ...bad], after, STRETCH)
    for (const row of rows) {
      const facts: FitFacts = { ...row, extra: keptColumns(row.extra) }
      yield { row, facts, isGood: good.includes(row.stage) }
    }
    if (rows.length < STRETCH) return
    if (turns.isOver()) await turns.next()
  }
}

/** Sizes go by band; of a place the province says most. */
function valuesOf(facts: FitFacts): (readonly [string, string])[] {
  const { province, country, employees } = facts
  const own = { companySize: employees === null ? null : bandOf(employees), place: province ?? country }
  const columns = Object.keys(facts.extra ?? {}).filter((header) => !isBuiltIn(header))
  return [...BUILT_IN, ...columns].flatMap((field) => {
    const value = Object.hasOwn(own, field) ? own[field as 'place'] : (fieldParts(facts, field)[0] ?? null)
    return value?.trim() ? [[field, value.trim()] as const] : []
  })
}

const BANDS = ['1-9', '10-49', '50-249', '250+'] as const
const bandOf = (employees: number): string =>
  BANDS[[10, 50, 250].filter((edge) => employees >= edge).length] ?? '250+'

/** Fields with the most leads first, but for those that may not be scored: what only a call showed is among them. */
function told(fields: ReadonlyMap<string, ReadonlyMap<string, Tally>>, all: Tally) {
  const countOf = (values: ReadonlyMap<string, Tally>) => sumOf([...values.values()], ({ n }) => n)
  return [...fields]
    .filter(([field, values]) => isBuiltIn(field) || mayBeScored(field, [...values.keys()]))
    .toSorted((a, b) => countOf(b[1]) - countOf(a[1]))
    .slice(0, MOST_FIELDS)
    .map(([rule, values]) => ({
      rule,
      values: [...values]
        .toSorted((a, b) => b[1].n - a[1].n)
        .slice(0, MOST_VALUES)
        .map(([value, found]) => ({ value, ...liftOf(found, all) })),
    }))
}

const mayBeScored = (header: string, values: readonly string[]): boolean =>
  values.length <= MOST_DISTINCT && refusalOf(header) === null && refusalOfValues(values) === null
