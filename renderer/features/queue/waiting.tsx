import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sumOf } from '#shared/lib/sum'

import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import type { QueueView } from './queue-store.ts'
import styles from './queue.module.css'

/** How many wait and why; nothing is dropped silently. */
export function Waiting({ view }: { view: QueueView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow(60_000)
  const [isOpen, setOpen] = useState(false)
  const { waiting, noNumber } = view
  const count = sumOf(waiting, (one) => one.count)
  if (count + noNumber === 0) return null
  const reason = (one: QueueView['waiting'][number]) =>
    t(`queue.wait.${one.why}`, { number: format.number(one.count) })
  const most = waiting.toSorted((a, b) => b.count - a.count).slice(0, 3)

  return (
    <footer className={styles.waiting}>
      {count > 0 &&
        t('queue.waiting', {
          count,
          number: format.number(count),
          reasons: most.map(reason).join(', '),
        })}{' '}
      {noNumber > 0 && t('queue.noNumber', { count: noNumber, number: format.number(noNumber) })}{' '}
      {count > 0 && (
        <Button look="link" onPress={() => setOpen(true)}>
          {t('queue.whyWait')}
        </Button>
      )}
      <Dialog
        title={t('queue.waitTitle')}
        closeLabel={t('common.close')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <table className={styles.waits}>
          <thead>
            <tr>
              <th>{t('queue.waitReason')}</th>
              <th>{t('queue.waitUntil')}</th>
            </tr>
          </thead>
          <tbody>
            {waiting.map((one) => (
              <tr key={one.why}>
                <td>{reason(one)}</td>
                <td>{one.nextAt === null ? t('queue.never') : format.near(one.nextAt, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Dialog>
    </footer>
  )
}
