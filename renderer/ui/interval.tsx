import styles from './interval.module.css'

type IntervalProps = {
  /** The rate and its interval, in the unit of `max`. */
  value: number
  low: number
  high: number
  max: number
  /** Under 30: drawn hollow. */
  thin?: boolean
  /** The same in words, for readers. */
  label: string
}

/** A rate with its 95 % interval on a line from 0 to `max`. */
export function Interval({ value, low, high, max, thin = false, label }: IntervalProps) {
  const at = (figure: number) => `${Math.min(100, Math.max(0, (figure / max) * 100))}%`
  return (
    <svg className={styles.interval} role="img" aria-label={label} height="18">
      <line x1="0" x2="100%" y1="9" y2="9" className={styles.scale} />
      <line x1={at(low)} x2={at(high)} y1="9" y2="9" className={thin ? styles.thin : styles.range} />
      <circle cx={at(value)} cy="9" r="4" className={thin ? styles.hollow : styles.point} />
    </svg>
  )
}
