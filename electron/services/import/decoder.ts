import iconv from 'iconv-lite'

import type { Encoding } from '#shared/domain/import/text'

/** Bytes into text, in pieces of any size. NULs are left out: no text has them, and a store would end there. */
export function decoderOf(encoding: Encoding): { write: (piece: Buffer) => string; end: () => string } {
  if (encoding === 'windows-1252') return western()
  const decoder = iconv.getDecoder(encoding)
  return { write: (piece) => withoutNuls(decoder.write(piece)), end: () => withoutNuls(decoder.end() ?? '') }
}

/** Keeps the five bytes that have no letter, as controls: what was UTF-8 in some lines can be told by them. */
function western() {
  const decoder = new TextDecoder('windows-1252')
  return {
    write: (piece: Buffer) => withoutNuls(decoder.decode(piece, { stream: true })),
    end: () => withoutNuls(decoder.decode()),
  }
}

const withoutNuls = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text)
