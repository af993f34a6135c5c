import { fold } from '../../lib/fold.ts'
import { DAY } from '../../lib/time.ts'
import { reasonKind, REASONS } from '../reason.ts'
import { UNTIL_EMPLOYER } from '../reason-set.ts'
import { TOO_OLD } from '../retention.ts'
import { companyKey } from '../company-key.ts'
import { changesOf, type Change } from './changes.ts'
import type { KnownLead, KnownPerson } from './known.ts'
import type { Values } from './row.ts'

const BANDS = [1, 10, 50, 250, 1000, 5000]
const SAMPLE = 20

/** What was closed as the same episode as another, or for its age, says nothing of the person. */
const SAYS_NOTHING: readonly string[] = ['same_episode', TOO_OLD]

/** Why somebody who comes back is looked at: what is different shows by itself, the rest is said. */
export const LOOKED_FOR = ['difference', 'acted', 'expired', 'sample'] as const
export type LookedFor = (typeof LOOKED_FOR)[number]

/** What decides whether an old reason still holds, beside the row and the person. */
export type Holding = {
  now: number
  /** Whether a list qualifies by the same definition as the one that is imported into; without it all do. */
  isSameDefinition?: (listId: string) => boolean
  /** When the profile was last changed, epoch ms; without it never. */
  profileSince?: number
}

/**
 * The last time the person was disqualified for what holds here: a reason about them does in every list, any other in
 * lists with the same definition (PRODUCT.md section 8). Null when never, or undone since.
 */
export const lastEnd = (
  person: KnownPerson,
  { isSameDefinition = () => true }: Pick<Holding, 'isSameDefinition'> = {},
): KnownLead | null =>
  person.leads
    .filter(({ stage, reason }) => stage === 'disqualified' && !SAYS_NOTHING.includes(reason ?? ''))
    .filter(({ reason, listId }) => isOfPerson(reason) || isSameDefinition(listId))
    .reduce<KnownLead | null>((last, lead) => ((last?.since ?? -1) >= (lead.since ?? 0) ? last : lead), null)

function isOfPerson(reason: string | null): boolean {
  const kind = reasonKind(reason)
  return kind !== null && REASONS[kind].ofPerson
}

/**
 * What changed of what stood against them (PRODUCT.md section 8); `why` null = nothing. `found` is shown beside the card. Blank to value,
 * spelling and source are no change.
 */
export function changedSince(
  end: KnownLead,
  person: KnownPerson,
  values: Values,
  holding: Holding,
): { why: Exclude<LookedFor, 'sample'> | null; found: Change[] } {
  const found = changesOf(person, null, values, () => 'overwrite').filter(
    ({ field, before }) => before !== null && field !== null && DECIDES.has(field),
  )
  const employer = differs(person.company?.name ?? null, values.company, (name) => companyKey(name).key)
  const acted = values.signals.some(({ at }) => at !== null && at > (end.since ?? 0))
  const reached = end.reason === 'bad_data' && (values.phones.some(isNewTo(person)) || found.some(isEmail))
  const isOther =
    employer ||
    reached ||
    differs(person.title, values.title, fold) ||
    bandOf(person.company?.employees) !== bandOf(values.employees ?? person.company?.employees)
  const why = isOther ? 'difference' : acted ? 'acted' : expired(end, holding) ? 'expired' : null
  return { why, found }
}

const DECIDES: ReadonlySet<string> = new Set(['company', 'title', 'employees', 'phone', 'email'])
const isEmail = ({ field }: Change) => field === 'email'
const isNewTo =
  (person: KnownPerson) =>
  ({ e164 }: { e164: string }) =>
    !person.phones.includes(e164)

const differs = (before: string | null, after: string | null, key: (text: string) => string): boolean =>
  before !== null && after !== null && key(before) !== key(after)

const bandOf = (employees: number | null | undefined): number | null =>
  employees == null ? null : BANDS.findLastIndex((from) => employees >= from)

function expired({ reason, wakesAt, since }: KnownLead, { now, profileSince = 0 }: Holding): boolean {
  const kind = reasonKind(reason)
  if (kind === 'outside_profile' && profileSince > (since ?? 0)) return true
  if (kind !== null && UNTIL_EMPLOYER.includes(kind)) return false
  const days = kind === null ? null : REASONS[kind].days
  const until = wakesAt ?? (days === null || since === null ? null : since + days * DAY)
  return until !== null && until <= now
}

/** One in twenty of those who still hold is looked at all the same; always the same ones. */
export function isSample(personId: string, listId: string): boolean {
  let hash = 0x811c9dc5
  for (const char of `${personId} ${listId}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0) % SAMPLE === 0
}
