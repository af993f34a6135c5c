import type { Output } from '#shared/contract/api'
import { BUILT_IN, fieldParts, isBuiltIn, type FitFacts } from '#shared/domain/fit'
import type { ScoreProfile } from '#shared/domain/profile'
import { refusalOf, refusalOfValues } from '#shared/domain/refused'
import { keptColumns, sampled } from '#electron/db/columns'
import { lastLead } from '#electron/db/leads-choices'
import type { Db } from '#electron/db/open'
import { takeTurns } from './turns.ts'

type Field = Output<'rules.fields'>[number]

/** Looked at in so many places of the store, so many leads each: files follow one another in it. */
const PLACES = 20
const STRETCH = 100
const MOST_VALUES = 12

/** Every field a rule may be about, the built-in ones first, then the kept columns that most leads have. */
export async function fieldsOf(db: Db): Promise<Output<'rules.fields'>> {
  const facts = await sampleOf(db)
  const headers = new Set(facts.flatMap(({ extra }) => Object.keys(extra ?? {})))
  const columns = [...headers].filter((header) => !isBuiltIn(header)).map((header) => fieldOf(header, facts))
  return [
    ...BUILT_IN.map((rule) => fieldOf(rule, facts)),
    ...columns.toSorted((a, b) => b.known - a.known || a.rule.localeCompare(b.rule)),
  ]
}

/** The cells of the kept columns that a profile has rules on. */
export async function samplesOf(db: Db, { fit }: ScoreProfile): Promise<(header: string) => string[]> {
  const headers = fit.map(({ rule }) => rule).filter((rule) => !isBuiltIn(rule))
  const facts = headers.length > 0 ? await sampleOf(db) : []
  return (header) => valuesIn(header, facts)
}

const valuesIn = (rule: string, facts: readonly FitFacts[]): string[] =>
  facts.flatMap((each) => fieldParts(each, rule).flatMap((part) => part?.trim() || []))

function fieldOf(rule: string, facts: readonly FitFacts[]): Field {
  const values = valuesIn(rule, facts)
  const counted = new Map<string, number>()
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1)
  const most = [...counted].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, MOST_VALUES)
  return {
    rule,
    known: facts.filter((each) => fieldParts(each, rule).some((part) => part?.trim())).length,
    of: facts.length,
    values: most.map(([value, n]) => ({ value, n })),
    refused: isBuiltIn(rule) ? null : (refusalOf(rule) ?? refusalOfValues(values)),
  }
}

async function sampleOf(db: Db): Promise<FitFacts[]> {
  const turns = takeTurns()
  const step = Math.max(STRETCH, Math.ceil(lastLead(db) / PLACES))
  const found: FitFacts[] = []
  for (let place = 0; place < PLACES; place++) {
    const rows = sampled(db, place * step + 1, STRETCH)
    found.push(...rows.map((row) => ({ ...row, extra: keptColumns(row.extra) })))
    if (rows.length < STRETCH) break
    if (turns.isOver()) await turns.next()
  }
  return found
}
