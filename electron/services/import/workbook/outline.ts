import type { Merge } from './sheet.ts'
import { attribute } from './xml.ts'

/** What is known of a sheet before its rows are read. */
export type Outline = {
  rows: number
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
  let [rows, hiddenRows, unworked, rest] = [0, 0, 0, '']
  for await (const piece of pieces) {
    const text = rest + piece.toString('latin1')
    let end = 0
    for (const { 0: tag, 1: name, 2: attributes = '', index } of text.matchAll(TAG)) {
      end = index + tag.length
      const isHidden = attributes.includes('hidden=') && isTrue(attribute(attributes, 'hidden'))
      if (name === 'row') {
        rows++
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
  return { rows, hiddenRows, hiddenColumns, merges, unworked }
}

const isTrue = (value: string | null) => value === '1' || value === 'true'

/** Only what goes down over several rows. */
function mergeOf(attributes: string): Merge[] {
  const [, from = '', first, last] =
    /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(attribute(attributes, 'ref')?.replaceAll('$', '') ?? '') ?? []
  if (first === undefined || first === last) return []
  const column = [...from].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return [{ first: Number(first), last: Number(last), column }]
}
