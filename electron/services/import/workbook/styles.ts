import { attribute, type XmlEars } from './xml.ts'

/** How a cell's number is shown, as far as it says what the number is. */
export type CellFormat =
  | { kind: 'plain' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'duration' }
  /** As many digits at least, behind what the format puts before them: `+34 `. */
  | { kind: 'digits'; digits: number; prefix: string }
  | { kind: 'percent' }
  | { kind: 'money'; sign: string; isBefore: boolean }

export type StylesReader = { ears: XmlEars; formatOf: (style: number) => CellFormat }

const PLAIN: CellFormat = { kind: 'plain' }

/** Formats that have a number and no text. Source: ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are dates of East Asia. */
const BUILT_IN = new Map<number, CellFormat>([
  ...[14, 15, 16, 17, 22].map((id) => [id, { kind: 'date' }] as const),
  ...[18, 19, 20, 21, 45, 47].map((id) => [id, { kind: 'time' }] as const),
  [46, { kind: 'duration' }],
  ...[9, 10].map((id) => [id, { kind: 'percent' }] as const),
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, { kind: 'date' }] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, { kind: 'time' }] as const),
])

/** The format of every style, by its place; to be told what stands in `styles.xml`. */
export function stylesReader(): StylesReader {
  const written = new Map<number, CellFormat>()
  const styles: number[] = []
  let isInStyles = false
  return {
    ears: {
      open: (name, attributes) => {
        if (name === 'cellXfs') isInStyles = true
        else if (name === 'numFmt') {
          const code = attribute(attributes, 'formatCode') ?? ''
          written.set(Number(attribute(attributes, 'numFmtId')), formatOf(code))
        } else if (name === 'xf' && isInStyles) styles.push(Number(attribute(attributes, 'numFmtId')))
      },
      close: (name) => {
        if (name === 'cellXfs') isInStyles = false
      },
      text: () => {},
    },
    formatOf: (style) => {
      const id = styles[style] ?? 0
      return written.get(id) ?? BUILT_IN.get(id) ?? PLAIN
    },
  }
}

/** Of a format as it is written: `dd/mm/yyyy`, `[h]:mm`, `00000`, `"+34 "000000000`, `#,##0.00 [$€-C0A]`, `0.0%`. */
function formatOf(code: string): CellFormat {
  const { codes, texts } = firstPart(code)
  if (/\[[hms]/.test(codes)) return { kind: 'duration' }
  if (/[yd]|m{3}/.test(codes)) return { kind: 'date' }
  if (/[hs]/.test(codes) && !codes.includes('general')) return { kind: 'time' }
  if (/^m{1,2}$/.test(codes.trim())) return { kind: 'date' }
  if (!/[0#]/.test(codes)) return PLAIN
  if (codes.includes('%')) return { kind: 'percent' }
  const sign = texts.findIndex(({ text }) => CURRENCY.test(text))
  const money = texts[sign]
  if (money) return { kind: 'money', sign: money.text.trim(), isBefore: money.isBefore }
  return digitsOf(codes, texts)
}

/** `isBefore`: ahead of the first digit. */
type Written = { text: string; isBefore: boolean }

/** A sign, or how a format names one: of what a number counts nothing else is told. */
const CURRENCY = /^\s*(?:[a-z]{0,3}[€$£¥]|EUR|USD|GBP|BRL|MXN|CHF|COP|CLP|ARS|PEN)\s*$/i
/** Quoted, escaped, filled up or left free; a currency, a colour or a condition; a sign of its own. */
const PIECES = /"([^"]*)"|\\(.)|[_*].|\[(?:\$([^\]-]*)[^\]]*|(h+|m+|s+)|[^\]]*)\]|([€$£¥+]+)|(.)/gisu

/** What a format says of numbers that are not below zero: its codes in small letters, and the texts among them. */
function firstPart(code: string): { codes: string; texts: Written[] } {
  let codes = ''
  const texts: Written[] = []
  for (const [, quoted, escaped, currency, elapsed, sign, plain] of code.matchAll(PIECES)) {
    if (plain === ';') break
    if (plain !== undefined) codes += plain.toLowerCase()
    else if (elapsed !== undefined) codes += `[${elapsed.toLowerCase()}]`
    const text = quoted ?? escaped ?? currency ?? sign ?? ''
    const last = texts.at(-1)
    const isBefore = !/[0#]/.test(codes)
    if (text !== '' && last?.isBefore && isBefore) last.text += text
    else if (text !== '') texts.push({ text, isBefore })
  }
  return { codes, texts }
}

/** Places for digits and nothing that counts them: a number of a phone, a code of post, an id. */
function digitsOf(codes: string, texts: readonly Written[]): CellFormat {
  const places = codes.replace(/[-() ]/g, '')
  if (!/^[0#]+$/.test(places)) return PLAIN
  const digits = places.slice(places.indexOf('0')).length
  const before = texts.find(({ isBefore }) => isBefore)?.text ?? ''
  const isPadded = digits > 1 && places.includes('0')
  const prefix = isPadded || /[+\d]/.test(before) ? before : ''
  return isPadded || prefix !== '' ? { kind: 'digits', digits: isPadded ? digits : 1, prefix } : PLAIN
}
