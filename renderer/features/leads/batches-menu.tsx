import { History } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Batch } from '#shared/contract/batch'
import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Popover } from '#renderer/ui/popover'
import { Shown } from '#renderer/ui/shown'
import { useBatchUndo } from './use-batch.ts'
import styles from './batches-menu.module.css'

/** What was done to many at once, also after its notice is gone, and the way back as long as there is one. */
export function BatchesMenu({ call }: { call: Call }) {
  const { t } = useTranslation()
  return (
    <Popover
      label={t('leads.batch.lately')}
      trigger={
        <Button small look="quiet" icon={<History size={14} aria-hidden />}>
          {t('leads.batch.lately')}
        </Button>
      }
    >
      <Batches call={call} />
    </Popover>
  )
}

function Batches({ call }: { call: Call }) {
  const { t } = useTranslation()
  const undo = useBatchUndo(call)
  const [batches, set] = useState<Loaded<Batch[]>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('batch.list', {}))), [call])
  useEffect(() => void load(), [load])
  return (
    <Shown of={batches} onRetry={() => void load()} rows={3}>
      {(rows) =>
        rows.length === 0 ? (
          <p className={styles.quiet}>{t('leads.batch.none')}</p>
        ) : (
          <ul className={styles.list} aria-label={t('leads.batch.lately')}>
            {rows.map((batch) => (
              <Line key={batch.batchId} batch={batch} onUndo={() => void undo(batch.batchId).then(load)} />
            ))}
          </ul>
        )
      }
    </Shown>
  )
}

function Line({ batch, onUndo }: { batch: Batch; onUndo: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { deed, at, by, state, changed, stays } = batch
  const kind = t(`leads.batch.deed.${deed.kind}`)
  const name = deed.kind === 'move' ? `${kind}: ${t(`common.stage.${deed.to}`)}` : kind
  const isStopped = state === 'cancelled'
  return (
    <li>
      <span>
        <b>{name}</b> {isStopped ? t('leads.batch.cancelled') : t('leads.batch.done', { count: changed })}{' '}
        <span className={styles.quiet}>
          {[format.recent(at, t('common.today')), by].filter(Boolean).join(' · ')}
        </span>
        {stays !== null && !isStopped && <p className={styles.quiet}>{t(`leads.batch.stays.${stays}`)}</p>}
      </span>
      {stays === null && (
        <Button small aria-label={`${t('leads.undo')}: ${name}`} onPress={onUndo}>
          {t('leads.undo')}
        </Button>
      )}
    </li>
  )
}
