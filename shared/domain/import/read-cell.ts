import { fold } from '../../lib/fold.ts'
import { memo } from '../../lib/memo.ts'
import { parseEmails } from '../email-key.ts'
import { countryOfCode } from '../phone-fast.ts'
import { parsePhones, type Phone } from '../phone.ts'
import { SIGNAL_KINDS, type SignalKind } from '../profile.ts'
import { PROVEN, STAGES } from '../stage.ts'
import { basisOfWord, type SaidBasis } from './basis-words.ts'
import { readLanguage, trimmed } from './cell.ts'
import { parseCountry } from './country.ts'
import { dayTimeAt, readDate } from './date.ts'
import type { Field, Problem } from './field.ts'
import { looksLikeDate } from './looks.ts'
import type { ReadColumn, RowPlan, Values } from './row.ts'
import { ruling, standingOf, type Standing } from './stage-words.ts'
import { saysPrefix } from './synonyms.ts'
import { parseDomain, parseEmployees, parsePostcode, parseWhole, parseYesNo } from './values.ts'
import { asksForSilence, saysCallWish, WISHED, wishOf, type WishField } from './wish.ts'

/** Characters, as the basis of a lead's page may have. */
const LONGEST_PROOF = 2000
/** More visits than this add nothing to a score. */
const MOST_SIGNALS = 20

/** A row while its cells are read. */
export type Reading = {
  plan: RowPlan
  values: Values
  /** `isFamilyFirst`: the header of the full name says so. */
  parts: { full: string; given: string; family: string; isFamilyFirst: boolean }
  /** Of the row, or of the list. */
  country: string
  phones: Phone[]
  /** `said` undefined: the row does not say. */
  ground: { said: SaidBasis | undefined; on: string | null; proof: string | null }
  /** Where the file has them; null = it does not say. */
  standing: Standing | null
  mark: (column: ReadColumn, cell: string, problem: Problem) => void
}

type Read = (reading: Reading, cell: string, column: ReadColumn) => void

const text =
  (key: 'externalId' | 'title' | 'company' | 'industry' | 'province' | 'source' | 'campaign'): Read =>
  ({ values }, cell, column) => {
    const said = meant(cell, column)
    if (said !== '') values[key] = said ?? trimmed(cell.includes('(http') ? cell.replace(LINK, '') : cell)
  }

/** `Roa SL (https://…)`, as tables that point at others write it. */
const LINK = /\s*\(https?:[^()]*\)\s*$/

/** What somebody said the cell stands for; '' = nothing, null = nobody said. */
const meant = (cell: string, { values }: ReadColumn): string | null => values?.[fold(cell)] ?? null

/** `Seville, Andalusia, Spain`, as networks write where somebody is: city, region, country. */
const city: Read = (reading, cell, column) => {
  const { values } = reading
  const said = meant(cell, column)
  if (said !== null) return void (values.city = said || null)
  const parts = cell.includes(',') ? cell.split(',').map(trimmed) : []
  const last = parts.at(-1) ?? ''
  // Atlanta, Georgia is in no country of that name.
  const country =
    last.length > 3 && (parts.length > 2 || fold(last) !== 'georgia') ? parseCountry(last) : null
  if (country === null) return void (values.city = trimmed(cell))
  values.city = parts[0] || null
  if (parts.length > 2) values.province ??= parts[1] || null
  values.country ??= country
}

const part =
  (key: 'full' | 'given' | 'family'): Read =>
  ({ parts }, cell) =>
    void (parts[key] = parts[key] === '' ? trimmed(cell) : `${parts[key]} ${trimmed(cell)}`)

/** `"Eva Sol" <eva@sol.example>`, as mail programs write somebody. */
const whole: Read = (reading, cell, column) => {
  if (/[(,;:.-]/.test(cell) && saysCallWish(cell)) reading.mark(column, cell, 'wish_unheeded')
  const name = cell.includes('@') ? cell.replace(ADDRESS, '').replace(QUOTES, '') : ''
  if (!/\p{L}/u.test(name)) return part('full')(reading, cell, column)
  reading.values.emails.push(...newIn(reading, parseEmails(cell.match(ADDRESS)?.join(' ') ?? '').emails))
  part('full')(reading, name, column)
}
const ADDRESS = /<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)|\S+@\S+/g
const QUOTES = /^["'\s]+|["'\s,;-]+$/g
const newIn = ({ values }: Reading, emails: readonly string[]) =>
  emails.filter((each) => !values.emails.includes(each))

const wish =
  (key: WishField): Read =>
  ({ values, mark }, cell, column) => {
    const is = meant(cell, column)
    // A day on which they said so is a yes.
    const isDay = column.wishIs !== 'no' && column.wishIs !== 'words' && looksLikeDate(cell)
    const said = is === null ? (isDay ? true : wishOf(cell, column.wishIs ?? 'yes')) : is === WISHED
    if (said === null) mark(column, cell, 'yes_no_unreadable')
    // What somebody wrote where a wish is asked for is rather one than none.
    values[key] ||= said ?? true
  }

const phone: Read = ({ phones, country, mark }, cell, column) => {
  const read = parsePhones(cell, country)
  phones.push(...read.phones)
  const words = /\p{L}{2}/u.test(cell) ? cell.replace(/[\d\s+().-]+/g, ' ').trim() : ''
  if (words !== '' && saysCallWish(words)) mark(column, cell, 'wish_unheeded')
  if (read.problem) mark(column, cell, read.problem)
  else if (read.phones.length > 1) mark(column, cell, 'phones_several')
}

/** A date, a yes, or how often. */
const signal =
  (kind: SignalKind): Read =>
  ({ values, plan, mark }, cell, column) => {
    const said = parseYesNo(cell)
    const times = said === null ? parseWhole(cell) : Number(said)
    const at = times === null || times > MOST_TIMES ? instant(cell, column, plan.zone) : null
    if (times === null && at === null) return mark(column, cell, 'date_unreadable')
    const counted = at === null ? Math.min(times ?? 1, MOST_SIGNALS) : 1
    for (let n = 0; n < counted; n++) values.signals.push({ kind, at })
  }
/** A greater number may be a day as spreadsheets and CRMs count them. */
const MOST_TIMES = 9999

/** A day without a time begins where the desk stands. */
function instant(cell: string, { order, zone: said }: ReadColumn, desk: string): number | null {
  const zone = said ?? desk
  let orders = instants.get(zone)
  if (!orders) instants.set(zone, (orders = new Map()))
  let read = orders.get(order)
  if (!read) orders.set(order, (read = memo((text) => instantOf(text, order, zone))))
  return read(cell)
}
/** By zone and order: a file says the same days thousands of times. */
const instants = new Map<string, Map<ReadColumn['order'], (cell: string) => number | null>>()

function instantOf(cell: string, order: ReadColumn['order'], zone: string): number | null {
  const read = readDate(cell, order)
  return read && dayTimeAt(read, zone)
}

const date =
  (key: 'arrivedAt' | 'updatedAt'): Read =>
  ({ values, plan, mark }, cell, column) => {
    values[key] = instant(cell, column, plan.zone)
    if (values[key] === null && !NO_DAY.test(cell)) mark(column, cell, 'date_unreadable')
  }

const LETTERS = 65
/** `0000-00-00`, as databases write that there is none. */
const NO_DAY = /^[0\s/.:-]+$/

/**
 * A lead whose stage nobody answers for is born as any other: its fit and what it did may make an MQL of it. But whom the
 * file has as a customer, or says why they were lost, is not called as if it were not so.
 */
const stage: Read = (reading, cell, column) => {
  const { plan, values, mark } = reading
  const said = meant(cell, column)
  if (said === '') return
  if (said === WISHED || (said === null && asksForSilence(cell))) return void (values.doNotCall = true)
  const found = said === null ? standingOf(cell) : null
  const stage = found?.stage ?? STAGES.find((each) => each === said) ?? null
  if (stage === null) return mark(column, cell, 'stage_unknown')
  const isCapped = plan.capsStage === true && PROVEN.includes(stage)
  const isCustomer = isCapped && stage === 'customer'
  const reason = isCustomer
    ? 'already_customer'
    : stage === 'lost' && !isCapped
      ? null
      : (found?.reason ?? null)
  if (isCustomer) mark(column, cell, 'customer_unproven')
  else if (isCapped && reason === null) return mark(column, cell, 'stage_unproven')
  reading.standing = ruling(reading.standing, { stage, reason })
}

/** Who is on the team stands in the plan. */
const owner: Read = ({ values, mark }, cell, column) => {
  const said = meant(cell, column)
  if (said === '') return
  if (said === null) mark(column, cell, 'owner_unknown')
  else values.ownerId = said
}

const basis: Read = ({ ground, mark }, cell, column) => {
  const word = meant(cell, column)
  const said = word === '' ? null : basisOfWord(word ?? cell)
  if (said === undefined) mark(column, cell, 'basis_unknown')
  else ground.said = said
}

const basisOn: Read = ({ ground, plan, mark }, cell, column) => {
  const day = readDate(cell, column.order)?.day ?? null
  if (day === null) mark(column, cell, 'date_unreadable')
  else if (day > plan.today) mark(column, cell, 'day_ahead')
  else ground.on = day
}

/** How a cell is understood, by the field of its column. `notes` are kept as they stand. */
export const READ: Readonly<Record<Exclude<Field, 'notes'>, Read>> = {
  externalId: text('externalId'),
  fullName: whole,
  givenName: part('given'),
  familyName: part('family'),
  title: text('title'),
  company: text('company'),
  industry: text('industry'),
  employees: ({ values, mark }, cell, column) => {
    values.employees = parseEmployees(cell)
    if (values.employees === null) mark(column, cell, 'number_unreadable')
  },
  website: ({ values }, cell) => void (values.domain = parseDomain(cell)),
  email: (reading, cell, column) => {
    const { emails, valid } = parseEmails(cell)
    reading.values.emails.push(...newIn(reading, emails))
    if (!valid) reading.mark(column, cell, 'email_invalid')
  },
  phone,
  mobile: phone,
  country: (reading, cell, column) => {
    // A prefix says by which rules the number is read, and not where somebody is.
    // No name begins before the letters.
    const isCode = cell.charCodeAt(0) < LETTERS
    const dialled = isCode ? countryOfCode(cell, /^\d+$/.test(cell) && saysPrefix(column.header)) : null
    if (dialled !== null) return void (reading.country = dialled)
    const found = parseCountry(cell)
    if (found === null) reading.mark(column, cell, 'country_unknown')
    else reading.country = reading.values.country = found
  },
  province: text('province'),
  city,
  postalCode: ({ values, country, mark }, cell, column) => {
    const { code, mended } = parsePostcode(cell, country)
    values.postalCode = code
    if (mended) mark(column, cell, 'postcode_short')
  },
  source: text('source'),
  campaign: text('campaign'),
  stage,
  owner,
  arrivedAt: date('arrivedAt'),
  updatedAt: date('updatedAt'),
  doNotCall: wish('doNotCall'),
  doNotEmail: wish('doNotEmail'),
  basis,
  basisOn,
  basisProof: ({ ground }, cell) => void (ground.proof = trimmed(cell).slice(0, LONGEST_PROOF)),
  language: ({ values }, cell) => void (values.language = readLanguage(cell)),
  ...(Object.fromEntries(SIGNAL_KINDS.map((kind) => [kind, signal(kind)])) as Record<SignalKind, Read>),
}
