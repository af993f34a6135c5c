import type { CsvRecord } from './csv.ts'

/** The letters of Latin-1 from 0xa0 on, as pages call them. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  )
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...LATIN.map((name, at) => [name, String.fromCharCode(0xa0 + at)] as const),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['euro', '€'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['hellip', '…'],
])

const ENTITY = /&(?:#(\d{2,6})|#x([\da-f]{2,5})|([a-z]{2,6}\d{0,2}));/gi
export const mayHaveEntities = (text: string): boolean => text.includes('&') && text.search(ENTITY) >= 0

/** `Roa &amp; Mu&ntilde;oz` as a page shows it; the same text where there is nothing to show. */
export const shown = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
        const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null
        if (code === null) return SIGNS.get(name ?? '') ?? whole
        return code >= 0x20 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
      })
    : text

const CUT = /&(?:#\d{2,6}|#x[\da-f]{2,5}|([a-z]{2,6}\d{0,2}))$/i
const isCut = (cell: string): boolean => {
  const [whole, name] = CUT.exec(cell) ?? []
  return whole !== undefined && (name === undefined || SIGNS.has(name))
}

/** Where semicolons part the cells, the one that ends `&ntilde;` parts none. */
export function unparted(record: CsvRecord): CsvRecord {
  if (!record.cells.some((cell) => cell.includes('&') && isCut(cell))) return record
  const cells: string[] = []
  for (const cell of record.cells) {
    const last = cells.at(-1)
    if (last !== undefined && isCut(last)) cells[cells.length - 1] = `${last};${cell}`
    else cells.push(cell)
  }
  return { ...record, cells }
}
