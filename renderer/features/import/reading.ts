import type { Input } from '#shared/contract/api'
import type { Inspected } from './plan-draft.ts'

/** How a file is read, as far as somebody can correct it. */
export type Reading = Pick<
  Input<'import.inspect'>,
  'encoding' | 'delimiter' | 'entry' | 'sheet' | 'headerLine' | 'headerRows'
>

/** What was not corrected is found out anew where it hangs on what was: another encoding may show another delimiter. */
export function keptOf(before: Inspected, change: Partial<Reading>): Reading {
  const isOther = change.entry !== undefined || change.sheet !== undefined
  const isRead = isOther || change.encoding !== undefined
  return {
    // One that is still asked for was not chosen.
    encoding: isOther || before.encodingAsked.length > 0 ? null : before.encoding,
    delimiter: isRead ? null : before.delimiter,
    entry: before.entry,
    sheet: change.entry === undefined ? before.sheet : null,
    headerLine: isRead || change.delimiter !== undefined ? null : before.headerLine,
    headerRows: null,
  }
}
