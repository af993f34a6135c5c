import { parseCsv } from './csv.ts'
import { DELIMITERS, type Delimiter } from './text.ts'

const LINES = 200

/** How a spreadsheet says it itself, in a line above the header. */
const SAID = /^\ufeff?"?sep=(.)"?[\r\n]/i

/** The delimiter under which the first lines have the most columns that agree. A comma when nothing tells. */
export function delimiterOf(text: string): Delimiter {
  const said = DELIMITERS.find((delimiter) => delimiter === SAID.exec(text)?.[1])
  if (said) return said
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: agreement(text, delimiter) }))
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ','
}

/** Share of records with the commonest width, times how much that width is more than one. */
function agreement(text: string, delimiter: Delimiter): number {
  const records = parseCsv(text, delimiter)
    .slice(0, LINES)
    .filter(({ cells }) => cells.some((cell) => cell.trim()))
  const widths = records.map(({ cells }) => cells.length)
  if (widths.length === 0) return 0
  const width = commonest(widths)
  const shareOf = (is: (each: number) => boolean) => widths.filter(is).length / widths.length
  // Where most lines have one cell, whatever splits any is better than nothing.
  if (width <= 1) return shareOf((each) => each > 1) / 1000
  // Agreement counts more than width: decimal commas inside semicolons make many columns that never agree.
  // What stands between the quotes of a cell parts none: under the wrong sign they go wrong.
  const isWhole = records.filter(({ quote }) => quote === null).length / records.length
  return shareOf((each) => each === width) ** 3 * Math.log2(width + 1) * isWhole
}

/** The greatest of those that occur most; 0 for none. */
export function commonest(numbers: readonly number[]): number {
  const counts = Map.groupBy(numbers, (n) => n)
  return [...counts].reduce(
    (best, [n, { length: times }]) =>
      times > best.times || (times === best.times && n > best.n) ? { n, times } : best,
    { n: 0, times: 0 },
  ).n
}
