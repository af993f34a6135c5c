import { mayHaveEntities, shown } from './entity.ts'

/** What Windows-1252 has at 0x80-0x9f, where its letters are not those of Latin-1. */
const HIGH = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))
const BYTE_OF: ReadonlyMap<string, number> = new Map([...HIGH].map((letter, at) => [letter, 0x80 + at]))

/** How letters that are no ASCII begin when UTF-8 was read as Windows-1252: `GarcÃ­a`, `Ã±`, `â€œ`. */
const BEGINS = new RegExp(`[\u00c2\u00c3\u00c4\u00c5][\u0080-\u00bf${HIGH}]|\u00e2[\u0080\u0082\u20ac\u201a]`)
/** The first letters of those, and the five bytes that have no letter in Windows-1252. */
const SIGNS = '\u00c2\u00c3\u00c4\u00c5\u00e2\x81\x8d\x8f\x90\x9d'.split('')

/** May any letter of a long text have been read wrongly? False = none of its cells is `unmojibaked`, or has such a byte. */
export const mayBeMisread = (text: string): boolean =>
  SIGNS.some((sign) => text.includes(sign)) || mayHaveEntities(text)

const strict = new TextDecoder('utf-8', { fatal: true })

/**
 * A text that was written for a page (`&ntilde;`), or as UTF-8 and read as Windows-1252, as it was meant; null for any
 * other. Of what was misread the whole cell must
 * read so: `“IRMÃ”` alone could be a name in capitals between quotes.
 */
export function unmojibaked(cell: string): string | null {
  const plain = shown(cell)
  return misread(plain) ?? (plain === cell ? null : plain)
}

function misread(cell: string): string | null {
  if (!BEGINS.test(cell)) return null
  const bytes: number[] = []
  for (const letter of cell) {
    const byte = BYTE_OF.get(letter) ?? letter.charCodeAt(0)
    if (byte > 0xff) return null
    bytes.push(byte)
  }
  try {
    return strict.decode(Uint8Array.from(bytes))
  } catch {
    return null
  }
}
