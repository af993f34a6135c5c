import type { ColumnPlan, Draft, Inspected } from './plan-draft.ts'

/** What says best who a row is about, in the order it is read. */
export const TELLING: readonly ColumnPlan['field'][] = [
  'fullName',
  'givenName',
  'familyName',
  'company',
  'phone',
  'mobile',
  'email',
  'externalId',
]
const MOST = 4

/** The few columns by which somebody recognises a row; the first of the file when none of them is mapped. */
export function shownColumns({ columns }: Inspected, draft: Draft): { index: number; header: string }[] {
  const telling = TELLING.flatMap((field) => draft.columns.filter((column) => column.field === field))
  const shown = (telling.length > 0 ? telling : draft.columns).slice(0, MOST)
  return shown.flatMap(({ index }) => {
    const column = columns.find((one) => one.index === index)
    return column ? [{ index, header: column.header }] : []
  })
}
