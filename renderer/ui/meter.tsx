import styles from './meter.module.css'

type MeterProps = {
  /** All in percent, 0-100. */
  now: number
  possible: number
  threshold: number
  /** The same in words, for readers. */
  label: string
}

/** What is proven, what could still be, and the mark to reach. */
export function Meter({ now, possible, threshold, label }: MeterProps) {
  return (
    <div className={styles.meter} role="img" aria-label={label}>
      <i style={{ clipPath: `inset(0 ${100 - now}% 0 0 round 3px)` }} />
      <u style={{ left: `${now}%`, width: `${Math.max(0, possible - now)}%` }} />
      <s style={{ left: `${threshold}%` }} />
    </div>
  )
}
