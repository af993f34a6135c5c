import { keysOf } from '../../lib/table.ts'
import { isPromise } from '../promise.ts'
import type { PromiseFact } from '../facts.ts'
import { PHONE_STATUSES, type PhoneStatus } from '../phone-kind.ts'
import type { Stage } from '../stage.ts'

/** Columns of a person by the field that somebody chooses between; the first says whether there is anything. */
const MERGE_COLUMNS = {
  name: ['name', 'givenName', 'familyName'],
  title: ['title'],
  company: ['companyId'],
  country: ['country'],
  province: ['province'],
  postalCode: ['postalCode'],
  city: ['city'],
  language: ['language'],
  zone: ['zone'],
} as const
export const MERGE_FIELDS = keysOf(MERGE_COLUMNS)
type MergeField = keyof typeof MERGE_COLUMNS
export type MergeColumn = (typeof MERGE_COLUMNS)[MergeField][number]
export const PAIR_KINDS = ['person', 'company'] as const
export type PairKind = (typeof PAIR_KINDS)[number]
export const SIDES = ['kept', 'other'] as const
export type Side = (typeof SIDES)[number]
type Choices = Readonly<Partial<Record<MergeField, Side>>>

export type Merging = Readonly<Record<MergeColumn, string | null>> & {
  /** False when an id, an address or a number stands in for the name. */
  named: boolean
}

/** Whose value stays when nobody chose: what the one who stays says, else what the other does. */
function sideOf(field: MergeField, kept: Merging, other: Merging): Side {
  if (field === 'name') return !kept.named && other.named ? 'other' : 'kept'
  const [column] = MERGE_COLUMNS[field]
  return kept[column] === null && other[column] !== null ? 'other' : 'kept'
}

export type Changed = { column: MergeColumn; before: string | null; after: string | null }

/** What a merge changes about the person who stays. */
export const changedBy = (kept: Merging, other: Merging, choices: Choices): Changed[] =>
  MERGE_FIELDS.filter((field) => (choices[field] ?? sideOf(field, kept, other)) === 'other').flatMap(
    (field) =>
      MERGE_COLUMNS[field]
        .filter((column) => kept[column] !== other[column])
        .map((column) => ({ column, before: kept[column], after: other[column] })),
  )

/** How much stands behind an open lead. "Not now" was said by a person: it outweighs a list; what is closed is no rival. */
const WEIGHT: Readonly<Record<Stage, number | null>> = {
  inquiry: 0,
  lead: 1,
  mql: 2,
  nurture: 3,
  sql: 4,
  opportunity: 5,
  customer: null,
  disqualified: null,
  lost: null,
}

type OpenLead = { id: string; listId: string; stage: Stage; createdAt: number }

/**
 * One open lead a person and list (PRODUCT.md section 2): of several that a merge brings together, the one that is
 * further along stays, of equals the older; each of the others is the same episode.
 */
export function sameEpisodes(leads: readonly OpenLead[]): { stays: string; closes: string }[] {
  const open = leads.filter(({ stage }) => WEIGHT[stage] !== null)
  return [...Map.groupBy(open, ({ listId }) => listId).values()].flatMap((there) => {
    const [first, ...others] = there.toSorted(
      (a, b) =>
        (WEIGHT[b.stage] ?? 0) - (WEIGHT[a.stage] ?? 0) ||
        a.createdAt - b.createdAt ||
        (a.id < b.id ? -1 : 1),
    )
    return first ? others.map(({ id }) => ({ stays: first.id, closes: id })) : []
  })
}

/** Of two dates made unaware of each other the earlier stays open (PRODUCT.md section 7); a promise goes before a date. */
export function isCarried(date: PromiseFact | null, standing: PromiseFact | null): date is PromiseFact {
  if (date === null) return false
  if (standing === null || isPromise(date) !== isPromise(standing))
    return standing === null || isPromise(date)
  return date.dueAt < standing.dueAt
}

/** What is known against a number is known of both. */
export const worseStatus = (a: PhoneStatus, b: PhoneStatus): PhoneStatus =>
  PHONE_STATUSES.indexOf(a) >= PHONE_STATUSES.indexOf(b) ? a : b

/** What stays of a company, chosen the same way. */
export const COMPANY_FIELDS = ['companyName', 'domain', 'industry', 'employees'] as const
