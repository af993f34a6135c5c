import { fold } from '../../lib/fold.ts'
import type { Values } from './row.ts'

const isRuled = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.trim() !== '') &&
  cells.every((cell) => cell.trim() === '' || RULED.test(cell.trim()))

/** Several words alone in the first column, whatever that is about. */
const isLine = (cells: readonly string[]): boolean =>
  /\p{L}\S*\s+\S*\p{L}/u.test(cells[0] ?? '') && cells.every((cell, at) => at === 0 || cell.trim() === '')

/** Fewer columns than this are a list that somebody typed: a lone name in it is a name. */
const LEAST_WIDTH = 3
const COUNTED =
  'registros|clientes|contactos|leads|filas|empresas|personas|asistentes|participantes|records|rows|contacts|customers|companies|people|attendees|entries|results|registos|linhas|contatos|pessoas|datensatze|kontakte|lignes|clients'
/** `Grand Totals (3 records)`, `TOTAL:`, `Suma`, `Total de contactos 25`, `Nº de clientes: 2`; never `Total Energies`. */
const TOTAL = new RegExp(
  `^(?:(?:(?:grand |sub|report |gesamt)?tota(?:le?s?|ux|li)(?: gener(?:al|ale|ales|aux))?|suma|summe|gesamt|gesamtsumme|somma|soma|合計|小計)\\s*(?:\\(.*\\)|:.*)?|(?:total|n[o0]?\\.?|numero|number|count|recuento|anzahl|nombre)(?: total)?(?: (?:de|of))? (?:${COUNTED})\\s*[:=]?\\s*[\\d.,]*)$`,
)
/** `-----`, `=====`: a line that is drawn. */
const RULED = /^[:|+]?([-_=*~.:|+])\1{2,}[-_=*~.:|+]*$/
/** What a report prints under its rows. */
const SURELY =
  /^(?:©|copyright\b|confidential\b|confidencial\b|generated (?:by|on)\b|generado (?:por|el)\b|report (?:generated|run)\b|exported (?:by|on|from)\b|exportado (?:por|el)\b|printed (?:by|on)\b|impreso (?:por|el)\b|page \d+ of \d+|pagina \d+ de \d+|\d+ (?:records|rows|registros|filas)\b|end of report|fin del informe)/u
/** `Subtotal Vigo`, with a sum beside it or none. */
const SUBTOTAL = /^sub ?-?tota(?:l(?:es)?|is)\b/
const PRINTED = /^(?:\*|[\p{L} ]{3,30}:\s)/u

/** In how many lines a record stands. */
const linesOf = (cells: readonly string[]): number =>
  cells.reduce((lines, cell) => lines + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 1)

/** A sum of the rows above, by the words it begins with: nothing but figures stands beside them. */
function isSum(filled: readonly string[]): boolean {
  const [first = '', ...others] = filled
  const called = fold(first)
  return (
    (TOTAL.test(called) || SUBTOTAL.test(called)) && others.every((cell) => /^[\d\s.,%€$£()+-]+$/.test(cell))
  )
}

/**
 * Tells lines that are no row: sums, titles over a group of rows, and what a report prints after the last one. From the
 * first of these on a line of one cell is another, until a row comes again. Rows must come in the order of the file.
 */
export function footerWatch(
  width: number,
): (cells: readonly string[], values: Values, line: number) => boolean {
  let [isBelow, isBegun] = [false, false]
  let [rows, gaps] = [0, 0]
  let before: { cells: readonly string[]; line: number } | null = null
  /** Blank lines are between groups, and not between all rows. */
  const isApart = (line: number): boolean => {
    const isGap = before !== null && line > before.line + linesOf(before.cells)
    return isGap && gaps * 2 <= rows
  }
  const look = (cells: readonly string[], values: Values, line: number): boolean => {
    const { name, phones, emails, externalId } = values
    const isReached = phones.length + emails.length > 0
    if (width >= LEAST_WIDTH && isRuled(cells)) {
      // Under a header it is part of that.
      isBelow = isBegun
      return true
    }
    const only = name === null ? externalId : externalId === null ? name.name : null
    const isNobody = name === null && externalId === null && !isReached
    // A comma in what is printed makes cells of it, which may stand where names do.
    if (!isReached && cells.length < width && SURELY.test(fold(cells[0] ?? ''))) return (isBelow = true)
    if (only === null && isNobody && width >= LEAST_WIDTH && isLine(cells)) return true
    if (only === null || isReached || width < LEAST_WIDTH) {
      isBelow &&= isNobody
      isBegun ||= !isNobody
      return false
    }
    const called = fold(only)
    const filled = cells.filter((cell) => cell.trim() !== '')
    const isLone = filled.length === 1
    // No id is a sentence.
    const isText = name !== null || called.includes(' ')
    // `A`, as a book of numbers has it, or what stands below a blank line over others.
    if (isLone && name !== null && (called.length === 1 || isApart(line))) return true
    const isNone =
      TOTAL.test(called) ||
      isSum(filled) ||
      (isLone && isText && (isBelow || SURELY.test(called) || PRINTED.test(called)))
    isBegun ||= !isNone
    return (isBelow = isNone)
  }
  return (cells, values, line) => {
    if (before !== null && line > before.line + 1 && line > before.line + linesOf(before.cells)) gaps++
    rows++
    const isNone = look(cells, values, line)
    before = { cells, line }
    return isNone
  }
}
