import { unreadable } from '../unreadable.ts'
import { entryPieces, type ZipEntry } from '../zip.ts'
import { outlineOf, type Outline } from './outline.ts'
import { gathered, hear, partName, relations } from './parts.ts'
import { sheetReader, type SheetRow } from './sheet.ts'
import { stringsReader, type Strings } from './strings.ts'
import { stylesReader, type StylesReader } from './styles.ts'
import { attribute, xmlReader, type XmlEars } from './xml.ts'

export type SheetInfo = { name: string; isHidden: boolean }

/** Rows in the order of the sheet, and how much of it was read, 0 to 1. */
type RowBatch = { rows: SheetRow[]; share: number }

export type Workbook = {
  /** Those with cells; charts are none. */
  sheets: readonly SheetInfo[]
  /** Throws AppError 'unreadable-file' when there is no such sheet. */
  outlineOf: (sheet: string) => Promise<Outline>
  rowsOf: (sheet: string) => AsyncGenerator<RowBatch>
}

/** Reads a workbook of Office Open XML (ECMA-376) as a stream. Throws AppError 'unreadable-file'. */
export async function openWorkbook(path: string, entries: readonly ZipEntry[]): Promise<Workbook> {
  const parts = new Map(entries.map((entry) => [partName(entry), entry]))
  const partNamed = (name: string) => {
    const found = parts.get(name.toLowerCase())
    if (!found) throw unreadable('file-broken')
    return found
  }
  const read = (entry: ZipEntry, ears: XmlEars) => hear(entryPieces(path, entry), ears)
  const relationsOf = async (part: string) => {
    const at = part.lastIndexOf('/') + 1
    return relations(
      await gathered(read, partNamed(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`)),
      part,
    )
  }

  const main =
    (await relationsOf('')).find(({ kind }) => kind === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const tags = await gathered(read, partNamed(main))
  const related = await relationsOf(main)
  const is1904 = tags.some(
    ({ name, attributes }) => name === 'workbookPr' && /date1904=["'](1|true)/.test(attributes),
  )
  const sheets = tags.flatMap(({ name, attributes }) => {
    if (name !== 'sheet') return []
    const id = /\w+:id\s*=\s*["']([^"']+)/.exec(attributes)?.[1]
    const part = related.find((each) => each.id === id && each.kind === 'worksheet')?.part
    const state = attribute(attributes, 'state')
    return part === undefined
      ? []
      : [
          {
            name: attribute(attributes, 'name') ?? '',
            isHidden: state?.toLowerCase().includes('hidden') ?? false,
            part,
          },
        ]
  })
  const entryNamed = (sheet: string) => {
    const found = sheets.find(({ name }) => name === sheet)
    if (!found) throw unreadable('file-broken')
    return partNamed(found.part)
  }

  const hearOf = async (kind: string, ears: XmlEars) => {
    const entry = parts.get(related.find((each) => each.kind === kind)?.part.toLowerCase() ?? '')
    if (entry) await read(entry, ears)
  }
  let formats: Promise<StylesReader['formatOf']> | null = null
  const formatsOf = async () => {
    const { ears, formatOf } = stylesReader()
    await hearOf('styles', ears)
    return formatOf
  }
  // They may be most of the file: kept for whoever reads it again at once, and not for long.
  let texts: WeakRef<Strings> | null = null
  const textsOf = async () => {
    const known = texts?.deref()
    if (known) return known
    const { ears, strings } = stringsReader()
    await hearOf('sharedStrings', ears)
    texts = new WeakRef(strings)
    return strings
  }
  const outlines = new Map<string, Promise<Outline>>()
  const outline = (sheet: string): Promise<Outline> => {
    const found = outlines.get(sheet) ?? outlineOf(entryPieces(path, entryNamed(sheet)))
    outlines.set(sheet, found)
    return found
  }

  return {
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    outlineOf: outline,
    async *rowsOf(sheet) {
      const entry = entryNamed(sheet)
      const formatOf = await (formats ??= formatsOf())
      const strings = await textsOf()
      const { merges } = await outline(sheet)
      const rows: SheetRow[] = []
      const given = { strings, formatOf, is1904, merges }
      const xml = xmlReader(sheetReader(given, (row) => rows.push(row)))
      const decoder = new TextDecoder()
      let bytes = 0
      for await (const piece of entryPieces(path, entry)) {
        bytes += piece.length
        xml.push(decoder.decode(piece, { stream: true }))
        yield { rows: rows.splice(0), share: bytes / entry.size }
      }
      xml.end()
      yield { rows: rows.splice(0), share: 1 }
    },
  }
}
