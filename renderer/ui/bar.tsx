import styles from './bar.module.css'

/** A part of a whole, 0-100, as a line; what it means is said beside it. */
export function Bar({ percent }: { percent: number }) {
  return (
    <span className={styles.bar} aria-hidden>
      <i style={{ transform: `translateX(${percent - 100}%)` }} />
    </span>
  )
}
