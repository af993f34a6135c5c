import { fold } from '../../lib/fold.ts'
import { companyKey } from '../company-key.ts'
import { unguard } from '../export/guard.ts'
import { isEastAsian, nameParts } from '../name.ts'
import { firstOfEach, parsePhone, type Phone } from '../phone.ts'
import type { RowBasis } from './basis-words.ts'
import { AS_TEXT, emptyBy, trimmed } from './cell.ts'
import type { CsvRecord } from './csv.ts'
import type { CellProblem, Problem } from './field.ts'
import { isCompanyName, namedAt } from './company-name.ts'
import { footerWatch } from './footer.ts'
import { headerAgain } from './header-again.ts'
import { READ, type Reading } from './read-cell.ts'
import type { ReadColumn, Row, RowName, RowPlan, Values } from './row.ts'
import { saysMore } from './stage-words.ts'
import { saysFamilyFirst, saysSwitchboard } from './synonyms.ts'
import { saysCallWish, wishOf } from './wish.ts'

/** Characters; what a cell has beyond them is cut off and marked. */
export const LONGEST_CELL = 32_000
const SHOWN = 200

/** Problems after which what the cell says would be gone: nobody could read it, but a rep may. */
const LOSES: ReadonlySet<Problem> = new Set([
  'phone_letters',
  'phone_invalid',
  'phone_no_country',
  'phone_rounded',
  'phone_words',
  'email_invalid',
  'date_unreadable',
  'yes_no_unreadable',
  'number_unreadable',
  'country_unknown',
  'stage_unknown',
  'stage_unproven',
  'customer_unproven',
  'owner_unknown',
  'basis_unknown',
  'day_ahead',
  'cell_too_long',
])

/** Reads rows by one plan. A cell that is not understood only marks its row, and is kept beside the lead. */
export function rowReader(plan: RowPlan): (record: CsvRecord) => Row {
  const isEmpty = emptyBy(plan.emptyWords)
  const isFooter = footerWatch(plan.width)
  const isHeader = headerAgain(plan.header ?? [])
  const isFamilyFirst = plan.columns.some(
    ({ field, header }) => field === 'fullName' && saysFamilyFirst(header),
  )
  // Of several stages one goes; the words of all are kept.
  const isStaged = plan.columns.filter(({ field }) => field === 'stage').length > 1
  const columns = plan.columns.toSorted((a, b) => turnOf(a) - turnOf(b))
  return ({ line, cells: written, quote }) => {
    // What an export kept from being run as a formula is what it was before.
    const whole = written.some(isQuoted) ? written.map(unguard) : written
    const cells = whole.some(isLong) ? whole.map((cell) => cell.slice(0, LONGEST_CELL)) : whole
    const problems: CellProblem[] = aboutRow(cells, plan.width, quote)
    const reading: Reading = {
      plan,
      values: blank(plan),
      parts: { full: '', given: '', family: '', isFamilyFirst },
      country: plan.country,
      phones: [],
      ground: { said: undefined, on: null, proof: null },
      standing: null,
      mark: ({ field, index, header }, cell, problem) => {
        problems.push({ field, column: index, cell: cell.slice(0, SHOWN), problem })
        if (LOSES.has(problem)) keep(reading.values, header, cell)
      },
    }
    for (const column of columns) {
      const own = cells[column.index] ?? ''
      if (isEmpty(own)) continue
      const cell = joined(column, own, cells, reading.country)
      if (cell.includes('\uFFFD')) reading.mark(column, cell, 'undecodable')
      if (isLong(whole[column.index] ?? '')) reading.mark(column, cell, 'cell_too_long')
      else if (column.field === null || column.field === 'notes' || isUncalled(column, cells)) {
        if (saysCallWish(cell)) reading.mark(column, cell, 'wish_unheeded')
        keep(reading.values, column.header, cell)
      } else READ[column.field](reading, isQuoted(cell) && AS_TEXT.test(cell) ? cell.slice(1) : cell, column)
      if (column.wishIs === 'words' || (column.field === 'stage' && (isStaged || saysMore(cell))))
        keep(reading.values, column.header, cell)
    }
    const values = finished(reading)
    const isAside = isFooter(cells, values, line)
    const isNone = isHeader(cells, values) ? 'header_again' : isAside ? 'footer' : null
    if (isNone === null) return { line, cells, problems, values }
    // What is wrong with cells of nobody is of no use to anybody.
    const all = isNone === 'footer' ? problems.filter(({ field }) => field === null) : []
    all.push({ field: null, column: null, cell: '', problem: isNone })
    return { line, cells, problems: all, values: blank(plan) }
  }
}

/** The country first: numbers and postcodes are read by it. A house's own line last: whoever can be is called directly. */
const turnOf = ({ field, header }: ReadColumn): number =>
  field === 'country' ? 0 : field === 'phone' && saysSwitchboard(header) ? 2 : 1

/** A cell with what other columns say of it. */
function joined(column: ReadColumn, own: string, cells: readonly string[], country: string): string {
  const { timeIn, areaIn, extensionIn } = column
  if (timeIn !== undefined) return timed(own, cells[timeIn] ?? '')
  const whole = areaIn === undefined ? own : withArea(own, cells[areaIn] ?? '', country)
  return extensionIn === undefined ? whole : withExtension(whole, cells[extensionIn] ?? '')
}

/** `011`, or `+351`, before `4321-5678`. A number that has its own, or that is none with it, stays as it is. */
function withArea(number: string, area: string, country: string): string {
  if (!/^\s*(?:\+|00)?\s*\(?\d{1,5}\)?\s*$/.test(area) || !/^\s*[1-9]/.test(number)) return number
  const whole = `${trimmed(area)} ${trimmed(number)}`
  return parsePhone(whole, country).ok ? whole : number
}
const withExtension = (number: string, extension: string): string =>
  /^\s*\d{1,6}\s*$/.test(extension) && /^[+\d\s().-]+$/.test(number)
    ? `${trimmed(number)} ext ${trimmed(extension)}`
    : number

/** A day with the time that stands in another column; one that has its own, or none that is one, stays as it is. */
const timed = (day: string, time: string): string =>
  !day.includes(':') && TIME.test(time) ? `${trimmed(day)} ${trimmed(time)}` : day
const TIME = /^\s*\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:h|hs|hrs|[ap]\.?\s?m\.?)?\s*$/i

/** Nobody answers there, or must be called there: it is kept, and not called. */
const isUncalled = ({ kindIn, wishIn }: ReadColumn, cells: readonly string[]): boolean =>
  (kindIn !== undefined && /fax/i.test(cells[kindIn] ?? '')) ||
  (wishIn !== undefined && wishOf(cells[wishIn] ?? '', 'yes') === true)

const isQuoted = (cell: string) => cell.charCodeAt(0) === APOSTROPHE
const APOSTROPHE = 39
const isLong = (cell: string) => cell.length > LONGEST_CELL

const blank = ({ source, ownerId = null }: RowPlan): Values => ({
  externalId: null,
  name: null,
  title: null,
  company: null,
  industry: null,
  employees: null,
  domain: null,
  emails: [],
  phones: [],
  country: null,
  province: null,
  city: null,
  postalCode: null,
  language: null,
  source,
  campaign: null,
  stage: null,
  ownerId,
  arrivedAt: null,
  updatedAt: null,
  doNotCall: false,
  doNotEmail: false,
  basis: null,
  signals: [],
  extra: null,
})

function aboutRow(cells: readonly string[], width: number, quote: CsvRecord['quote']): CellProblem[] {
  if (quote === null && cells.length === width) return []
  const hasMore = cells.slice(width).some((cell) => cell.trim() !== '')
  const found: (Problem | null)[] = [
    quote && `quote_${quote}`,
    cells.length < width ? 'cells_missing' : hasMore ? 'cells_extra' : null,
  ]
  return found.flatMap((problem) => (problem ? [{ field: null, column: null, cell: '', problem }] : []))
}

function keep(values: Values, header: string, cell: string): void {
  // A header may be called __proto__.
  values.extra ??= Object.create(null) as Record<string, string>
  values.extra[header] = cell
}

function finished({ plan, values, parts, phones, ground, standing }: Reading): Values {
  const at = values.company === null ? namedAt(parts.full, plan.country) : null
  if (at) [parts.full, values.company] = [at.name, at.company]
  values.name = nameOf(parts, plan)
  if (parts.full && values.name && isCompanyName(parts.full, plan.country))
    asCompany(values, parts.full, phones)
  values.basis = basisFrom(ground, plan)
  if (standing?.reason) values.closed = standing.reason
  else values.stage = standing?.stage ?? null
  values.phones = firstOfEach(phones)
  return values
}

/** A company where a name should be: nobody's given name. It stands for somebody only where nothing else does. */
function asCompany(values: Values, written: string, phones: readonly Phone[]): void {
  const isOther = values.company !== null && companyKey(values.company).key !== companyKey(written).key
  const isReached = phones.length + values.emails.length > 0 || values.externalId !== null
  values.company ??= written
  values.name = isReached && !isOther ? null : { name: written, givenName: null, familyName: null }
}

/** What the row says of it goes before what holds for every row. */
function basisFrom({ said, on, proof }: Reading['ground'], { ground, today }: RowPlan): RowBasis | null {
  const of = said === undefined && ground ? { kind: ground.kind, given: true } : (said ?? null)
  if (of === null) return null
  const day = on ?? ground?.on ?? null
  return { ...of, on: day ?? today, dated: day !== null, proof: proof ?? ground?.proof ?? null }
}

/** As lists of staff have it; any other comma may stand before a job or a title. */
const FAMILY_FIRST = /^([\p{Lu}\p{M}\s.'’-]+),\s*([\p{Lu}\p{M}\s.'’-]+)$/u
const TWO_FAMILY_NAMES = new Set(
  'ES,PT,BR,MX,AR,CO,CL,PE,EC,UY,PY,BO,VE,CR,PA,CU,DO,GT,HN,NI,SV,PR,AD'.split(','),
)

/** `GARCÍA LÓPEZ, JUAN JOSÉ` is Juan José García López; any other name stays as it came. */
function nameOf({ full, given, family, isFamilyFirst }: Reading['parts'], plan: RowPlan): RowName | null {
  const one = given && family ? '' : given || family
  // "NOM" that was taken for the whole name beside "Prénom" is the part that lacks; a whole name goes before a part of it.
  const isBoth = one !== '' && full !== '' && fold(full) !== fold(one)
  const isWhole = isBoth && fold(full).includes(fold(one))
  if (isBoth && !isWhole)
    return nameOf({ full: '', given: given || full, family: family || full, isFamilyFirst }, plan)
  if ((given || family) && !isWhole) {
    const parts = isEastAsian(family) ? [family, given] : [given, family]
    const name = parts.filter((part) => part !== '').join(' ')
    return { name, givenName: given || null, familyName: family || null }
  }
  if (!full) return null
  // Where the family names end nobody can tell.
  if (isFamilyFirst && !full.includes(',')) return { name: full, givenName: null, familyName: null }
  const parts = nameParts(full, TWO_FAMILY_NAMES.has(plan.country) ? 'es' : 'en')
  const name = FAMILY_FIRST.test(full) ? `${parts.given} ${parts.family}` : full
  return { name, givenName: parts.given, familyName: parts.family }
}
