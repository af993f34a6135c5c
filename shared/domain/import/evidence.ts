import { companyKey } from '../company-key.ts'
import { parsePhones } from '../phone.ts'
import { parseCountry } from './country.ts'
import type { Field } from './field.ts'
import { parseDomain } from './values.ts'
import { isKey, share } from './fits.ts'
import { looksLikeDate, looksLikeEmail, looksLikePhone, looksLikeWebsite, looksLikeYesNo } from './looks.ts'

type Evidence = { field: Field; share: number }

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
/** "Sr." and "M." are how somebody is addressed. */
const isCountry = (cell: string) =>
  !looksLikeYesNo(cell) && !/^\p{L}{1,4}\.$/u.test(cell) && parseCountry(cell) !== null
const hasLegalForm = (cell: string) => companyKey(cell).form !== null
/** Also of what is no person's: `Sociedad limitada`. */
export const isPersonName = (cell: string) =>
  !NO_PERSON.test(cell) && /^[\p{L}\p{M}.'’ªº,-]+(?: [\p{L}\p{M}.'’ªº-]+){1,5}$/u.test(cell)
const NO_PERSON =
  /^(?:sociedad|comunidad|cooperativa|fundaci[oó]n|asociaci[oó]n|empresa|empresario|aut[oó]nomo)\b/iu
/** Five digits that a Spanish postcode may have. */
const isPostcode = (cell: string) => /^(?:0[1-9]|[1-4]\d|5[0-2])\d{3}$/.test(cell)

type Kind = {
  field: Field
  looks: (cell: string) => boolean
  /** Least share of the cells. */
  least: number
  /** Only where the header gives no name: elsewhere the name would have said so. */
  nameless?: true
  also?: (values: readonly string[], rows: number, place: Place) => boolean
}
/** `country` (ISO): whose national numbers are known. */
type Place = { nameless: boolean; country?: string }

/** In the order they are tried: what can hardly be anything else comes first. */
const KINDS: readonly Kind[] = [
  { field: 'email', looks: looksLikeEmail, least: 0.8, also: (values) => areMany(values) },
  {
    field: 'website',
    looks: (cell) => looksLikeWebsite(cell) && parseDomain(cell) !== null,
    least: 0.8,
    also: (values) => areMany(values.map(parseDomain)),
  },
  { field: 'externalId', looks: (cell) => UUID.test(cell), least: 0.95, also: isKey },
  { field: 'phone', looks: looksLikePhone, least: 0.8, also: areDialled },
  {
    field: 'country',
    looks: isCountry,
    least: 0.9,
    also: (values) => values.some((cell) => cell.length > 3),
  },
  { field: 'postalCode', looks: isPostcode, least: 0.9, nameless: true },
  { field: 'arrivedAt', looks: looksLikeDate, least: 0.8, nameless: true },
  { field: 'company', looks: hasLegalForm, least: 0.3, nameless: true },
  { field: 'fullName', looks: isPersonName, least: 0.8, nameless: true, also: isUnlike },
]

/** What stands in the cells, when the header does not say it; null when nothing tells. */
export function evidenceOf(values: readonly string[], rows: number, place: Place): Evidence | null {
  const { nameless } = place
  for (const { field, looks, least, also, ...only } of KINDS) {
    if (values.length === 0 || (only.nameless && !nameless)) continue
    const found = share(values, looks)
    // In a handful of cells without a name above them, one that is wrong says nothing against the others.
    const isTold = found >= least || (nameless && isAllButOne(values, found))
    if (isTold && (also?.(values, rows, place) ?? true)) return { field, share: Math.round(found * 100) }
  }
  return null
}

const FEW = 5
const isAllButOne = (values: readonly string[], found: number): boolean =>
  values.length >= 3 && values.length <= FEW && found * values.length >= values.length - 1

/** The mailbox of whoever works the row, and the page with the form, are the same on most rows. */
const areMany = (values: readonly (string | null)[]): boolean =>
  values.length < 2 || new Set(values).size >= Math.max(2, values.length * 0.3)

/** Cities and jobs repeat; people hardly do. */
function isUnlike(values: readonly string[]): boolean {
  return new Set(values).size >= values.length * 0.8
}

/**
 * Under a header that says something else, as many digits may be an order, a barcode or an address on the net: there they
 * must be numbers that somebody can dial.
 */
function areDialled(values: readonly string[], _: number, { nameless, country }: Place): boolean {
  if (nameless) return share(values, isDecimal) < 0.5
  return share(values, (cell) => parsePhones(cell, country ?? null).phones.length > 0) >= 0.5
}
const isDecimal = (cell: string) => /^-?\d{1,3}\.\d{4,}$|^\d{1,3}(?:\.\d{1,3}){3}$/.test(cell)
