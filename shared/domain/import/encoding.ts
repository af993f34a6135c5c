import { isMixed, likely, readsWestern } from './encoding-guess.ts'
import type { Encoding } from './text.ts'

export type Sniffed = {
  encoding: Encoding
  /** Others that the bytes allow, `encoding` first: the person is asked. Empty when there is nothing to ask. */
  asked: readonly Encoding[]
  /** Bytes that no text has, among the first 4 MB: NULs, and controls besides those of lines and tabs. */
  nuls: number
  controls: number
}
type Found = Pick<Sniffed, 'encoding' | 'asked'>

/** Bytes that are looked at one by one; validity as UTF-8 is asked of the whole file. */
const LOOKED_AT = 4_000_000
const SAMPLE = 64_000

/**
 * Finds out how a file was encoded, piece by piece. `result` is null for what is no text.
 * Order: byte order mark, NULs (UTF-16), strict UTF-8, else Windows-1252 unless its letters never stand like that.
 */
export function encodingSniffer() {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const seen = { bytes: 0, nulsEven: 0, nulsOdd: 0, controls: 0, high: 0, paired: 0, undefined: 0 }
  let first = new Uint8Array(0)
  let sample = new Uint8Array(0)
  let isUtf8 = true
  let last = 0

  const look = (bytes: Uint8Array) => {
    for (const byte of bytes) {
      if (byte === 0) seen[seen.bytes % 2 === 0 ? 'nulsEven' : 'nulsOdd']++
      else if (byte < 0x20 && !PRINTS.has(byte)) seen.controls++
      else if (byte >= 0x80) {
        seen.high++
        if (last >= 0x80) seen.paired++
        if (UNDEFINED_1252.has(byte)) seen.undefined++
      }
      last = byte
      seen.bytes++
    }
  }

  const decodes = (bytes: Uint8Array, more: boolean): boolean => {
    try {
      utf8.decode(bytes, { stream: more })
      return true
    } catch {
      return false
    }
  }

  return {
    push(bytes: Uint8Array): void {
      if (first.length < 4) first = join(first, bytes.subarray(0, 4))
      if (seen.bytes < LOOKED_AT) look(bytes)
      isUtf8 &&= decodes(bytes, true)
      // Where plain ASCII ends is where there is something to tell encodings apart by.
      if (sample.length < SAMPLE && (!isUtf8 || sample.length === 0))
        sample = join(isUtf8 ? new Uint8Array(0) : sample, bytes.subarray(0, SAMPLE))
    },
    result(): Sniffed | null {
      // A file that ends in the middle of a letter, and has others that are whole, was cut off there.
      const isWhole = isUtf8 && (decodes(new Uint8Array(0), false) || seen.high > LONGEST_LETTER)
      const isMeant = isWhole || isMostlyUtf8(sample)
      const mark = byMark(first)
      // Somebody may have put the mark of UTF-8 before what is none.
      const wide = (mark?.encoding === 'utf-8' && !isMeant ? null : mark) ?? byNuls(seen, sample)
      if (wide) return { ...wide, nuls: 0, controls: 0 }
      if (isBinary(seen)) return null
      const nuls = seen.nulsEven + seen.nulsOdd
      return { ...byLetters(isMeant, seen, sample), nuls, controls: seen.controls }
    },
  }
}

type Seen = {
  bytes: number
  nulsEven: number
  nulsOdd: number
  controls: number
  high: number
  paired: number
  undefined: number
}

/** Tab, LF, VT, FF, CR, and the escape and end-of-file that old programs leave. */
const PRINTS = new Set([9, 10, 11, 12, 13, 26, 27])
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

const MARKS: readonly (readonly [hex: string, encoding: Encoding])[] = [
  ['efbbbf', 'utf-8'],
  // Begins like that of UTF-16.
  ['fffe0000', 'utf-32le'],
  ['0000feff', 'utf-32be'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]

const known = (encoding: Encoding): Found => ({ encoding, asked: [] })

function byMark(first: Uint8Array): Found | null {
  const hex = [...first].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const mark = MARKS.find(([begins]) => hex.startsWith(begins))
  return mark ? known(mark[1]) : null
}

/** Western text in UTF-16 has a NUL in every other byte; any other has them where its digits and separators are. */
function byNuls({ bytes, nulsEven, nulsOdd }: Seen, sample: Uint8Array): Found | null {
  const half = bytes / 2
  if (nulsOdd > half * 0.3 && nulsEven < half * 0.05) return known('utf-16le')
  if (nulsEven > half * 0.3 && nulsOdd < half * 0.05) return known('utf-16be')
  const likely = nulsOdd > nulsEven ? 'utf-16le' : 'utf-16be'
  const [more, less] = [Math.max(nulsOdd, nulsEven), Math.min(nulsOdd, nulsEven)]
  return more > half * 0.05 && less * 10 < more && isText(new TextDecoder(likely).decode(sample))
    ? known(likely)
    : null
}

const isText = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}\p{P}\p{Z}\p{S}\r\n\t]/gu)?.length ?? 0) >= text.length * 0.98 &&
  !text.includes('\ufffd')

/** Of hundreds of letters one that a system cut in half does not make another encoding of the file. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample)
  const broken = text.split('\ufffd').length - 1
  return (text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0) > broken * LETTERS_A_BREAK
}
const LETTERS_A_BREAK = 20
/** Bytes that a letter which is cut off may leave. */
const LONGEST_LETTER = 3

const isBinary = ({ bytes, nulsEven, nulsOdd, controls }: Seen): boolean =>
  (nulsEven + nulsOdd) * 1000 > bytes || controls * 100 > bytes

function byLetters(isUtf8: boolean, seen: Seen, sample: Uint8Array): Found {
  if (isUtf8) return known('utf-8')
  // In Western text an accented letter seldom stands beside another; where most do, it is another script.
  const isWestern = seen.undefined === 0 && seen.paired < seen.high * 0.4 && readsWestern(sample)
  if (isWestern) return known(hasNewEuro(sample) ? 'iso-8859-15' : 'windows-1252')
  if (isMixed(sample)) return known('windows-1252')
  const asked = likely(sample)
  return { encoding: asked[0] ?? 'windows-1252', asked }
}

/** `12,50 ¤` is the euro of Latin-9, beside nothing that Windows alone has. */
function hasNewEuro(sample: Uint8Array): boolean {
  const text = new TextDecoder('windows-1252').decode(sample)
  return /\d\s?¤|¤\s?\d/.test(text) && !sample.some((byte) => byte >= 0x80 && byte < 0xa0)
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
