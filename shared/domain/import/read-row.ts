import { instantOf } from '../calendar.ts'
import { parseEmails } from '../email-key.ts'
import { cased } from '../name.ts'
import { SIGNAL_KINDS, type SignalKind } from '../profile.ts'
import { firstOfEach, parsePhones, type Phone } from '../phone.ts'
import { fold } from '../../lib/fold.ts'
import { isEmpty, isWish, readLanguage } from './cell.ts'
import { parseCountry } from './country.ts'
import type { CsvRecord } from './csv.ts'
import { readDate } from './date.ts'
import type { CellProblem, Field, Problem } from './field.ts'
import type { ReadColumn, Row, RowName, RowPlan, Values } from './row.ts'
import { parseDomain, parseEmployees, parsePostcode, parseWhole, parseYesNo } from './values.ts'

/** Characters; a longer cell is marked and counts as blank. */
export const LONGEST_CELL = 32_000
const SHOWN = 200
/** More visits than this add nothing to a score. */
const MOST_SIGNALS = 20
const MINUTE = 60_000

type Reading = {
  plan: RowPlan
  values: Values
  parts: { full: string; given: string; family: string }
  /** Of the row, or of the list. */
  country: string
  phones: Phone[]
  mark: (column: ReadColumn, cell: string, problem: Problem) => void
}

/** Reads rows by one plan. A cell that is not understood only marks its row. */
export function rowReader(plan: RowPlan): (record: CsvRecord) => Row {
  const words = new Set(plan.emptyWords.map(fold))
  // The country comes first: numbers and postcodes are read by it.
  const columns = plan.columns.toSorted(
    (a, b) => Number(b.field === 'country') - Number(a.field === 'country'),
  )
  return ({ line, cells, quote }) => {
    const problems: CellProblem[] = aboutRow(cells, plan.width, quote)
    const reading: Reading = {
      plan,
      values: blank(plan.source),
      parts: { full: '', given: '', family: '' },
      country: plan.country,
      phones: [],
      mark: ({ field, index }, cell, problem) =>
        void problems.push({ field, column: index, cell: cell.slice(0, SHOWN), problem }),
    }
    for (const column of columns) {
      const cell = cells[column.index] ?? ''
      if (isEmpty(cell, words)) continue
      if (cell.length > LONGEST_CELL) reading.mark(column, cell, 'cell_too_long')
      else {
        if (cell.includes('\uFFFD')) reading.mark(column, cell, 'undecodable')
        if (column.field === null || column.field === 'notes') keep(reading.values, column.header, cell)
        else READ[column.field](reading, cell, column)
      }
    }
    return { line, cells: shortened(cells), problems, values: finished(reading) }
  }
}

const shortened = (cells: string[]) =>
  cells.some((cell) => cell.length > LONGEST_CELL) ? cells.map((cell) => cell.slice(0, LONGEST_CELL)) : cells

const blank = (source: string | null): Values => ({
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
  arrivedAt: null,
  doNotCall: false,
  doNotEmail: false,
  signals: [],
  extra: null,
})

function aboutRow(cells: readonly string[], width: number, quote: CsvRecord['quote']): CellProblem[] {
  const isLong = cells.slice(width).some((cell) => cell.trim() !== '')
  const found: (Problem | null)[] = [
    quote && `quote_${quote}`,
    cells.length < width ? 'cells_missing' : isLong ? 'cells_extra' : null,
  ]
  return found.flatMap((problem) => (problem ? [{ field: null, column: null, cell: '', problem }] : []))
}

function keep(values: Values, header: string, cell: string): void {
  values.extra ??= {}
  values.extra[header] = cell
}

function finished({ values, parts, phones }: Reading): Values {
  values.name = nameOf(parts)
  values.phones = firstOfEach(phones)
  return values
}

const COMMA = /^([^,\d]+),\s*([^,\d]+)$/

/** `GARCÍA LÓPEZ, JUAN JOSÉ` is Juan José García López; one name that stands whole stays whole. */
function nameOf({ full, given, family }: Reading['parts']): RowName | null {
  const [, last = '', first = ''] = given || family ? [full, family, given] : (COMMA.exec(full) ?? [])
  if (!first && !last) return full ? { name: cased(full), givenName: null, familyName: null } : null
  const name = [cased(first.trim()), cased(last.trim())].filter((part) => part !== '').join(' ')
  return { name, givenName: cased(first.trim()) || null, familyName: cased(last.trim()) || null }
}

type Read = (reading: Reading, cell: string, column: ReadColumn) => void

const text =
  (
    key: 'externalId' | 'title' | 'company' | 'industry' | 'province' | 'city' | 'source' | 'campaign',
  ): Read =>
  ({ values }, cell) =>
    void (values[key] = cell.trim())

const part =
  (key: 'full' | 'given' | 'family'): Read =>
  ({ parts }, cell) =>
    void (parts[key] = [parts[key], cell.trim()].join(' ').trim())

const yesNo =
  (key: 'doNotCall' | 'doNotEmail'): Read =>
  ({ values, mark }, cell, column) => {
    const said = isWish(cell) || parseYesNo(cell)
    if (said === null) mark(column, cell, 'yes_no_unreadable')
    else values[key] ||= said
  }

const phone: Read = ({ phones, country, mark }, cell, column) => {
  const read = parsePhones(cell, country)
  phones.push(...read.phones)
  if (read.problem) mark(column, cell, read.problem)
}

/** A date, a yes, or how often. */
const signal =
  (kind: SignalKind): Read =>
  ({ values, plan, mark }, cell, column) => {
    const said = parseYesNo(cell)
    const times = said === null ? parseWhole(cell) : Number(said)
    const at = times === null ? instant(cell, column, plan.zone) : null
    if (times === null && at === null) return mark(column, cell, 'date_unreadable')
    for (let n = 0; n < Math.min(times ?? 1, MOST_SIGNALS); n++) values.signals.push({ kind, at })
  }

/** A day without a time begins where the desk stands. */
function instant(cell: string, { order }: ReadColumn, zone: string): number | null {
  const read = readDate(cell, order)
  if (!read) return null
  const { day, minutes, offset } = read
  return offset === null
    ? instantOf(zone, day, minutes ?? 0)
    : Date.parse(day) + ((minutes ?? 0) - offset) * MINUTE
}

const READ: Readonly<Record<Exclude<Field, 'notes'>, Read>> = {
  externalId: text('externalId'),
  fullName: part('full'),
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
  email: ({ values, mark }, cell, column) => {
    const { emails, valid } = parseEmails(cell)
    values.emails.push(...emails.filter((each) => !values.emails.includes(each)))
    if (!valid) mark(column, cell, 'email_invalid')
  },
  phone,
  mobile: phone,
  country: (reading, cell, column) => {
    const found = parseCountry(cell)
    if (found === null) reading.mark(column, cell, 'country_unknown')
    else reading.country = reading.values.country = found
  },
  province: text('province'),
  city: text('city'),
  postalCode: ({ values, country }, cell) => void (values.postalCode = parsePostcode(cell, country).code),
  source: text('source'),
  campaign: text('campaign'),
  arrivedAt: ({ values, plan, mark }, cell, column) => {
    values.arrivedAt = instant(cell, column, plan.zone)
    if (values.arrivedAt === null) mark(column, cell, 'date_unreadable')
  },
  doNotCall: yesNo('doNotCall'),
  doNotEmail: yesNo('doNotEmail'),
  language: ({ values }, cell) => void (values.language = readLanguage(cell)),
  ...(Object.fromEntries(SIGNAL_KINDS.map((kind) => [kind, signal(kind)])) as Record<SignalKind, Read>),
}
