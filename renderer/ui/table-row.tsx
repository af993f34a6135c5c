import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'

import { cx } from './cx.ts'
import type { Column, Picking } from './table.tsx'
import styles from './table.module.css'

type TableRowProps<Row> = {
  row: Row | undefined
  index: number
  columns: readonly Column<Row>[]
  picking: Picking<Row> | undefined
  /** It can be opened or picked: the keyboard comes here. */
  isGrid: boolean
  isOpen: boolean
  isHere: boolean
  style: CSSProperties
  onClick: (event: MouseEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
  onFocus: () => void
}

export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, index, columns, picking, isGrid, isOpen, isHere, style, onClick, onKeyDown, onFocus } = props
  const isPicked = row !== undefined && (picking?.has(row) ?? false)
  return (
    <div
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      {...(isGrid ? { 'aria-selected': picking ? isPicked : isOpen, tabIndex: isHere ? 0 : -1 } : {})}
      className={cx(styles.row, isGrid && styles.press, isPicked && styles.picked, isOpen && styles.open)}
      style={style}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      {picking && (
        <div role="gridcell" className={styles.pick}>
          {row !== undefined && (
            <input
              type="checkbox"
              tabIndex={-1}
              checked={isPicked}
              aria-label={picking.labelOf(row)}
              onClick={(event) => {
                event.stopPropagation()
                picking.onPick(index, event.shiftKey ? 'reach' : 'turn')
              }}
              onChange={() => {}}
            />
          )}
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role={isGrid ? 'gridcell' : 'cell'}
          className={cx(styles.cell, column.end && styles.end)}
        >
          {row === undefined ? <i className={styles.hole} /> : column.cell(row)}
        </div>
      ))}
    </div>
  )
}
