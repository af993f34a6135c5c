import type { Input } from '#shared/contract/api'

export type HistoryPlan = Input<'history.run'>['plan']
type Field = HistoryPlan['columns'][number]['field']

/** For a file of calls that has these columns, in their order. */
export const historyPlan = (fields: readonly Field[], change: Partial<HistoryPlan> = {}): HistoryPlan => ({
  name: 'llamadas.csv',
  encoding: 'utf-8',
  delimiter: ';',
  headerLine: 1,
  country: 'ES',
  emptyWords: [],
  columns: fields.map((field, index) => ({ index, field })),
  listId: null,
  addReps: true,
  closes: true,
  ...change,
})
