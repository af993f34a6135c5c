/** What somebody is known by in what others wrote. Left out what others bear too: it says nothing about one of them. */
export type Needles = {
  names: readonly string[]
  emails: readonly string[]
  /** E.164. */
  phones: readonly string[]
  /** Ids elsewhere; short ones are read as any other number and left alone. */
  ids: readonly string[]
}

/** What stands where somebody was named. */
export const BLANK = '[…]'
const SHORTEST_ID = 6
const SHORTEST_NUMBER = 7
/** A country's code has at most so many digits. */
const LONGEST_CODE = 3
const BETWEEN = String.raw`[\s.()/\-]{0,3}`

/** Takes somebody's names, addresses and numbers out of a text, however they are written (PRODUCT.md section 9). */
export function redactor({ names, emails, phones, ids }: Needles): (text: string) => string {
  const words = [
    // One word alone names too many.
    ...names.filter((name) => /\S\s+\S/.test(name.trim())),
    ...emails,
    ...ids.filter((id) => id.trim().length >= SHORTEST_ID),
  ].map((each) => escaped(folded(each.trim()).text).replace(/\s+/g, String.raw`\s+`))
  const spoken = regExp(words, String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`)
  const dialled = regExp(phones.flatMap(written), String.raw`(?<!\d)(?:\+|00)?0?`, String.raw`(?!\d)`)
  return (text) => withoutWords(dialled ? text.replace(dialled, BLANK) : text, spoken)
}

/** The same for a value of JSON, names of fields too. */
export function redacted(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((each) => redacted(each, redact))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [redact(key), redacted(each, redact)]))
}

function regExp(options: readonly string[], before: string, after: string): RegExp | null {
  if (options.length === 0) return null
  const longestFirst = [...new Set(options)].toSorted((a, b) => b.length - a.length)
  return new RegExp(`${before}(?:${longestFirst.join('|')})${after}`, 'gu')
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/** With its country's code and without, of which nobody says how long it is; with anything between the digits. */
function written(e164: string): string[] {
  const digits = e164.replace(/\D/g, '')
  const starts = Array.from({ length: LONGEST_CODE + 1 }, (_, code) => code)
  return starts
    .map((code) => digits.slice(code))
    .filter((part) => part.length >= SHORTEST_NUMBER)
    .map((part) => [...part].join(BETWEEN))
}

function withoutWords(text: string, pattern: RegExp | null): string {
  if (!pattern) return text
  const { text: plain, at } = folded(text)
  let [out, from] = ['', 0]
  for (const found of plain.matchAll(pattern)) {
    out += text.slice(from, at(found.index)) + BLANK
    from = at(found.index + found[0].length)
  }
  return from === 0 ? text : out + text.slice(from)
}

const ASCII = /^[\0-~]*$/

/** A text without case and accents, and where each of its places is in the text as it was. */
function folded(text: string): { text: string; at: (place: number) => number } {
  if (ASCII.test(text)) return { text: text.toLowerCase(), at: (place) => place }
  let plain = ''
  const places: number[] = []
  let from = 0
  for (const sign of text) {
    const bare = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    for (let n = 0; n < bare.length; n++) places.push(from)
    plain += bare
    from += sign.length
  }
  return { text: plain, at: (place) => places[place] ?? text.length }
}
