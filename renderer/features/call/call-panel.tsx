import { lazy, Suspense, useCallback, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Output } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { Button } from '#renderer/ui/button'
import { Skeleton } from '#renderer/ui/skeleton'
import { useAfterPaint } from '#renderer/ui/use-after-paint'
import { useBodyMark } from '#renderer/ui/use-body-mark'
import type { CallStore } from './call-store.ts'
import { Desk } from './desk.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { OutcomeBar } from './outcome-bar.tsx'
import { SideColumn } from './side-column.tsx'
import { useDeskFocus } from './use-desk-focus.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useSideDrawer } from './use-side-drawer.tsx'
import { useTold } from './use-told.ts'
import styles from './call.module.css'

type CallPanelProps = {
  store: CallStore
  state: Output<'app.state'>
  /** The queue's order, for next and previous. */
  order: readonly string[]
  /** The column at the left, and what stands on an empty desk. */
  queue: ReactNode
  empty: ReactNode
}

/** The workspace: who, why now, what to say, BANT, notes, history and every outcome in one sight. */
export function CallPanel({ store, state, order, queue, empty }: CallPanelProps) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const desk = useStore(store, ({ desk }) => desk)
  const card = desk.kind === 'lead' ? desk.card : null
  const isSlip = useStore(store, ({ told }) => told?.kind === 'notUndone' && told.reason === 'reason-missing')
  const go = useCallback((step: 1 | -1) => goTo(store, order, step), [store, order])
  useDeskKeys(root, store, state, go)
  const drawer = useSideDrawer()
  useDeskFocus(root, desk)
  useTold(store)
  useBodyMark('notices')

  useEffect(() => {
    const flush = () => void store.getState().flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [store])

  return (
    <div ref={root} className={styles.call}>
      <div className={styles.queue} data-keys="off">
        {queue}
      </div>
      {card ? (
        <>
          <Desk
            store={store}
            card={card}
            state={state}
            history={
              <Button small look="quiet" onPress={drawer.open}>
                {t('call.historyOpen')}
              </Button>
            }
          />
          <aside className={styles.side} aria-label={t('call.history')}>
            <Beside card={card} />
          </aside>
          <OutcomeForm store={store} card={card} state={state} />
          <OutcomeBar store={store} card={card} outcomes={state.outcomes} />
          {drawer.around(<SideColumn card={card} />)}
        </>
      ) : (
        <div className={styles.emptyDesk}>
          {desk.kind === 'empty' ? empty : <Skeleton rows={6} height={32} label={t('common.loading')} />}
        </div>
      )}
      {isSlip && (
        <Suspense>
          <Slip store={store} />
        </Suspense>
      )}
    </div>
  )
}

const Slip = lazy(async () => ({ default: (await import('./slip.tsx')).Slip }))

/** What stands beside follows a frame later: who is called next must be in sight first. */
const Beside = ({ card }: { card: Card }) => <SideColumn card={useAfterPaint(card)} />

/** From a lead that is not in the queue's sight, both ways lead to its head. */
function goTo(store: CallStore, order: readonly string[], step: 1 | -1): void {
  const { desk, open } = store.getState()
  if (desk.kind !== 'lead') return
  const here = order.indexOf(desk.card.leadId)
  const to = here < 0 ? order[0] : order[here + step]
  if (to && to !== desk.card.leadId) void open(to)
}
