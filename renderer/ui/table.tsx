import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { cx } from './cx.ts'
import { TableHead, type Sorting } from './table-head.tsx'
import styles from './table.module.css'

export type Column<Row> = {
  id: string
  name: ReactNode
  /** A CSS grid track: `2fr`, `96px`, `minmax(120px, 1fr)`. */
  width: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end of the cell. */
  end?: boolean
  sorts?: boolean
}

export type TableProps<Row> = {
  label: string
  columns: readonly Column<Row>[]
  /** The rows that are here; with `count` larger, holes are drawn empty and asked for by `onRange`. */
  rows: readonly (Row | undefined)[]
  keyOf: (row: Row) => string
  count?: number
  onRange?: (first: number, last: number) => void
  /** Makes rows pressable: Enter, Space or a click. */
  onOpen?: (row: Row) => void
  openKey?: string | null
  sorting?: Sorting
  onSort?: (column: string) => void
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  /** Pixels, or `fill` for all the height that is left. */
  height?: number | 'fill'
}

/** Chromium caps an element's height: a million rows need rows of at most 33 px. */
const ROW = 33
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }

/** Draws only the rows in sight, however many there are. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    label,
    columns,
    rows,
    keyOf,
    count = rows.length,
    onRange,
    onOpen,
    openKey,
    empty,
    height = 'fill',
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is handed to a memoized part
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: { width: 800, height: 600 },
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onRange?.(first, last), [onRange, first, last])

  const go = (to: number) => {
    const target = Math.max(0, Math.min(count - 1, to))
    setAt(target)
    virtual.scrollToIndex(target)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${target}"]`)?.focus(),
    )
  }
  const onKeyDown = (event: KeyboardEvent, row: Row | undefined, index: number) => {
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : index + (STEPS[event.key] ?? Number.NaN)
    if (!Number.isNaN(to)) {
      event.preventDefault()
      go(to)
    } else if (row && event.target === event.currentTarget && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      onOpen?.(row)
    }
  }

  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  return (
    <div
      ref={scroller}
      role={onOpen ? 'grid' : 'table'}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      className={cx(styles.table, height === 'fill' && styles.fill)}
      style={height === 'fill' ? {} : { height }}
      // A table that scrolls must be reachable; one with rows to open is reached through them.
      tabIndex={onOpen ? -1 : 0}
    >
      {/* As wide as its columns need, so that lines and grounds reach the end when it scrolls sideways. */}
      <div role="presentation" className={styles.inner}>
        <TableHead columns={columns} tracks={tracks} sorting={props.sorting} onSort={props.onSort} />
        {count === 0 && empty ? <div className={styles.empty}>{empty}</div> : null}
        <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            const open = row !== undefined && openKey === keyOf(row)
            return (
              <div
                key={index}
                role="row"
                data-index={index}
                aria-rowindex={index + 2}
                {...(onOpen ? { 'aria-selected': open, tabIndex: index === at ? 0 : -1 } : {})}
                className={cx(styles.row, onOpen && styles.press, open && styles.open)}
                style={{ ...tracks, transform: `translateY(${start}px)` }}
                onClick={() => row && onOpen && (setAt(index), onOpen(row))}
                onKeyDown={(event) => onOpen && onKeyDown(event, row, index)}
              >
                {columns.map((column) => (
                  <div
                    key={column.id}
                    role={onOpen ? 'gridcell' : 'cell'}
                    className={cx(styles.cell, column.end && styles.end)}
                  >
                    {row === undefined ? <i className={styles.hole} /> : column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
