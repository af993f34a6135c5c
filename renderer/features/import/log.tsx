import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import type { ImportState } from './import-store.ts'
import { LogEntry } from './log-entry.tsx'
import { UndoneSoFar } from './undoing.tsx'
import styles from './import.module.css'

type Props = {
  call: Call
  host: Pick<Bridge, 'onEvent'>
  imports: Output<'imports.list'>
  lists: Output<'app.state'>['lists']
  store: Pick<ImportState, 'saveRejected' | 'undo' | 'loadLog'>
}

/** What came in before and by whom; each opens with all that is known of it, and the way back. */
export function Log({ call, host, imports, lists, store }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [openId, open] = useState<string | null>(null)
  const entry = imports.find(({ importId }) => importId === openId)
  const listOf = (listId: string | null) => lists.find(({ id }) => id === listId)?.name ?? ''
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
                <th scope="col">
                  <span className="sr-only">{t('import.logColumn.more')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {imports.map(
                ({ importId, at, fileName, by, listId, rows, state, counts, holds, isMend, columns }) => (
                  <tr key={importId}>
                    <td>{format.moment(at)}</td>
                    <td>
                      {fileName}
                      {isMend && <span className={styles.quiet}> · {t('import.logMend')}</span>}
                    </td>
                    <td>{by}</td>
                    <td>{listOf(listId)}</td>
                    <td className={styles.end}>{format.number(rows)}</td>
                    <td>
                      {state === 'done' && holds === 'calls'
                        ? t(isOfCalls(columns) ? 'import.logCalls' : 'import.logVerdicts', {
                            count: counts.create,
                          })
                        : state === 'done'
                          ? [
                              t('import.logCreated', { count: counts.create }),
                              t('import.logUpdated', { count: counts.update }),
                            ].join(', ')
                          : t(`import.state.${state}`)}
                      {state === 'undoing' && <UndoneSoFar {...{ host, importId }} />}
                    </td>
                    <td className={styles.end}>
                      <Button look="link" onPress={() => open(importId)}>
                        {t('import.logMore')}
                        <span className="sr-only">: {t('import.logOpen', { name: fileName })}</span>
                      </Button>
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
      {entry && (
        <LogEntry {...{ call, host, entry, store }} list={listOf(entry.listId)} onClose={() => open(null)} />
      )}
    </Card>
  )
}

/** Without a time of a call a history holds what a CRM made of its leads. */
const isOfCalls = (columns: Output<'imports.list'>[number]['columns']) =>
  columns.some(({ field }) => field === 'calledAt')
