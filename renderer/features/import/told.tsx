import type { ReactNode } from 'react'

import { useTold } from './use-told.ts'
import type { Row } from './rows-table.tsx'
import check from './check.module.css'
import styles from './import.module.css'

/**
 * What is wrong with a row and what happens; what would change; else what becomes of it. Of several wrongs the mends stand
 * in the row itself, which opens.
 */
export function Told({ row, shown }: { row: Row; shown: readonly number[] }) {
  const { problems, changes, ended, becomes } = useTold(row, shown)
  const said = [...changes, ended].filter(Boolean)
  const parts: ReactNode[] = [
    problems.length > 0 && (
      <span key="problems">
        <span className={styles.wrong}>{problems.map(({ wrong }) => wrong).join('. ')}</span>{' '}
        <span className={styles.quiet}>· {happensTo(problems)} </span>
      </span>
    ),
    said.length > 0 && `${problems.length > 0 ? '· ' : ''}${said.join(' · ')}`,
  ]
  const whole = [...problems.map(({ wrong, happens }) => `${wrong}: ${happens}`), ...said]
  return (
    <span className={check.told} title={whole.join('\n')}>
      {whole.length > 0 ? parts : <span className={styles.quiet}>{becomes}</span>}
    </span>
  )
}

/** One wrong has its mend; of several, what becomes of the row is said once. */
const happensTo = (problems: ReturnType<typeof useTold>['problems']): string => {
  const [only, ...others] = problems
  if (only && others.length === 0) return only.happens
  const ends = [...new Set(problems.flatMap(({ becomes }) => becomes ?? []))]
  return ends.length > 0 ? ends.join('; ') : problems.map(({ happens }) => happens).join('; ')
}
