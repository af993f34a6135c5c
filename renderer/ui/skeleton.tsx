import styles from './skeleton.module.css'

/** The shape of what comes; it shows only when that takes longer than 150 ms. */
export function Skeleton({
  rows = 3,
  height = 20,
  label,
}: {
  rows?: number
  height?: number
  label: string
}) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} style={{ height, width: `${92 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
