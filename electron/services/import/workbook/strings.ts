import { unescaped } from './cell.ts'
import type { XmlEars } from './xml.ts'

/** The texts that cells refer to by their place, '' where there is none. */
export type Strings = { at: (place: number) => string }

/** Of a place that comes again and again the text is kept. */
const KEPT = 4096
const FIRST_BYTES = 64 * 1024

/**
 * To be told what stands in `sharedStrings.xml`. The texts of a large workbook may be most of it: they are held as bytes
 * side by side, a fraction of what as many strings of their own would take.
 */
export function stringsReader(): { ears: XmlEars; strings: Strings } {
  const packed = packedTexts()
  let text = ''
  let [isText, isSound] = [false, false]
  return {
    strings: packed,
    ears: {
      open: (name) => {
        if (name === 't') isText = !isSound
        // How a Japanese name is spoken, which is not part of it.
        else if (name === 'rPh') isSound = true
      },
      text: (part) => {
        if (isText) text += part
      },
      close: (name) => {
        if (name === 't') isText = false
        else if (name === 'rPh') isSound = false
        else if (name === 'si') {
          packed.add(unescaped(text))
          text = ''
        }
      },
    },
  }
}

/** One place after the other: a byte a letter where that is enough, else two. */
function packedTexts() {
  let bytes = Buffer.allocUnsafe(FIRST_BYTES)
  /** Twice the place where each ends, and one more where it takes two bytes a letter. */
  let ends = new Float64Array(1024)
  let [count, used] = [0, 0]
  const kept = new Map<number, string>()

  const read = (place: number): string => {
    const end = ends[place] ?? 0
    const from = place === 0 ? 0 : Math.floor((ends[place - 1] ?? 0) / 2)
    return bytes.toString(end % 2 === 1 ? 'utf16le' : 'latin1', from, Math.floor(end / 2))
  }
  return {
    add(text: string): void {
      const isWide = WIDE.test(text)
      const needed = used + text.length * (isWide ? 2 : 1)
      if (needed > bytes.length) bytes = grown(bytes, Buffer.allocUnsafe(Math.max(needed, bytes.length * 2)))
      if (count === ends.length) ends = grown(ends, new Float64Array(ends.length * 2))
      used += bytes.write(text, used, isWide ? 'utf16le' : 'latin1')
      ends[count++] = used * 2 + Number(isWide)
    },
    at(place: number): string {
      const known = kept.get(place)
      if (known !== undefined) return known
      if (!(place >= 0 && place < count)) return ''
      const text = read(place)
      if (kept.size >= KEPT) kept.clear()
      kept.set(place, text)
      return text
    },
  }
}
const WIDE = /[^\0-\xff]/

function grown<T extends Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}
