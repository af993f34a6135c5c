import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

import { err, ok, type Result } from '../lib/result.ts'
import { asChanged } from './phone-changed.ts'
import { plainNumber } from './phone-fast.ts'
import type { PhoneType } from './phone-kind.ts'

export type Phone = { e164: string; extension: string | null; type: PhoneType }
export type PhoneProblem = 'phone_letters' | 'phone_invalid' | 'phone_no_country' | 'phone_rounded'

/** What people write beside a number, not in it. */
const LABEL =
  /^(?:(?:tel[eé]fon[oe]?|t[eé]l[eé]phone|telf|t[eé]l|tlfno|tlf|tfno|m[oó]vil|mov|cel|mobile|mobil|handy|phone|cellulare|celular|cell|portable|fijo|fixo|fixe|festnetz|directo?|centralita|switchboard|casa|trabajo|oficina|work|home|office|whatsapp|wsp|wa|n[º°o]|ph|p|t|m)(?!\p{L})\.?\s*[:.]?\s*)+/iu
const LABEL_AFTER =
  /\s*\((?:[\p{L}\s.]+)\)\s*$|\s+(?:m[oó]vil|fijo|casa|trabajo|oficina|directo|personal|mobile|home|work|office|whatsapp)\s*$/iu
const EXTENSION =
  /[\s,;.]*(?:ext(?:ensi[oó]n|ension)?\.?|int(?:erno)?\.?|ramal|anexo|x|#)\s*[.:]?\s*(\d{1,7})\s*\)?$/i
/** `(0xx11)`: whichever carrier one dials with in Brazil. */
const CARRIER = /^(\(?)0?\s*xx\s*(?=\d)/i
/** As spreadsheets show a long number: `3,46112E+10`. */
const ROUNDED = /^(\d)[.,]?(\d*)E\+?(\d{1,2})$/i
/** As programs write a whole number that they took for one with a fraction. */
const FRACTION = /^(\+?\d{7,15})[.,]0+$/
/** All that may stand in one number; the library would stop at anything else and take what came before. */
const WRITTEN = /^[\d\s+().\-/–—‐‑·']+$/

/** Digits as most files have them; no two signs side by side, which may stand between two numbers. */
const PLAIN = /^(?:\+|00(?=[1-9]))?\d(?:[ .-]?\d){5,14}$/

/**
 * One number in any way it is written. `country` (ISO 3166-1) is whose national numbers it may be.
 * NFKC first, since full-width digits would else make another number; letters are refused, never dialled as digits.
 */
export function parsePhone(text: string, country: string | null): Result<Phone, PhoneProblem> {
  if (PLAIN.test(text)) {
    const plain = plainNumber(text.replace(/[ .-]+/g, '').replace(/^00/, '+'), country)
    if (plain) return ok({ ...plain, extension: null })
  }
  const written = asCounted(seen(text))
  if (written === null) return err('phone_rounded')
  const bare = written.replace(LABEL, '').replace(LABEL_AFTER, '')
  const plain = country === 'BR' ? bare.replace(CARRIER, '$10') : bare
  const [whole, extension = null] = EXTENSION.exec(plain) ?? []
  const number = whole === undefined ? plain : plain.slice(0, -whole.length)
  if (/\p{L}/u.test(number)) return err('phone_letters')
  if (!WRITTEN.test(number)) return err('phone_invalid')
  const dialled = number
    // "(0)" stands for the zero that only those at home dial.
    .replace(/^(\+|00)([\d\s]{1,5})\(0\)/, '$1$2')
    .replace(/^\s*\(?\s*00(?=[1-9])/, '+')
    .replace(/^\(\+/, '+')
    // "+0034", and "+34+34" of who put a prefix before a number that had its own.
    .replace(/^\+\s*0+(?=[1-9])/, '+')
    .replace(/^\+\s*(\d{1,3})[\s-]*(?:\+|00)\s*(?=\1)/, '+')
  const isAbroad = dialled.includes('+')
  if (!isAbroad && country === null) return err('phone_no_country')
  const found = numberIn(dialled, country) ?? numberIn(asChanged(dialled, country), country)
  if (!found) return err('phone_invalid')
  return ok({ e164: found.number, extension, type: TYPES[found.getType() ?? ''] ?? 'other' })
}

function numberIn(dialled: string | null, country: string | null) {
  if (dialled === null) return null
  const found = parsePhoneNumberFromString(dialled, country ? { defaultCountry: country as CountryCode } : {})
  return found?.isValid() ? found : null
}

/** Without the marks of direction and joining that phones and pages copy with a number, which nobody sees. */
const seen = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Extended_Pictographic}\ufe0f?/gu, '')
    .trim()

/** Digits that a spreadsheet wrote as a number, where they are all there; null where it dropped some. */
function asCounted(text: string): string | null {
  const [, first, more = '', power] = ROUNDED.exec(text) ?? []
  if (first === undefined) return text.replace(FRACTION, '$1')
  return more.length >= Number(power) ? `${first}${more}` : null
}

const TYPES: Readonly<Record<string, PhoneType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
}

/** `["+34600111222","+34600111223"]`, as programs write several. */
const unlisted = (text: string): string =>
  LISTED.test(text) ? text.slice(1, -1).replaceAll('"', ' ').trim() : text
const LISTED = /^(?:\[.*\]|\{[^:]*\})$/s

type ParsedPhones = { phones: Phone[]; problem: PhoneProblem | 'phone_words' | null }

/** Signs that stand between two numbers and never inside one. */
const BETWEEN =
  /\s*(?:[/;|\n\r]+|:{2,}|,(?!\s*(?:ext|int)\b|\d+E\+)|\s(?:o|y|or|and|e|ó)\s|\s+[-·•]\s+|\s{3,}|\t)\s*/i

/**
 * All numbers of a cell, mobiles first and each once. `problem` is that of the first part that is no number; of
 * `phone_words` the numbers are there, and words beside them.
 */
export function parsePhones(cell: string, country: string | null): ParsedPhones {
  if (PLAIN.test(cell)) {
    const only = parsePhone(cell, country)
    return only.ok ? { phones: [only.value], problem: null } : { phones: [], problem: only.error }
  }
  const parts = unlisted(seen(cell))
    .replace(FRACTION, '$1')
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map((part) => partOf(part, country))
  const phones = read.flatMap((each) => each.phones)
  const problems = read.flatMap((each) => each.problem ?? [])
  const problem = problems.find((each) => each !== 'phone_words') ?? problems[0] ?? null
  if (problem && parts.length > 1) {
    // "91/555.12.12": what looked like two numbers is one.
    const whole = parsePhone(parts.join(' '), country)
    if (whole.ok) return { phones: [whole.value], problem: null }
  }
  if (problem === 'phone_letters' && phones.length === 0) {
    const among = amongWords(cell, country)
    if (among.length > 0) return { phones: among, problem: 'phone_words' }
  }
  return { phones: firstOfEach(phones), problem }
}

function partOf(part: string, country: string | null): ParsedPhones {
  const only = parsePhone(part, country)
  if (only.ok) return { phones: [only.value], problem: null }
  const among = only.error === 'phone_letters' ? amongWords(part, country) : []
  return { phones: among, problem: among.length > 0 ? 'phone_words' : only.error }
}

const RUN = /(?<![\p{L}\d])[+(]?\d(?:[\d\s().-]*\d)?(?![\p{L}\d])/gu
/** Nobody answers there: `Fax: 91…`, and the F behind a T. */
const IS_FAX = /fax\W*$/i
const IS_F = /(?:fax|(?<!\p{L})f)\W*$/iu

/**
 * Whole numbers with words behind them: `600 111 224 preguntar por Rosa`, `Móvil: 600… Fijo: 91…`. Words in front, or
 * any digit that is left over, may be part of a number that is spelt, which nobody dials.
 */
function amongWords(cell: string, country: string | null): Phone[] {
  const whole = seen(cell)
  const text = whole.replace(LABEL, '')
  const isFax = /^t\W/i.test(whole) ? IS_F : IS_FAX
  const runs = [...text.matchAll(RUN)]
  if (runs[0]?.index !== 0 || /\d/.test(text.replace(RUN, ''))) return []
  const read = runs
    .filter(({ index }) => !isFax.test(text.slice(0, index)))
    .map(([run]) => parsePhone(run, country))
  return read.every((each) => each.ok) ? firstOfEach(read.map(({ value }) => value)) : []
}

/** Mobiles first, and no number twice. */
export function firstOfEach(phones: readonly Phone[]): Phone[] {
  if (phones.length < 2) return [...phones]
  const seen = new Set<string>()
  return phones
    .toSorted((a, b) => Number(b.type === 'mobile') - Number(a.type === 'mobile'))
    .filter(({ e164 }) => !seen.has(e164) && seen.add(e164))
}
