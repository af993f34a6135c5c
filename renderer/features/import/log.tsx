import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import type { ImportState } from './import-store.ts'
import styles from './import.module.css'

type Props = {
  imports: Output<'imports.list'>
  lists: Output<'app.state'>['lists']
  saveRejected: ImportState['saveRejected']
}

/** What came in before, by whom, and the rows that did not. */
export function Log({ imports, lists, saveRejected }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { say } = useAnnouncer()
  const take = async (importId: string) => {
    const name = await saveRejected(importId)
    if (name) say(t('import.downloaded', { name }))
  }
  return (
    <Card title={t('import.log')} flush>
      {imports.length === 0 ? (
        <p className={styles.none}>{t('import.logNone')}</p>
      ) : (
        <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('import.log')}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('import.logColumn.at')}</th>
                <th scope="col">{t('import.logColumn.file')}</th>
                <th scope="col">{t('import.logColumn.by')}</th>
                <th scope="col">{t('import.logColumn.list')}</th>
                <th scope="col" className={styles.end}>
                  {t('import.logColumn.rows')}
                </th>
                <th scope="col">{t('import.logColumn.result')}</th>
                <th scope="col">{t('import.logColumn.errors')}</th>
              </tr>
            </thead>
            <tbody>
              {imports.map(({ importId, at, fileName, by, listId, rows, state, counts }) => (
                <tr key={importId}>
                  <td>{format.moment(at)}</td>
                  <td>{fileName}</td>
                  <td>{by}</td>
                  <td>{lists.find(({ id }) => id === listId)?.name}</td>
                  <td className={styles.end}>{format.number(rows)}</td>
                  <td>
                    {state === 'done'
                      ? t('import.logResult', {
                          create: format.number(counts.create),
                          update: format.number(counts.update),
                        })
                      : t(`import.state.${state}`)}
                  </td>
                  <td>
                    {state === 'done' && counts.error > 0 && (
                      <Button look="link" onPress={() => void take(importId)}>
                        {t('import.download', { count: counts.error })}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
