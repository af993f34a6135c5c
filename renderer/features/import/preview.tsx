import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import type { Inspected } from './plan-draft.ts'
import styles from './import.module.css'

/** The first rows as they are read, under the headers as they stand in the file. */
export function Preview({ inspected }: { inspected: Inspected }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kind, columns, sample } = inspected
  return (
    <div className={styles.preview} role="region" tabIndex={0} aria-label={t('import.preview')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.end}>
              {t(kind === 'sheet' ? 'import.row' : 'import.line')}
            </th>
            {columns.map(({ index, header, nameless }) => (
              <th key={index} scope="col">
                {nameless ? <i>{t('import.nameless', { n: index + 1 })}</i> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ line, cells }) => (
            <tr key={line}>
              <td className={styles.line}>{format.number(line)}</td>
              {columns.map(({ index }) => (
                <td key={index} className={styles.cell} title={cells[index]}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
