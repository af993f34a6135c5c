import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import type { Exported, Outgoing } from './export-store.ts'
import styles from './export.module.css'

/** What went out, when, by whom; each file can be taken again while it is here. */
export function History({ files, onSave }: { files: readonly Exported[]; onSave: (file: Outgoing) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card title={t('export.history')}>
      {files.length === 0 ? (
        <p className={styles.quiet}>{t('export.historyNone')}</p>
      ) : (
        <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('export.history')}>
          <table className={styles.history}>
            <thead>
              <tr>
                <th scope="col">{t('export.column.at')}</th>
                <th scope="col">{t('export.column.by')}</th>
                <th scope="col">{t('export.column.profile')}</th>
                <th scope="col" className={styles.end}>
                  {t('export.column.rows')}
                </th>
                <th scope="col">{t('export.column.file')}</th>
              </tr>
            </thead>
            <tbody>
              {files.map(({ id, at, by, profile, rows, fileName, file }) => (
                <tr key={`${id} ${fileName}`}>
                  <td>{format.moment(at)}</td>
                  <td>{by}</td>
                  <td>{t(`export.profiles.${profile}`)}</td>
                  <td className={styles.end}>{format.number(rows)}</td>
                  <td>
                    {file ? (
                      <Button
                        look="link"
                        onPress={() => onSave(file)}
                        aria-label={t('export.download', { name: fileName })}
                      >
                        {fileName}
                      </Button>
                    ) : (
                      <>
                        {fileName} <span className={styles.quiet}>({t('export.gone')})</span>
                      </>
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
