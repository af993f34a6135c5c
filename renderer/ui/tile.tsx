import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './tile.module.css'

type TileProps = {
  figure: ReactNode
  label: ReactNode
  note?: ReactNode
  /** Pressing it filters what stands below; without it the tile only tells. */
  onPress?: (() => void) | undefined
  isSelected?: boolean
}

/** One figure and what it counts. */
export function Tile({ figure, label, note, onPress, isSelected = false }: TileProps) {
  const inside = (
    <>
      <b>{figure}</b>
      <span>{label}</span>
      {note && <small>{note}</small>}
    </>
  )
  if (!onPress) return <div className={styles.tile}>{inside}</div>
  return (
    <ToggleButton className={cx(styles.tile, styles.press)} isSelected={isSelected} onChange={onPress}>
      {inside}
    </ToggleButton>
  )
}

/** Tiles side by side, all of one width; `many` are narrower, so that none stands alone in a second row. */
export const Tiles = ({ children, many = false }: { children: ReactNode; many?: boolean }) => (
  <div className={cx(styles.tiles, many && styles.many)}>{children}</div>
)
