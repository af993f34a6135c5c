import iconv from 'iconv-lite'

import type { Encoding } from '#shared/domain/import/text'

/** Bytes into text, in pieces of any size. NULs are left out: no text has them, and a store would end there. */
export function decoderOf(encoding: Encoding): { write: (piece: Buffer) => string; end: () => string } {
  if (encoding === 'windows-1252') return western()
  const decoder = iconv.getDecoder(encoding)
  let isBegun = false
  const unmarked = (text: string): string => {
    // Whoever put a mark before a text that had one.
    const found = isBegun ? text : text.replace(/^\ufeff+/, '')
    isBegun ||= found !== ''
    return withoutNuls(found)
  }
  return { write: (piece) => unmarked(decoder.write(piece)), end: () => unmarked(decoder.end() ?? '') }
}

/** Keeps the five bytes that have no letter, as controls: what was UTF-8 in some lines can be told by them. */
function western() {
  const decoder = new TextDecoder('windows-1252')
  let first: Buffer | null = Buffer.alloc(0)
  /** Without the mark of UTF-8, which may stand before what is none. */
  const unmarked = (piece: Buffer, isEnd = false): Buffer => {
    if (first === null) return piece
    const begun = Buffer.concat([first, piece])
    first = isEnd || begun.length >= MARK.length ? null : begun
    if (first !== null) return Buffer.alloc(0)
    return begun.subarray(0, MARK.length).equals(MARK) ? begun.subarray(MARK.length) : begun
  }
  return {
    write: (piece: Buffer) => withoutNuls(decoder.decode(unmarked(piece), { stream: true })),
    end: () => withoutNuls(decoder.decode(unmarked(Buffer.alloc(0), true))),
  }
}

const MARK = Buffer.from([0xef, 0xbb, 0xbf])
const withoutNuls = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text)
