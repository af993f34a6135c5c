import type { Encoding } from './text.ts'

export type Sniffed = {
  encoding: Encoding
  /** False: the bytes allow others too, so the person is asked. */
  sure: boolean
}

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
      isUtf8 &&= decodes(new Uint8Array(0), false)
      return byMark(first) ?? byNuls(seen) ?? (isBinary(seen) ? null : byLetters(isUtf8, seen, sample))
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

function byMark(first: Uint8Array): Sniffed | null {
  const hex = [...first].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hex.startsWith('efbbbf')) return { encoding: 'utf-8', sure: true }
  if (hex.startsWith('fffe') && hex !== 'fffe0000') return { encoding: 'utf-16le', sure: true }
  return hex.startsWith('feff') ? { encoding: 'utf-16be', sure: true } : null
}

/** Western text in UTF-16 has a NUL in every other byte. */
function byNuls({ bytes, nulsEven, nulsOdd }: Seen): Sniffed | null {
  const half = bytes / 2
  if (nulsOdd > half * 0.3 && nulsEven < half * 0.05) return { encoding: 'utf-16le', sure: true }
  if (nulsEven > half * 0.3 && nulsOdd < half * 0.05) return { encoding: 'utf-16be', sure: true }
  return null
}

const isBinary = ({ bytes, nulsEven, nulsOdd, controls }: Seen): boolean =>
  (nulsEven + nulsOdd) * 1000 > bytes || controls * 100 > bytes

function byLetters(isUtf8: boolean, seen: Seen, sample: Uint8Array): Sniffed {
  if (isUtf8) return { encoding: 'utf-8', sure: true }
  // In Western text an accented letter seldom stands beside another; where most do, it is another script.
  const isWestern = seen.undefined === 0 && seen.paired < seen.high * 0.4
  return isWestern ? { encoding: 'windows-1252', sure: true } : { encoding: guess(sample), sure: false }
}

/** What text in an encoding is full of, and what it hardly ever has besides characters that do not exist. */
const TYPICAL: readonly { encoding: Encoding; letters: RegExp; odd?: RegExp }[] = [
  { encoding: 'shift_jis', letters: /[\u3041-\u30ff]/g },
  { encoding: 'euc-kr', letters: /[\uac00-\ud7a3]/g },
  { encoding: 'big5', letters: /[的一是不了在人有我他這中大來上個國]/g },
  { encoding: 'gb18030', letters: /[的一是不了在人有我他这中大来上个国]/g },
  { encoding: 'windows-1251', letters: /[а-яё]/g, odd: /[а-яё][А-ЯЁ]/g },
  { encoding: 'windows-1253', letters: /[α-ώ]/g, odd: /[α-ώ][Α-Ω]/g },
]

function guess(sample: Uint8Array): Encoding {
  const scored = TYPICAL.map(({ encoding, letters, odd = /\ufffd/g }) => {
    const text = new TextDecoder(encoding).decode(sample)
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
    return { encoding, score: count(letters) - 5 * (count(/\ufffd/g) + count(odd)) }
  })
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best && best.score > 0 ? best.encoding : 'windows-1252'
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
