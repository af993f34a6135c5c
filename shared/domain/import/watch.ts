import type { CsvRecord } from './csv.ts'
import { isInFigures, orderOfCell } from './date-order.ts'
import { share } from './fits.ts'
import { looksLikeDate, looksLikeEmail, looksLikePhone } from './looks.ts'
import { unmojibaked } from './mojibake.ts'
import { areMonthsForNumbers, isMonthForNumber, isNumberOrRange } from './months.ts'

/** `until`: the other line it is about. */
export type Place = { line: number; until: number | null }
/** What is odd about rows; the screen words them. */
export const ROW_NOTICES = [
  'quote_open',
  'quote_stray',
  'months_for_numbers',
  'dates_ambiguous',
  'dates_mixed',
  'misread_letters',
  'ragged_rows',
] as const
export type RowNotice = (typeof ROW_NOTICES)[number]
export type Odd = { count: number; places: Place[]; columns: string[] }

/** Columns are told apart by this many rows. */
const LOOKED_AT = 1000
const SHOWN = 5

/** Looks at one column as its cells come. */
type Look = { cell: (cell: string, line: number) => void; end: () => void }

/**
 * Watches the rows of a file as they are read, for as little as may be: what is odd about them, with a count and the
 * first places of each. Any number of rows; only the first thousand are held. `leftOut`: columns (from 0) that do not come in.
 */
export function rowWatch(header: readonly string[], leftOut: ReadonlySet<number> = new Set()) {
  const found = new Map<RowNotice, Odd>()
  let first: CsvRecord[] | null = []
  let looks: { index: number; look: Look; isOfLetters: boolean }[] = []
  /** All but those of letters. */
  let others = looks

  const add = (kind: RowNotice, places: readonly Place[], column?: string, count = places.length) => {
    const odd: Odd = found.get(kind) ?? { count: 0, places: [], columns: [] }
    odd.count += count
    // Two cells of one line are one place.
    const news = places.filter(({ line }) => odd.places.every((place) => place.line !== line))
    odd.places.push(...news.slice(0, SHOWN - odd.places.length))
    if (column !== undefined && odd.columns.length < SHOWN && !odd.columns.includes(column))
      odd.columns.push(column)
    found.set(kind, odd)
  }
  const each = (record: CsvRecord, suspect = true) => {
    const { line, cells, quote, clash } = record
    if (quote) add(`quote_${quote}`, [{ line, until: clash ?? null }])
    if (isRagged(cells, header.length)) add('ragged_rows', [{ line, until: null }])
    for (const { index, look } of suspect ? looks : others) {
      const cell = cells[index]
      if (cell) look.cell(cell, line)
    }
  }
  const begin = (rows: readonly CsvRecord[]) => {
    first = null
    looks = header.flatMap((name, index) => {
      if (leftOut.has(index)) return []
      const cells = rows.map((row) => row.cells[index]?.trim() ?? '').filter(Boolean)
      const tell: Tell = (kind, places, count) => add(kind, places, name, count)
      return looksFor(cells).map((make) => ({ index, look: make(tell), isOfLetters: make === letters }))
    })
    others = looks.filter(({ isOfLetters }) => !isOfLetters)
    for (const row of rows) each(row)
  }

  return {
    /** `suspect` false: all its letters were read rightly. */
    look(record: CsvRecord, suspect = true): void {
      if (!first) return each(record, suspect)
      first.push(record)
      if (first.length >= LOOKED_AT) begin(first)
    },
    /** To be asked once, at the end. */
    found(): ReadonlyMap<RowNotice, Odd> {
      if (first) begin(first)
      for (const { look } of looks) look.end()
      looks = []
      return found
    },
  }
}

const isRagged = (cells: readonly string[], width: number): boolean =>
  cells.length !== width && (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== ''))

/** `count`: how often, where that is more than the places that are told. */
type Tell = (kind: RowNotice, places: readonly Place[], count?: number) => void
type Make = (tell: Tell) => Look

/** What is worth watching in a column, by its first cells. */
function looksFor(cells: readonly string[]): Make[] {
  const isDated = share(cells, looksLikeDate) > 0.5
  const isCounted = share(cells, isNumberOrRange) >= 0.25
  if (isDated || isCounted) return [...(isDated ? [dates] : []), ...(isCounted ? [months] : [])]
  return share(cells, looksLikePhone) > 0.5 || share(cells, looksLikeEmail) > 0.5 ? [] : [letters]
}

/** Both orders in one column, or none that any cell decides. */
function dates(tell: Tell): Look {
  const lines: Partial<Record<'dmy' | 'mdy' | 'ymd', number>> = {}
  let isOpen = false
  return {
    cell: (cell, line) => {
      if (lines.dmy !== undefined && lines.mdy !== undefined) return
      const order = orderOfCell(cell)
      if (order !== null) lines[order] ??= line
      else isOpen ||= isInFigures(cell)
    },
    end: () => {
      const { dmy, mdy, ymd } = lines
      if (dmy !== undefined && mdy !== undefined)
        tell('dates_mixed', [{ line: Math.min(dmy, mdy), until: Math.max(dmy, mdy) }])
      else if (isOpen && dmy === undefined && mdy === undefined && ymd === undefined)
        tell('dates_ambiguous', [])
    },
  }
}

/** Whether days stand for numbers is known at the end, by how many of each there are. */
function months(tell: Tell): Look {
  const odd: Place[] = []
  let [all, days, numbers] = [0, 0, 0]
  return {
    cell: (cell, line) => {
      const text = cell.trim()
      if (text === '') return
      all++
      if (isMonthForNumber(text)) {
        days++
        if (odd.length < SHOWN) odd.push({ line, until: null })
      } else if (isNumberOrRange(text)) numbers++
    },
    end: () => {
      if (areMonthsForNumbers({ all, months: days, numbers })) tell('months_for_numbers', odd, days)
    },
  }
}

function letters(tell: Tell): Look {
  return {
    cell: (cell, line) => {
      if (unmojibaked(cell) !== null) tell('misread_letters', [{ line, until: null }])
    },
    end: () => {},
  }
}
