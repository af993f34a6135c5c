import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'

import { cx } from './cx.ts'
import styles from './table.module.css'

export type Sorting = { column: string; descending: boolean }

type HeadColumn = { id: string; name: ReactNode; end?: boolean; sorts?: boolean }
type TableHeadProps = {
  columns: readonly HeadColumn[]
  tracks: CSSProperties
  sorting: Sorting | undefined
  onSort: ((column: string) => void) | undefined
  picking?: { isAll: boolean; onAll: () => void; allLabel: string } | undefined
}

export function TableHead({ columns, tracks, sorting, onSort, picking }: TableHeadProps) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={tracks}>
        {picking && (
          <div role="columnheader" className={styles.pick}>
            <input
              type="checkbox"
              checked={picking.isAll}
              aria-label={picking.allLabel}
              onChange={() => picking.onAll()}
            />
          </div>
        )}
        {columns.map(({ id, name, end, sorts }) => {
          const sorted = sorting?.column === id
          const Arrow = sorting?.descending ? ArrowDown : ArrowUp
          return (
            <div
              key={id}
              role="columnheader"
              className={cx(styles.cell, end && styles.end)}
              {...(sorted ? { 'aria-sort': sorting.descending ? 'descending' : 'ascending' } : {})}
            >
              {sorts && onSort ? (
                <button type="button" className={styles.sort} onClick={() => onSort(id)}>
                  <span>{name}</span>
                  {sorted && <Arrow size={12} aria-hidden />}
                </button>
              ) : (
                name
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
