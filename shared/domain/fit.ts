import { fold } from '../lib/fold.ts'
import type { FitRule, ScoreProfile } from './profile.ts'

/** What is known of who somebody is; null or blank is unknown. */
export type FitFacts = {
  industry: string | null
  employees: number | null
  title: string | null
  country: string | null
  province: string | null
  city: string | null
  /** Kept columns by header. */
  extra: Readonly<Record<string, string>> | null
}

type Rule = {
  /** As the receipt shows it; null = unknown. */
  value: (facts: FitFacts) => string | null
  matches: (facts: FitFacts, value: string, target: string) => boolean
}

const equal = (_: FitFacts, value: string, target: string) => fold(value) === fold(target)

/** Whole words, so that "director" is found in "Director de operaciones" and "ti" is not in "Martín". */
const hasWords = (_: FitFacts, value: string, target: string) =>
  ` ${wordsOf(value)} `.includes(` ${wordsOf(target)} `)
const wordsOf = (text: string) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')

/** A band is `10-49`, `250+` or one number. */
function inBand({ employees }: FitFacts, _: string, target: string): boolean {
  const [, from = '', plus, to] = /^(\d+)(\+)?(?:-(\d+))?$/.exec(target.replace(/\s/g, '')) ?? []
  if (employees === null || from === '') return false
  return employees >= Number(from) && (plus !== undefined || employees <= Number(to ?? from))
}

const RULES: Readonly<Record<string, Rule>> = {
  industry: { value: ({ industry }) => industry, matches: equal },
  companySize: { value: ({ employees }) => employees?.toString() ?? null, matches: inBand },
  role: { value: ({ title }) => title, matches: hasWords },
  place: {
    value: ({ country, province, city }) => [city, province, country].filter(Boolean).join(', ') || null,
    matches: ({ country, province, city }, _, target) =>
      [country, province, city].some((part) => part !== null && fold(part) === fold(target)),
  },
}

const columnRule = (header: string): Rule => ({
  value: ({ extra }) => extra?.[header] ?? null,
  matches: equal,
})
const ruleOf = ({ rule }: FitRule): Rule => RULES[rule] ?? columnRule(rule)

export const isBuiltIn = (rule: string): boolean => Object.hasOwn(RULES, rule)

/** The list's own target wins over the workspace's. */
const targetsOf = (profile: ScoreProfile, listId: string, { rule, targets }: FitRule) =>
  profile.lists[listId]?.[rule] ?? targets

export type FitMatch = { value: string | null; verdict: 'match' | 'other' | 'unknown' | 'noTarget' }

export function fitMatch(facts: FitFacts, rule: FitRule, profile: ScoreProfile, listId: string): FitMatch {
  const { value: read, matches } = ruleOf(rule)
  const value = read(facts)?.trim() || null
  const targets = targetsOf(profile, listId, rule)
  if (targets === null || targets.length === 0) return { value, verdict: 'noTarget' }
  if (value === null) return { value, verdict: 'unknown' }
  return { value, verdict: targets.some((target) => matches(facts, value, target)) ? 'match' : 'other' }
}
