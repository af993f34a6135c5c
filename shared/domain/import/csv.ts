import { unparted } from './entity.ts'
import { marksOf, QUOTE, type Marks } from './csv-marks.ts'

/** One record of a delimited file. */
export type CsvRecord = {
  /** Physical line it begins on, from 1. */
  line: number
  cells: string[]
  /** `open`: a quote that never closes, so its line was taken as it stands. `stray`: a quote inside a cell, kept. */
  quote: 'open' | 'stray' | null
  /** Of an open quote: the line on which another one contradicts it. Absent when the file ends first. */
  clash?: number
}

export type LineEnd = 'LF' | 'CRLF' | 'CR'

/** Characters that one record may span before a quote counts as never closed. */
const LONGEST_RECORD = 16_000_000

const LF = 10
const CR = 13
const SPACE = 32

/**
 * Reads delimited text as it comes, in pieces of any size: the same text gives the same records however it is cut.
 * Quotes as RFC 4180 has them; lines end in LF, CRLF or CR, mixed as well. A quote that goes wrong costs its own line
 * and no other: reading goes on with the line after it. An empty line is a record of one empty cell.
 */
export function csvReader(delimiter: string) {
  let marks: Marks | null = null
  const lineEnds = new Set<LineEnd>()
  let rest = ''
  let line = 1

  const read = (isEnd: boolean): CsvRecord[] => {
    const records: CsvRecord[] = []
    marks ??= marksOf(rest, delimiter, isEnd)
    if (marks === null) return records
    const quote = String.fromCharCode(marks.quote)
    const next = { feed: nextOf(rest, '\n'), back: nextOf(rest, '\r'), quote: nextOf(rest, quote) }
    let at = 0
    while (at < rest.length) {
      const stop = Math.min(next.feed(at), next.back(at))
      const taken =
        stop < next.quote(at) ? unquoted(rest, at, stop, marks, isEnd) : take(rest, at, marks, isEnd)
      if (!taken) break
      const { cells, quote, clash, lines, end } = taken
      records.push(clash === null ? { line, cells, quote } : { line, cells, quote, clash: line + clash })
      const how = lineEndAt(rest, end)
      if (how) lineEnds.add(how)
      line += lines
      at = end
    }
    const mayBeParted = delimiter === ';' && rest.slice(0, at).includes('&')
    rest = rest.slice(at)
    return mayBeParted ? records.map(unparted) : records
  }

  return {
    push: (text: string): CsvRecord[] => {
      rest += text
      return read(false)
    },
    end: (): CsvRecord[] => read(true),
    /** How records ended so far; line ends inside a cell are the cell's. */
    lineEnds: lineEnds as ReadonlySet<LineEnd>,
  }
}

export function parseCsv(text: string, delimiter: string): CsvRecord[] {
  const reader = csvReader(delimiter)
  return [...reader.push(text), ...reader.end()]
}

/** `lines`: physical ones it takes. `clash`: lines from its first to the one that contradicts its quote. */
type Taken = {
  cells: string[]
  quote: CsvRecord['quote']
  clash: number | null
  end: number
  lines: number
}
type Cell = { text: string; end: number; stray: boolean; lines: number }
/** Where the quote came that does not fit; null = none did before the end. `stray`: another one had closed it before. */
type Broken = { at: number | null; stray: boolean }
const OPEN: Broken = { at: null, stray: false }

/** Where a sign stands next, asked for places that only go up; Infinity when nowhere. */
function nextOf(text: string, sign: string): (at: number) => number {
  let found = -1
  return (at) => {
    if (found < at) {
      found = text.indexOf(sign, at)
      if (found === -1) found = Infinity
    }
    return found
  }
}

/** What `take` gives for a line without any quote, which most are, several times sooner. */
function unquoted(text: string, from: number, stop: number, marks: Marks, isEnd: boolean): Taken | null {
  const end = lineEnd(text, stop, isEnd)
  if (end === null) return null
  const cells = text.slice(from, stop).split(String.fromCharCode(marks.delimiter))
  return { cells, quote: null, clash: null, end, lines: 1 }
}

/** The record that begins at `from`; null when more text is needed to know where it ends. */
function take(text: string, from: number, marks: Marks, isEnd: boolean): Taken | null {
  const cells: string[] = []
  let stray = false
  let lines = 1
  for (let at = from; ;) {
    const first = text.charCodeAt(at)
    const cell =
      first === marks.quote
        ? quoted(text, at, marks, isEnd)
        : ((first === SPACE && at > from ? spaced(text, at, marks, isEnd) : null) ??
          plain(text, at, marks, isEnd))
    if (cell === 'more')
      return text.length - from > LONGEST_RECORD ? asItStands(text, from, marks, OPEN) : null
    if ('at' in cell) return asItStands(text, from, marks, cell)
    cells.push(cell.text)
    stray ||= cell.stray
    lines += cell.lines
    if (cell.end < text.length && text.charCodeAt(cell.end) === marks.delimiter) {
      at = cell.end + 1
      continue
    }
    const end = lineEnd(text, cell.end, isEnd)
    return end === null ? null : { cells, quote: stray ? 'stray' : null, clash: null, end, lines }
  }
}

function plain(text: string, from: number, marks: Marks, isEnd: boolean): Cell | 'more' {
  let stray = false
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === marks.delimiter || code === LF || code === CR) break
    if (code === marks.quote) stray = true
  }
  if (at >= text.length && !isEnd) return 'more'
  return { text: text.slice(from, at), end: at, stray, lines: 0 }
}

/** `1, "a, b", 2`, as people and scripts write it: quoted, where it ends on its line as quoted cells do. */
const SPACED = / +"((?:[^"\r\n]|"")*)" */y

function spaced(text: string, from: number, marks: Marks, isEnd: boolean): Cell | 'more' | null {
  if (marks.quote !== QUOTE) return null
  SPACED.lastIndex = from
  const [whole, inside = ''] = SPACED.exec(text) ?? []
  const end = from + (whole?.length ?? 0)
  const code = text.charCodeAt(end)
  const isOver = code === marks.delimiter || code === LF || code === CR || (end >= text.length && isEnd)
  if (whole !== undefined && isOver)
    return { text: inside.replaceAll('""', '"'), end, stray: false, lines: 0 }
  // What is to come may end it.
  ENDS.lastIndex = from
  return isEnd || ENDS.test(text) ? null : 'more'
}
const ENDS = /[\r\n]/g

/** A quote inside that is not doubled is kept as it is, but only within its line: after that nobody knows. */
function quoted(text: string, from: number, marks: Marks, isEnd: boolean): Cell | Broken | 'more' {
  const quote = String.fromCharCode(marks.quote)
  let cell = ''
  let stray = false
  for (let piece = from + 1; ;) {
    const found = text.indexOf(quote, piece)
    if (found === -1) return isEnd ? { at: null, stray } : 'more'
    if (found + 1 >= text.length && !isEnd) return 'more'
    if (text.charCodeAt(found + 1) === marks.quote) {
      cell += text.slice(piece, found + 1)
      piece = found + 2
      continue
    }
    let end = found + 1
    while (end < text.length && text.charCodeAt(end) === SPACE) end++
    if (end >= text.length && !isEnd) return 'more'
    const code = text.charCodeAt(end)
    const closes = end >= text.length || code === marks.delimiter || code === LF || code === CR
    if ((stray || !closes) && /[\r\n]/.test(text.slice(from, found))) return { at: found, stray }
    stray ||= !closes
    cell += text.slice(piece, closes ? found : found + 1)
    if (closes) return { text: cell, end, stray, lines: lineEndsIn(cell) }
    piece = found + 1
  }
}

/** After the line end at `at`; null when a CR stands last and an LF may follow. */
function lineEnd(text: string, at: number, isEnd: boolean): number | null {
  if (at >= text.length) return at
  if (text.charCodeAt(at) === LF) return at + 1
  if (at + 1 >= text.length && !isEnd) return null
  return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
}

/** What stands before `end`; null where the file ends without one. */
function lineEndAt(text: string, end: number): LineEnd | null {
  const last = text.charCodeAt(end - 1)
  if (last === LF) return text.charCodeAt(end - 2) === CR ? 'CRLF' : 'LF'
  return last === CR ? 'CR' : null
}

function asItStands(text: string, from: number, marks: Marks, { at: clashAt, stray }: Broken): Taken {
  const found = text.slice(from).search(/[\r\n]/)
  const at = found === -1 ? text.length : from + found
  return {
    cells: text.slice(from, at).split(String.fromCharCode(marks.delimiter)),
    quote: stray ? 'stray' : 'open',
    clash: stray || clashAt === null ? null : lineEndsIn(text.slice(from, clashAt)),
    end: lineEnd(text, at, true) ?? at,
    lines: 1,
  }
}

const lineEndsIn = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0
