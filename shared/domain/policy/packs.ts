import { ES } from './es.ts'
import { FR } from './fr.ts'
import { GB } from './gb.ts'
import { OWN, weekdays, type Pack, type PackId, type PolicyRule, type RuleKind, type Source } from './pack.ts'
import { US } from './us.ts'

/** Every country without a pack: business is warned, others are not called. */
const DEFAULT: Pack = [
  {
    id: 'default-business-hours',
    kind: 'hours',
    who: 'business',
    since: null,
    hours: weekdays([9, 19]),
    source: OWN,
    reviewBy: null,
  },
]

export const PACKS: Readonly<Record<PackId, Pack>> = { ES, GB, US, FR, default: DEFAULT }

export const hasRules = (country: string | null): country is Exclude<PackId, 'default'> =>
  country !== null && country !== 'default' && Object.hasOwn(PACKS, country)
/** The pack of a country; `default` warns business and blocks the others (PRODUCT.md section 9). */
export const packOf = (country: string | null): PackId => (hasRules(country) ? country : 'default')

export type Audience = 'business' | 'consumers'

/** Rules that hold for somebody on a day (`YYYY-MM-DD`), of one kind. */
export const inForce = <Kind extends RuleKind>(
  pack: PackId,
  kind: Kind,
  audience: Audience,
  day: string,
): Extract<PolicyRule, { kind: Kind }>[] =>
  PACKS[pack].filter(
    (rule): rule is Extract<PolicyRule, { kind: Kind }> =>
      rule.kind === kind && isFor(rule, audience) && holdsOn(rule, day),
  )

const isFor = ({ who }: PolicyRule, audience: Audience) => who === 'all' || who === audience
const holdsOn = ({ since, until }: PolicyRule, day: string) =>
  (since === null || since <= day) && (until === undefined || day < until)

/** A list declared B2B holds business people, but for those who trade alone where they are consumers. */
export function audienceOf(
  who: { businessList: boolean; hasCompany: boolean; country: string | null },
  day: string,
): Audience {
  if (!who.businessList) return 'consumers'
  const alone = inForce(packOf(who.country), 'sole_trader', 'business', day).length > 0
  return alone && !who.hasCompany ? 'consumers' : 'business'
}

/** The first rule of this audience whose source should have been read again by that day. */
export const overdue = (
  pack: PackId,
  audience: Audience,
  day: string,
): { source: Source; reviewBy: string } | null =>
  PACKS[pack].flatMap((rule) =>
    rule.reviewBy !== null && rule.reviewBy < day && isFor(rule, audience) && holdsOn(rule, day)
      ? [{ source: rule.source, reviewBy: rule.reviewBy }]
      : [],
  )[0] ?? null
