import { useTranslation } from 'react-i18next'

import { Dialog } from '#renderer/ui/dialog'
import { useFormat } from '#renderer/ui/format'
import type { Inspected } from './plan-draft.ts'
import type { Row } from './rows-table.tsx'
import { useTold } from './use-told.ts'
import log from './log.module.css'
import styles from './row-whole.module.css'

type Props = { row: Row; inspected: Inspected; onClose: () => void }

/** A row that does not fit its line: all that is wrong with it and its mends, all that changes, every cell. */
export function RowWhole({ row, inspected, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { problems, changes, ended, becomes } = useTold(row, [])
  const said = [...changes, ended].filter(Boolean)
  const nameOf = ({ index, nameless, header }: Inspected['columns'][number]) =>
    nameless ? t('import.nameless', { n: index + 1 }) : header
  const filled = inspected.columns.filter(({ index }) => row.cells[index])
  return (
    <Dialog
      title={t('import.lineAt', { line: format.number(row.line) })}
      closeLabel={t('common.close')}
      isOpen
      wide
      onClose={onClose}
    >
      <div className={log.entry}>
        <ul className={log.said}>
          {problems.map(({ wrong, happens }, at) => (
            // One cell may be wrong in two ways that read alike.
            <li key={at}>
              <span className={log.failed}>{wrong}</span> · {happens}
            </li>
          ))}
          {said.map((words) => (
            <li key={words}>{words}</li>
          ))}
          {problems.length === 0 && said.length === 0 && <li>{becomes}</li>}
        </ul>
        <h3>{t('import.rowCells')}</h3>
        <div className={styles.cells} role="region" tabIndex={0} aria-label={t('import.rowCells')}>
          <dl>
            {filled.map((column) => (
              <div key={column.index}>
                <dt>{nameOf(column)}</dt>
                <dd>{row.cells[column.index]}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </Dialog>
  )
}
