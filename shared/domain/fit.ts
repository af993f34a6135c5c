import { memo } from '../lib/memo.ts'
import { keysOf } from '../lib/table.ts'
import { TESTS, type FitTest, type OwnTest } from './fit-test.ts'
import type { FitRule, ScoreProfile } from './profile.ts'

/** What is known of who somebody is; null or blank is unknown. */
export type FitFacts = {
  industry: string | null
  employees: number | null
  title: string | null
  country: string | null
  province: string | null
  city: string | null
  source: string | null
  campaign: string | null
  /** Their addresses, with spaces between; null also where no rule asks for them. */
  emails: string | null
  /** Kept columns by header. */
  extra: Readonly<Record<string, string>> | null
}

/** Of whom nothing is known. */
export const NOBODY: FitFacts = {
  industry: null,
  employees: null,
  title: null,
  country: null,
  province: null,
  city: null,
  source: null,
  campaign: null,
  emails: null,
  extra: null,
}

/** A field that every lead has, and how it is asked when its rule does not say. */
type Field = { parts: (facts: FitFacts) => readonly (string | null)[]; own: OwnTest }

const FIELDS = {
  industry: { parts: ({ industry }) => [industry], own: 'in' },
  companySize: { parts: ({ employees }) => [employees?.toString() ?? null], own: 'band' },
  role: { parts: ({ title }) => [title], own: 'words' },
  place: { parts: ({ city, province, country }) => [city, province, country], own: 'in' },
  source: { parts: ({ source }) => [source], own: 'in' },
  campaign: { parts: ({ campaign }) => [campaign], own: 'in' },
  emailDomain: { parts: ({ emails }) => emails?.split(' ').map(domainOf) ?? [], own: 'in' },
} as const satisfies Record<string, Field>
function domainOf(email: string): string | null {
  const at = email.lastIndexOf('@')
  return at < 0 ? null : email.slice(at + 1).toLowerCase()
}
export type BuiltIn = keyof typeof FIELDS
export const BUILT_IN = keysOf(FIELDS)

/** A field that every lead has; any other name is the header of a kept column. */
export const isBuiltIn = (rule: string): rule is BuiltIn => Object.hasOwn(FIELDS, rule)

/** Addresses are looked up only where a rule asks for them. */
export const asksEmails = ({ fit }: ScoreProfile): boolean => fit.some(({ rule }) => rule === 'emailDomain')

const fieldOf = (rule: string): Field =>
  isBuiltIn(rule) ? FIELDS[rule] : { parts: ({ extra }) => [extra?.[rule] ?? null], own: 'in' }

/** What a lead has in a field: blank and null are unknown. */
export const fieldParts = (facts: FitFacts, rule: string) => fieldOf(rule).parts(facts)

/** How a rule asks: as it says, or in its field's own way. */
export const testOf = ({ rule, test }: FitRule): FitTest | OwnTest => test ?? fieldOf(rule).own

/** The list's own target wins over the workspace's, where a rule asks in its field's own way. */
const targetsOf = (profile: ScoreProfile, listId: string, { rule, test, targets }: FitRule) =>
  (test === undefined ? profile.lists[listId]?.[rule] : undefined) ?? targets

/** Without a target everybody gets half; whether something is known needs none. */
export function isOpen(profile: ScoreProfile, listId: string, rule: FitRule): boolean {
  return rule.test !== 'known' && !targetsOf(profile, listId, rule)?.length
}

type Verdict = 'match' | 'other' | 'unknown' | 'noTarget'
export type FitMatch = { value: string | null; verdict: Verdict }
type Asked = (facts: FitFacts) => FitMatch

/** How one rule finds a lead: known and on target, known and not, unknown, or without a target. */
export const fitMatch = (facts: FitFacts, rule: FitRule, profile: ScoreProfile, listId: string): FitMatch =>
  asking(rule, profile, listId)(facts)

/** A rule ready to be asked of many. */
export function asking(rule: FitRule, profile: ScoreProfile, listId: string): Asked {
  const { parts } = fieldOf(rule.rule)
  const targets = targetsOf(profile, listId, rule) ?? []
  const open = isOpen(profile, listId, rule)
  const holds = memo(TESTS[testOf(rule)].of(targets))
  return (facts) => {
    const known = parts(facts).flatMap((part) => part?.trim() || [])
    const value = known.length > 0 ? known.join(', ') : null
    if (open) return { value, verdict: 'noTarget' }
    if (value === null) return { value, verdict: 'unknown' }
    return { value, verdict: known.some(holds) ? 'match' : 'other' }
  }
}
