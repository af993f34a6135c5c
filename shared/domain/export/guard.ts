/** What a spreadsheet may run when a cell begins with it, after any apostrophes; the wide signs are East Asian ones. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'('*[=+\-@\t\r\n＝＋－＠])/
/** A number with its country, spaces and an extension at most: nothing in it can be run, and a phone must dial it. */
const DIALABLE = /^\+\d[\d ]{4,18}\d( x\d{1,7})?$/

/** Keeps a cell from being run as a formula. Phone numbers stay as they are. `unguard` gives back exactly what went in. */
export const guard = (cell: string): string =>
  FORMULA.test(cell) && !DIALABLE.test(cell) ? `'${cell}` : cell

/** Takes away the apostrophe that `guard` put before a formula, and no other. */
export const unguard = (cell: string): string =>
  cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell
