import type { ReactNode } from 'react'

import { useTold } from './use-told.ts'
import type { Row } from './rows-table.tsx'
import check from './check.module.css'
import styles from './import.module.css'

/** What is wrong with a row and what happens; what would change; else what becomes of it. */
export function Told({ row, shown }: { row: Row; shown: readonly number[] }) {
  const { problems, changes, ended, becomes } = useTold(row, shown)
  const parts: ReactNode[] = [
    ...problems.map(({ wrong, happens }, at) => (
      <span key={wrong}>
        <span className={styles.wrong}>{wrong}</span> <span className={styles.quiet}>· {happens}</span>
        {at < problems.length - 1 ? '. ' : ' '}
      </span>
    )),
    ...changes.map((change) => <span key={change}>{change} </span>),
    ended && <span key="ended">{ended} </span>,
  ]
  const whole = [...problems.map(({ wrong, happens }) => `${wrong}: ${happens}`), ...changes, ended].filter(
    Boolean,
  )
  return (
    <span className={check.told} title={whole.join('\n')}>
      {whole.length > 0 ? parts : <span className={styles.quiet}>{becomes}</span>}
    </span>
  )
}
