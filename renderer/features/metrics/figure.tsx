import { Button } from 'react-aria-components'

import { useFormat } from '#renderer/ui/format'
import styles from './metrics.module.css'

type FigureProps = {
  value: number
  /** What it counts, for readers: the number alone says nothing. */
  label: string
  onOpen: () => void
  size?: 'big' | 'middle' | 'plain'
}

/** A count that opens the rows behind it. */
export function Figure({ value, label, onOpen, size = 'plain' }: FigureProps) {
  const format = useFormat()
  return (
    <Button
      className={`${styles.figure} ${styles[size]}`}
      aria-label={`${label}: ${format.number(value)}`}
      aria-haspopup="dialog"
      onPress={onOpen}
    >
      {format.number(value)}
    </Button>
  )
}
