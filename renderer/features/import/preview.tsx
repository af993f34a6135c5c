import { useTranslation } from 'react-i18next'

import { unmojibaked } from '#shared/domain/import/mojibake'
import { useFormat } from '#renderer/ui/format'
import type { Inspected } from './plan-draft.ts'
import styles from './import.module.css'

/** The first rows as they are read, under the headers as they stand in the file. */
export function Preview({ inspected, mendLetters }: { inspected: Inspected; mendLetters: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kind, columns, sample } = inspected
  const read = (cell = '') => (mendLetters ? (unmojibaked(cell) ?? cell) : cell)
  return (
    <div className={styles.preview} role="region" tabIndex={0} aria-label={t('import.preview')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.end}>
              {t(kind === 'sheet' ? 'import.row' : 'import.line')}
            </th>
            {columns.map(({ index, header, nameless }) => (
              <th key={index} scope="col" className={styles.cell} title={header}>
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
                <td key={index} className={styles.cell} title={read(cells[index])}>
                  {read(cells[index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
