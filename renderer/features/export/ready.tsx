import { Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { EmptyState } from '#renderer/ui/empty-state'
import { useFormat } from '#renderer/ui/format'
import { PRIMARY_KEY, usePrimaryKey } from '#renderer/ui/use-primary-key'
import type { Ready } from './export-store.ts'
import { ReadyTable } from './ready-table.tsx'
import styles from './export.module.css'

type Props = {
  ready: Ready
  isRunning: boolean
  /** Something was just written: an empty list is then no news. */
  isQuiet: boolean
  onRun: () => void
  onOpen: (leadId: string) => void
  go: (path: string) => void
}

/** What would go out now, and the one button that sends it. */
export function ReadyToGo({ ready, isRunning, isQuiet, onRun, onOpen, go }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const total = ready.new + ready.changed
  const isAny = total + ready.tasks > 0
  usePrimaryKey(isAny && !isRunning ? onRun : null)

  if (!isAny) {
    if (isQuiet) return null
    return (
      <EmptyState
        icon={<Upload size={24} strokeWidth={1.6} />}
        title={t('export.empty')}
        action={
          <>
            <Button look="go" onPress={() => go('/queue')}>
              {t('export.emptyCall')}
            </Button>
            <Button onPress={() => go('/leads/in/sql')}>{t('export.emptySqls')}</Button>
          </>
        }
      >
        <p>{t('export.emptyBody')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {total > 0 && (
        <>
          <p className={styles.sentence}>
            {t('export.sentence', {
              count: total,
              fresh: format.number(ready.new),
              changed: format.number(ready.changed),
            })}
          </p>
          <Card flush>
            <ReadyTable ready={ready} onOpen={onOpen} />
          </Card>
        </>
      )}
      <div className={styles.actions}>
        <Button look="go" kbd={PRIMARY_KEY} onPress={onRun} isDisabled={isRunning}>
          {isRunning
            ? t('export.running')
            : total > 0
              ? t('export.run', { count: total })
              : t('export.runTasks', { count: ready.tasks })}
        </Button>
        <p className={styles.quiet}>
          {total > 0 &&
            (total > ready.rows.length
              ? t('export.preview', { shown: format.number(ready.rows.length), total: format.number(total) })
              : t('export.previewAll'))}{' '}
          {ready.calls > 0 && t('export.calls', { count: ready.calls })}{' '}
          {ready.unlinked > 0 && t('export.unlinked', { count: ready.unlinked })}{' '}
          {total > 0 && ready.tasks > 0 && t('export.tasks', { count: ready.tasks })}
        </p>
      </div>
    </>
  )
}
