import type { Merge } from './sheet.ts'
import { attribute } from './xml.ts'

/** What is known of a sheet before its rows are read. */
export type Outline = {
  rows: number
  /** Those that hold anything; programs write the others for how they look. */
  filled: number
  hiddenRows: number
  /** From 0. */
  hiddenColumns: ReadonlySet<number>
  merges: readonly Merge[]
  /** Formulas without a value: whatever wrote the file never worked them out. */
  unworked: number
}

const TAG = /<(?:\w+:)?(row|col|mergeCell)(\s[^>]*)?>/g
const UNWORKED =
  /<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v><\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g
const LONGEST_TAG = 4096
/** Merged cells that are kept in mind; a sheet with more is no table. */
const MOST_MERGES = 100_000
const LAST_COLUMN = 16_384

/** Looks for rows, columns and merged cells in the bytes of a sheet, without reading its cells. */
export async function outlineOf(pieces: AsyncIterable<Buffer>): Promise<Outline> {
  const hiddenColumns = new Set<number>()
  const merges: Merge[] = []
  let [rows, filled, hiddenRows, unworked, rest] = [0, 0, 0, 0, '']
  let isOpen = false
  const count = (holds: boolean | null): boolean => {
    if (holds) filled++
    return holds === null
  }
  for await (const piece of pieces) {
    const text = rest + piece.toString('latin1')
    const holdsAny = holdingIn(text)
    if (isOpen) isOpen = count(holdsAny(0))
    let end = 0
    for (const { 0: tag, 1: name, 2: attributes = '', index } of text.matchAll(TAG)) {
      end = index + tag.length
      const isHidden = attributes.includes('hidden=') && isTrue(attribute(attributes, 'hidden'))
      if (name === 'row') {
        rows++
        isOpen = count(holdsAny(end))
        if (isHidden) hiddenRows++
      } else if (name === 'mergeCell' && merges.length < MOST_MERGES) merges.push(...mergeOf(attributes))
      else if (isHidden) {
        const last = Math.min(Number(attribute(attributes, 'max')), LAST_COLUMN)
        for (let column = Number(attribute(attributes, 'min')); column <= last; column++)
          hiddenColumns.add(column - 1)
      }
    }
    if (text.includes('f>') || text.includes('/>'))
      for (const { 0: cell, index } of text.matchAll(UNWORKED)) {
        unworked++
        end = Math.max(end, index + cell.length)
      }
    rest = text.slice(Math.max(end, text.length - LONGEST_TAG))
  }
  return { rows, filled, hiddenRows, hiddenColumns, merges, unworked }
}

/** Of rows in their order, by where their tag ends: in one that holds nothing what closes first is itself. Null: further on. */
function holdingIn(text: string): (end: number) => boolean | null {
  let closes = -1
  return (end) => {
    if (text.charCodeAt(end - 2) === SLASH) return false
    if (closes < end) closes = text.indexOf('</', end)
    // Nowhere after this one is nowhere after the next.
    if (closes === -1) closes = Infinity
    const name = text.slice(closes, closes + LONGEST_NAME)
    return name.includes('>') ? !ENDS_ROW.test(name) : null
  }
}
const SLASH = 47
const LONGEST_NAME = 40
const ENDS_ROW = /^<\/(?:\w+:)?row\b/

const isTrue = (value: string | null) => value === '1' || value === 'true'

/** Only what goes down over several rows. */
function mergeOf(attributes: string): Merge[] {
  const [, from = '', first, last] =
    /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(attribute(attributes, 'ref')?.replaceAll('$', '') ?? '') ?? []
  if (first === undefined || first === last) return []
  const column = [...from].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return [{ first: Number(first), last: Number(last), column }]
}
