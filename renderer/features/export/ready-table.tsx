import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { Chip } from '#renderer/ui/chip'
import { Table, type Column } from '#renderer/ui/table'
import type { Ready } from './export-store.ts'
import styles from './export.module.css'

type Row = Ready['rows'][number]

/** The rows as they will be written; what changed since they last went out is marked, in the row and in the cell. */
export function ReadyTable({ ready, onOpen }: { ready: Ready; onOpen: (leadId: string) => void }) {
  const { t } = useTranslation()
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      {
        id: ' what',
        name: t('export.what'),
        width: ready.changed > 0 ? '220px' : '96px',
        cell: (row) => <What row={row} />,
      },
      ...ready.headers.map((header, at): Column<Row> => {
        return {
          id: header,
          name: header,
          width: `minmax(${widthOf(ready.rows, header, at)}px, 1fr)`,
          cell: ({ cells, changed }) => (
            <span className={changed?.includes(header) ? styles.changed : undefined} title={cells[at]}>
              {cells[at]}
            </span>
          ),
        }
      }),
    ],
    [t, ready],
  )
  return (
    <Table
      label={t('export.rows')}
      columns={columns}
      rows={ready.rows}
      keyOf={({ leadId }) => leadId}
      onOpen={({ leadId }) => onOpen(leadId)}
      height={Math.min(340, 44 + ready.rows.length * 33)}
    />
  )
}

function What({ row }: { row: Row }) {
  const { t } = useTranslation()
  return (
    <span className={styles.what}>
      {row.changed === null ? (
        <Chip tone="accent">{t('export.whatNew')}</Chip>
      ) : (
        <Chip tone="info">{t('export.whatChanged', { headers: row.changed.join(', ') })}</Chip>
      )}
      {row.override && <Chip tone="warn">{t('export.override')}</Chip>}
    </span>
  )
}

/** Pixels, roughly. */
const CHARACTER = 9

/** Room for its longest text, within reason, and the padding. */
const widthOf = (rows: readonly Row[], header: string, at: number) =>
  16 +
  CHARACTER * Math.min(32, Math.max(header.length, 6, ...rows.map(({ cells }) => cells[at]?.length ?? 0)))
