import { crc32, deflateRawSync } from 'node:zlib'

type Zipped = {
  name: string
  bytes: Buffer | string
  /** What the directory says, where that is not so. */
  says?: { size?: number; crc?: number; flags?: number; method?: number; at?: number }
  stored?: boolean
}

/** A zip of these files, honest unless told otherwise. */
export function zipOf(files: readonly Zipped[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, says = {}, stored = false } of files) {
    const plain = Buffer.from(bytes)
    const packed = stored ? plain : deflateRawSync(plain, { level: 9 })
    const sum = says.crc ?? crc32(plain)
    const head = Buffer.alloc(30)
    const entry = Buffer.alloc(46)
    const method = says.method ?? (stored ? 0 : 8)
    head.writeUInt32LE(0x04034b50)
    entry.writeUInt32LE(0x02014b50)
    for (const [block, from] of [
      [head, 4],
      [entry, 6],
    ] as const) {
      block.writeUInt16LE(20, from)
      // Names are UTF-8.
      block.writeUInt16LE(0x800 | (says.flags ?? 0), from + 2)
      block.writeUInt16LE(method, from + 4)
      block.writeUInt32LE(sum, from + 10)
      block.writeUInt32LE(packed.length, from + 14)
      block.writeUInt32LE(says.size ?? plain.length, from + 18)
      block.writeUInt16LE(Buffer.byteLength(name), from + 22)
    }
    entry.writeUInt32LE(says.at ?? at, 42)
    directory.push(entry, Buffer.from(name))
    bodies.push(head, Buffer.from(name), packed)
    at += 30 + Buffer.byteLength(name) + packed.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const XML = '<?xml version="1.0" encoding="UTF-8"?>'

export type SheetParts = {
  /** What stands between the tags of the sheet. */
  sheet: string
  strings?: string
  styles?: string
  /** Of `workbookPr`. */
  book?: string
}

/** The parts of a workbook of one sheet, written out as a person would who knows the format. */
export function bookOf({ sheet, strings, styles, book = '' }: SheetParts): Zipped[] {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><workbookPr ${book}/><sheets><sheet name="Leads" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="r3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${NAMESPACE}">${sheet}</worksheet>`,
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${strings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
  }
  return Object.entries(parts).map(([name, text]) => ({ name, bytes: XML + text }))
}
