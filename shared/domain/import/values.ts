import { fold } from '../../lib/fold.ts'
import { memo } from '../../lib/memo.ts'

const YES = new Set(
  // -1 is how Access has a yes.
  'yes|y|si|s|true|t|1|-1|x|ok|sim|verdadero|verdad|verdadeiro|v|✓|✔|on|oui|vrai|ja|j|wahr|vero|да|はい|tak'.split(
    '|',
  ),
)
const NO = new Set('no|n|false|f|0|falso|nao|off|non|faux|nein|falsch|нет|いいえ|nee|nie|✗|✘'.split('|'))

/** Null when it is neither. */
export const parseYesNo = memo((cell): boolean | null => {
  const word = fold(cell)
  return YES.has(word) ? true : NO.has(word) ? false : null
})

const COUNT = /^\d+$/
const THOUSANDS = /^\d{1,3}([.,' ’]\d{3})+$/

/** A whole number with or without marks for thousands; null for any other. */
export function parseWhole(cell: string): number | null {
  const text = cell.normalize('NFKC').trim()
  if (THOUSANDS.test(text)) return Number(text.replace(/\D/g, ''))
  // `1.200,00`, as programs write whole amounts.
  const bare = text.replace(/[.,]0{1,2}$/, '')
  if (THOUSANDS.test(bare)) return Number(bare.replace(/\D/g, ''))
  const whole = text.replace(/[.,]0+$/, '')
  return COUNT.test(whole) && whole.length <= 9 ? Number(whole) : null
}

/** Employees: of a range (`50-200`, `10 a 49`, `500+`) its lower end, of `<10` what is just under it. */
export const parseEmployees = memo(employeesOf)

function employeesOf(cell: string): number | null {
  const text = fold(cell)
    .replace(/\b(empleados|employees|trabajadores|personas|people|funcionarios|staff)\b/g, '')
    .replace(/^(mas de|more than|over|desde|from|de|between|entre|\+|>=?|~|aprox\.?)\s*/, '')
    .trim()
  const [, under] = /^(?:<|menos de |less than |hasta |up to )\s*([\d.,]+)$/.exec(text) ?? []
  if (under) return before(parseWhole(under))
  const [, low] =
    /^([\d.,' ]*\d)\s*(?:(?:-|–|—|\/|\ba\b|\bto\b|\by\b|\band\b|\be\b)\s*[\d.,' ]+|\+|o mas|or more)?$/.exec(
      text,
    ) ?? []
  return low === undefined ? null : parseWhole(low)
}

const before = (n: number | null) => (n === null ? null : Math.max(0, n - 1))

/** Hosts where everybody has a page: they say nothing of who somebody works for. */
const ANYBODYS =
  /(?:^|\.)(?:linkedin|facebook|instagram|twitter|x|xing|youtube|tiktok|pinterest|threads|github|medium|crunchbase|linktr|wa|whatsapp|telegram|t|bit|goo|g|maps\.google|plus\.google|sites\.google|docs\.google)\.(?:com|net|org|ee|me|ly|gl|page|app|be)$/

/** The host a person's company is known by; null when there is none in it. */
export function parseDomain(cell: string): string | null {
  const host = cell
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\d?\./, '')
    .split(/[/?#:\s]/)[0]
  return host && /^[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(host) && !ANYBODYS.test(host) ? host : null
}

/** Zeros in front stay; one that a spreadsheet took comes back, where the country tells (`mended`). */
export function parsePostcode(cell: string, country: string | null): { code: string; mended: boolean } {
  if (WHOLE_CODE.test(cell)) return { code: cell, mended: false }
  const code = cell
    .normalize('NFKC')
    .trim()
    .replace(/[.,]0$/, '')
  const mended = FIVE_DIGITS.has(country ?? '') && /^\d{4}$/.test(code)
  return { code: mended ? `0${code}` : code, mended }
}
/** Nothing to take off, and no zero to give back. */
const WHOLE_CODE = /^[\dA-Z]{5,10}$/
const FIVE_DIGITS = new Set(['ES', 'FR', 'DE', 'IT', 'US', 'MX'])
