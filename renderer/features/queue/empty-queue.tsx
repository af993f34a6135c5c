import { Coffee } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'

import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import type { QueueStore } from './queue-store.ts'

/** An empty queue says who waits and until when, and what can be done meanwhile. */
export function EmptyQueue({ store }: { store: QueueStore }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const now = useNow(60_000)
  const view = useStore(store, (state) => state.view)
  if (!view) return null
  const { waiting, noNumber } = view
  const next = Math.min(...waiting.map(({ nextAt }) => nextAt ?? Infinity))
  return (
    <EmptyState
      isScreen
      icon={<Coffee size={24} strokeWidth={1.6} />}
      title={t('queue.empty')}
      action={
        <>
          <Button look="go" onPress={() => go('/import')}>
            {t('queue.emptyImport')}
          </Button>
          <Button onPress={() => go('/leads')}>{t('queue.emptyLeads')}</Button>
        </>
      }
    >
      {waiting.length + noNumber === 0 && <p>{t('queue.emptyNothing')}</p>}
      {next < Infinity && <p>{t('queue.emptyNext', { when: format.near(next, now) })}</p>}
      <ul>
        {waiting.map((one) => (
          <li key={one.why}>{t(`queue.wait.${one.why}`, { number: format.number(one.count) })}</li>
        ))}
        {noNumber > 0 && <li>{t('queue.noNumber', { count: noNumber, number: format.number(noNumber) })}</li>}
      </ul>
    </EmptyState>
  )
}
