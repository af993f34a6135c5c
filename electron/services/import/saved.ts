import type { Output } from '#shared/contract/api'
import { importPlan, type ImportPlan } from '#shared/contract/import-plan'
import { isOurs } from '#shared/domain/export/generic'
import { fingerprintOf, placesIn } from '#shared/domain/import/fingerprint'
import { importsWithHeader, planOfImport } from '#electron/db/import-seen'
import type { Deps } from '../deps.ts'

/** A file of rejected rows has the columns it came with, and ours beside them. */
const isTheirs = (name: string): boolean => !isOurs(name)

type Saved = NonNullable<Output<'import.inspect'>['saved']>

/**
 * How columns of these names were brought in the last time: the log is what keeps mappings. Columns are found by name,
 * wherever they stand now. Null for a file without a header, or with one that never came in.
 */
export function savedMapping(db: Deps['db'], header: readonly string[], headerLine: number): Saved | null {
  if (headerLine === 0) return null
  const mine = fingerprintOf(header.filter(isTheirs))
  const found = importsWithHeader(db).find((each) => fingerprintOf(each.header.filter(isTheirs)) === mine)
  if (!found) return null
  // What an older version kept may lack what this one needs.
  const plan = importPlan.safeParse(planOfImport(db, found.id))
  if (!plan.success) return null
  const place = placesIn(header)
  const columns = plan.data.columns.flatMap((column): ImportPlan['columns'] => {
    const index = place(found.header[column.index] ?? '')
    return index === undefined ? [] : [{ ...column, index }]
  })
  return { at: found.at, by: found.by ?? '', fileName: found.fileName, mode: plan.data.mode, columns }
}
