import type { ImportPlan } from '#shared/contract/import-plan'
import type { CsvRecord } from '#shared/domain/import/csv'
import { countryOfZone } from '#shared/domain/home'
import { allRecordsOf } from './records.ts'
import { oddOf, type OddTable, type Scan } from './scan.ts'
import { columnsOf, tableOf } from './table.ts'

type Given = { path: string; plan: ImportPlan; scanned: Scan; zone: string }
const LOOKED_AT = 200

/** What is odd about a table as a whole and as it is planned. Throws AppError 'unreadable-file'. */
export const oddAsPlanned = async (given: Given): Promise<OddTable> => ({
  ...oddOf(given.scanned),
  ofOthers: await columnsOfOthers(given),
})

/** Columns about other people of the rows that are kept beside whom they are about, by the first rows. */
async function columnsOfOthers({ path, plan, scanned, zone }: Given): Promise<string[]> {
  const records: CsvRecord[] = []
  for await (const batch of allRecordsOf(path, plan)) {
    records.push(...batch.records)
    if (records.length >= LOOKED_AT) break
  }
  const { headerLine, headerRows } = plan
  const place = { headerLine, headerRows: headerRows ?? 1, isSheet: scanned.sheet?.parted === null }
  const table = tableOf(records.slice(0, LOOKED_AT + headerLine), place)
  const kept = new Set(plan.columns.flatMap(({ index, field }) => (field === null ? [index] : [])))
  return columnsOf(table, countryOfZone(zone) ?? 'ES').flatMap(({ index, header, isOfAnother }) =>
    isOfAnother && kept.has(index) ? [header] : [],
  )
}
