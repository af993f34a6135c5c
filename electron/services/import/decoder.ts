import iconv from 'iconv-lite'

import type { Encoding } from '#shared/domain/import/text'

/** Bytes into text, in pieces of any size. NULs are left out: no text has them, and a store would end there. */
export function decoderOf(encoding: Encoding): { write: (piece: Buffer) => string; end: () => string } {
  const decoder = iconv.getDecoder(encoding)
  return { write: (piece) => withoutNuls(decoder.write(piece)), end: () => withoutNuls(decoder.end() ?? '') }
}

const withoutNuls = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text)
