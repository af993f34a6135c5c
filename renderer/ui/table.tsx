import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react'

import { cx } from './cx.ts'
import { TableHead, type Sorting } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { keyOfTable, type RowKey } from './table-keys.ts'
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

/** Rows that can be picked one by one, by stretches, or all at once. */
export type Picking<Row> = {
  has: (row: Row) => boolean
  /** `turn`: this one on or off; `reach`: all from the last one to this one. */
  onPick: (index: number, how: 'turn' | 'reach') => void
  onAll: () => void
  isAll: boolean
  labelOf: (row: Row) => string
  allLabel: string
}

export type TableHandle = { focus: (index: number) => void }

type TableProps<Row> = {
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
  picking?: Picking<Row>
  handle?: Ref<TableHandle>
  /** The row that stands first to the keyboard, and in sight, when the table is drawn. */
  startAt?: number
  onAt?: (index: number) => void
  sorting?: Sorting
  onSort?: (column: string) => void
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  /** Pixels it may take at most, or `fill` for all the height that is left. */
  height?: number | 'fill'
}

/** Pixels, as `--row` has it. Chromium caps an element's height: a million rows need rows of at most 33 px. */
const ROW = { comfortable: 33, compact: 27 }
const rowHeight = () =>
  ROW[document.documentElement.dataset['density'] === 'compact' ? 'compact' : 'comfortable']

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
    picking,
    handle,
    startAt = 0,
    onAt,
  } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(startAt)
  const isGrid = onOpen !== undefined || picking !== undefined
  // oxlint-disable-next-line react/incompatible-library -- nothing it returns is handed to a memoized part
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 8,
    initialRect: { width: 800, height: 600 },
    // Two rows above it stay in sight.
    initialOffset: Math.max(0, startAt - 2) * rowHeight(),
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onRange?.(first, last), [onRange, first, last])

  const stand = (index: number) => {
    setAt(index)
    onAt?.(index)
  }
  const go = (to: number) => {
    const target = Math.max(0, Math.min(count - 1, to))
    stand(target)
    virtual.scrollToIndex(target)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${target}"]`)?.focus(),
    )
  }
  useImperativeHandle(handle, () => ({ focus: go }))
  const press = (key: RowKey, row: Row | undefined, index: number) => {
    if (key.kind === 'go') {
      const to = key.to === 'end' ? count - 1 : index + key.by
      go(key.to === 'start' ? 0 : to)
      if (key.reaches) picking?.onPick(Math.max(0, Math.min(count - 1, to)), 'reach')
    } else if (key.kind === 'all') picking?.onAll()
    else if (key.kind === 'pick' && picking) picking.onPick(index, key.reaches ? 'reach' : 'turn')
    else if (row) onOpen?.(row)
  }

  const widths = columns.map(({ width }) => width)
  const tracks = { gridTemplateColumns: [...(picking ? ['28px'] : []), ...widths].join(' ') }
  return (
    <div
      ref={scroller}
      role={isGrid ? 'grid' : 'table'}
      {...(picking ? { 'aria-multiselectable': true } : {})}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length + (picking ? 1 : 0)}
      className={cx(styles.table, height === 'fill' && styles.fill)}
      style={height === 'fill' ? {} : { maxHeight: height }}
      // A table that scrolls must be reachable; one with rows to open is reached through them.
      tabIndex={isGrid ? -1 : 0}
    >
      {/* As wide as its columns need, so that lines and grounds reach the end when it scrolls sideways. */}
      <div role="presentation" className={styles.inner}>
        <TableHead
          columns={columns}
          tracks={tracks}
          sorting={props.sorting}
          onSort={props.onSort}
          picking={picking}
        />
        {count === 0 && empty ? <div className={styles.empty}>{empty}</div> : null}
        <div role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            return (
              <TableRow
                key={index}
                row={row}
                index={index}
                columns={columns}
                picking={picking}
                isGrid={isGrid}
                isOpen={row !== undefined && openKey === keyOf(row)}
                isHere={index === at}
                style={{ ...tracks, transform: `translateY(${start}px)` }}
                onClick={(event) => {
                  stand(index)
                  if (picking && (event.ctrlKey || event.metaKey || event.shiftKey))
                    picking.onPick(index, event.shiftKey ? 'reach' : 'turn')
                  else if (row) onOpen?.(row)
                }}
                onFocus={() => index !== at && stand(index)}
                onKeyDown={(event) => {
                  const key = isGrid ? keyOfTable(event, picking !== undefined) : null
                  if (!key) return
                  event.preventDefault()
                  press(key, row, index)
                }}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}
