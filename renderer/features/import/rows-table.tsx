import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Failure } from '#renderer/ui/failure'
import { useFormat } from '#renderer/ui/format'
import { Table, type Column } from '#renderer/ui/table'
import { usePaged } from '#renderer/ui/use-paged'
import type { Filter } from './import-store.ts'
import type { Draft, Inspected } from './plan-draft.ts'
import { RowWhole } from './row-whole.tsx'
import { shownColumns } from './shown-columns.ts'
import { Told } from './told.tsx'
import styles from './import.module.css'

export type Row = Output<'import.rows'>['rows'][number]
export type Problem = Row['problems'][number]
type Props = {
  call: Call
  importId: string
  filter: Filter
  /** How many there are; of most verdicts only the first are kept to be looked at. */
  count: number
  inspected: Inspected
  draft: Draft
}

/** The rows of one verdict: who, the cells that were marked, what is wrong and what happens. */
export function RowsTable({ call, importId, filter, count, inspected, draft }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const ask = useCallback(
    (offset: number, limit: number) => call('import.rows', { importId, filter, offset, limit }),
    [call, importId, filter],
  )
  const [opened, open] = useState<Row | null>(null)
  const { rows, total, state, onRange, reload } = usePaged<Row>(ask)
  const columns = useMemo((): readonly Column<Row>[] => {
    const shown = shownColumns(inspected, draft)
    const indexes = shown.map(({ index }) => index)
    const empty = new Set(indexes.filter((index) => !rows.some((row) => row?.cells[index])))
    return [
      {
        id: 'line',
        name: t('import.line'),
        width: '72px',
        end: true,
        cell: ({ line }) => <span className={styles.line}>{format.number(line)}</span>,
      },
      ...shown.map(({ index, header }): Column<Row> => {
        return {
          id: `${index}`,
          name: header,
          // What nobody here has leaves its room to what is said of the row.
          width: empty.has(index) ? 'minmax(96px, 0.3fr)' : 'minmax(100px, 1fr)',
          cell: ({ cells, problems }) => (
            <span
              className={problems.some(({ column }) => column === index) ? styles.marked : undefined}
              title={cells[index]}
            >
              {cells[index]}
            </span>
          ),
        }
      }),
      {
        id: 'told',
        name: t(
          filter === 'update'
            ? 'import.changes'
            : filter === 'error' || filter === 'marked'
              ? 'import.wrong'
              : 'import.happens',
        ),
        width: 'minmax(320px, 2.4fr)',
        cell: (row) => <Told row={row} shown={indexes} />,
      },
    ]
  }, [t, format, inspected, draft, filter, rows])
  if (state.kind === 'failed') return <Failure error={state.error} onRetry={reload} />
  return (
    <>
      <Table
        label={t(`import.showing.${filter}`)}
        columns={columns}
        rows={rows}
        count={total}
        onRange={onRange}
        keyOf={({ line }) => `${line}`}
        onOpen={open}
        openKey={opened && `${opened.line}`}
        empty={state.kind === 'ready' ? t('import.noRows') : null}
        height={400}
      />
      {opened && <RowWhole row={opened} inspected={inspected} onClose={() => open(null)} />}
      {state.kind === 'ready' && total < count && (
        <p className={styles.none}>
          {t('import.firstOf', { shown: format.number(total), total: format.number(count) })}
        </p>
      )}
    </>
  )
}
