import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Select, type Option } from '#renderer/ui/select'
import styles from './import.module.css'

type Props = {
  title: string
  /** What stands in the file and nobody knows, with how often. */
  cells: readonly { cell: string; calls: number }[]
  times: (calls: number) => string
  labelOf: (cell: string) => string
  options: readonly Option[]
  /** What was said that a cell stands for. */
  meant: (cell: string) => string | null
  onSay: (cell: string, is: string) => void
  onAgain: () => void
}

/** Words of a file that nobody here knows: what each of them stands for, and the way to look again. */
export function HistoryAsked({ title, cells, times, labelOf, options, meant, onSay, onAgain }: Props) {
  const { t } = useTranslation()
  if (cells.length === 0) return null
  return (
    <Card
      title={title}
      flush
      aside={
        <Button small onPress={onAgain}>
          {t('import.historyAgain')}
        </Button>
      }
    >
      <div className={styles.scroll} role="region" tabIndex={0} aria-label={title}>
        <table className={styles.table}>
          <tbody>
            {cells.map(({ cell, calls }) => (
              <tr key={cell}>
                <th scope="row">{cell || t('import.cellBlank')}</th>
                <td className={styles.line}>{times(calls)}</td>
                <td className={styles.field}>
                  <Select
                    bareLabel
                    label={labelOf(cell)}
                    options={options}
                    value={meant(cell)}
                    placeholder={t('import.valueUnknown')}
                    onChange={(is) => onSay(cell, is)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
