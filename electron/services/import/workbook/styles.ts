import { attribute, type XmlEars } from './xml.ts'

/** How a cell's number is shown, as far as it says what the number is. */
export type CellFormat =
  | { kind: 'plain' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'duration' }
  | { kind: 'digits'; digits: number }

export type StylesReader = { ears: XmlEars; formatOf: (style: number) => CellFormat }

const PLAIN: CellFormat = { kind: 'plain' }

/** Formats that have a number and no text. Source: ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are dates of East Asia. */
const BUILT_IN = new Map<number, CellFormat>([
  ...[14, 15, 16, 17, 22].map((id) => [id, { kind: 'date' }] as const),
  ...[18, 19, 20, 21, 45, 47].map((id) => [id, { kind: 'time' }] as const),
  [46, { kind: 'duration' }],
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

/** Of a format as it is written: `dd/mm/yyyy`, `[h]:mm`, `00000`, `#,##0.00 "days"`. */
function formatOf(code: string): CellFormat {
  const shown = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (/^0{2,}$/.test(shown)) return { kind: 'digits', digits: shown.length }
  if (/\[[hms]/.test(shown)) return { kind: 'duration' }
  if (/[yd]|m{3}/.test(shown)) return { kind: 'date' }
  if (/[hs]/.test(shown) && !shown.includes('general')) return { kind: 'time' }
  return /^m{1,2}$/.test(shown) ? { kind: 'date' } : PLAIN
}
