import { fold } from '../../lib/fold.ts'
import type { Values } from './row.ts'

/** Fewer columns than this are a list that somebody typed: a lone name in it is a name. */
const LEAST_WIDTH = 3
/** `Grand Totals (3 records)`, `TOTAL:`, `Suma`; never `Total Energies`. */
const TOTAL =
  /^(?:(?:grand |sub|report |gesamt)?tota(?:le?s?|ux|li)(?: gener(?:al|ale|ales|aux))?|suma|summe|gesamt|gesamtsumme|somma|soma)\s*(?:\(.*\)|:.*)?$/
/** What a report prints under its rows. */
const PRINTED =
  /^(?:©|copyright\b|confidential\b|confidencial\b|generated (?:by|on)\b|generado (?:por|el)\b|report (?:generated|run)\b|exported (?:by|on|from)\b|exportado (?:por|el)\b|printed (?:by|on)\b|impreso (?:por|el)\b|page \d+ of \d+|pagina \d+ de \d+|\d+ (?:records|rows|registros|filas)\b|end of report|fin del informe)/

/**
 * Tells lines that are no row: sums, and what a report prints after the last one. From the first of these on a line of one
 * cell is another, until a row comes again. Rows must come in the order of the file.
 */
export function footerWatch(width: number): (cells: readonly string[], values: Values) => boolean {
  let isBelow = false
  return (cells, values) => {
    const { name, phones, emails, externalId } = values
    const isNamedOnly =
      name !== null &&
      phones.length === 0 &&
      emails.length === 0 &&
      externalId === null &&
      width >= LEAST_WIDTH
    if (!isNamedOnly) {
      isBelow &&= name === null && externalId === null && phones.length + emails.length === 0
      return false
    }
    const called = fold(name.name)
    const isLone = cells.filter((cell) => cell.trim() !== '').length === 1
    if (TOTAL.test(called) || (isLone && (isBelow || PRINTED.test(called)))) return (isBelow = true)
    return (isBelow = false)
  }
}
