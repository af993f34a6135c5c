import { CAPS } from '#shared/domain/cap'
import { dialledAfter, importedWithNumber } from '#electron/db/dialled'
import type { Deps } from '../deps.ts'
import { capAround, refresh } from '../queue.ts'
import { takeTurns } from '../turns.ts'
import { inSlices, type Slices } from './slices.ts'

/** A day there may have begun up to this long ago. */
const LAST_DAYS = 2 * 86_400_000
const CHUNK = 500

/**
 * A file's new people are placed as if nobody had dialled anybody. Where one has the number, or the employer, of somebody
 * whom the team dialled as often as it may, they are placed anew, so that a cap is theirs too.
 */
export async function heedDials(deps: Deps, slices: Slices, importId: string): Promise<void> {
  const { db } = deps
  const [numbers, companies] = await dialled(deps, slices)
  const often = (counts: ReadonlyMap<string, number>, most: number) =>
    [...counts].flatMap(([key, count]) => (count >= most ? [key] : []))
  await inSlices(slices, often(numbers, CAPS.numberADay), (e164) =>
    refresh(db, deps, importedWithNumber(db, e164, importId)),
  )
  // Of one employer there may be thousands.
  await inSlices(slices, often(companies, CAPS.companyADay), (id) =>
    refresh(db, deps, capAround(db, deps, id)),
  )
}

type Counts = Map<string, number>
/** How often each number and each company was dialled of late. */
async function dialled({ db, now }: Deps, slices: Slices): Promise<[numbers: Counts, companies: Counts]> {
  const numbers: Counts = new Map()
  const companies: Counts = new Map()
  const count = (counts: Counts, key: string | null) =>
    key !== null && counts.set(key, (counts.get(key) ?? 0) + 1)
  const turns = takeTurns()
  let after = { at: now() - LAST_DAYS, n: 0 }
  for (;;) {
    const rows = dialledAfter(db, { ...after, limit: CHUNK })
    for (const { e164, companyId } of rows) {
      count(numbers, e164)
      count(companies, companyId)
    }
    const last = rows.at(-1)
    if (!last || rows.length < CHUNK) return [numbers, companies]
    after = last
    if (turns.isOver()) await turns.next()
    slices.stopIfAsked()
  }
}
