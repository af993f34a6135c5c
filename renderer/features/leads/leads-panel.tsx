import { Users } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useRoute } from 'wouter'
import { useStore } from 'zustand'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { LeadRow } from '#shared/contract/leads'
import type { LeadSort } from '#shared/domain/leads'
import { STAGES } from '#shared/domain/stage'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { EmptyState } from '#renderer/ui/empty-state'
import { Failure } from '#renderer/ui/failure'
import { Page } from '#renderer/ui/page'
import { Table } from '#renderer/ui/table'
import { useMedia } from '#renderer/ui/use-media'
import { usePaged } from '#renderer/ui/use-paged'
import { useLeadsColumns } from './leads-columns.tsx'
import { LeadsFilters } from './leads-filters.tsx'
import { isAll, leadsStore, type LeadsState } from './leads-store.ts'
import styles from './leads.module.css'

type Props = { call: Call; host: Pick<Bridge, 'onEvent'>; state: Output<'app.state'> }

/** Everybody, found as one types; Enter opens one. `/leads/in/sql` opens it narrowed to a stage. */
export function LeadsPanel({ call, host, state }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { order, narrow, sortBy, clear } = useStore(leadsStore(call))
  useStageOfAddress(narrow)
  const ask = useCallback(
    (offset: number, limit: number) => call('leads.page', { ...order, offset, limit }),
    [call, order],
  )
  const { rows, total, state: first, onRange, reload } = usePaged<LeadRow>(ask)
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.kind === 'changed' && event.topics.some((topic) => topic === 'leads' || topic === 'calls'))
          reload()
      }),
    [host, reload],
  )
  const columns = useLeadsColumns(
    useMedia(WIDE) && order.filter.lists?.length !== 1 && state.lists.length > 1,
  )
  const table = useRef<HTMLDivElement>(null)

  if (first.kind === 'ready' && total === 0 && isAll(order.filter))
    return <NoLeads onImport={() => go('/import')} />
  return (
    <Page
      title={first.kind === 'ready' ? t('leads.title', { count: total }) : t('leads.table')}
      aside={t('leads.hint')}
    >
      <LeadsFilters
        order={order}
        narrow={narrow}
        sortBy={sortBy}
        lists={state.lists}
        onDown={() => table.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus()}
      />
      <span className="sr-only" role="status">
        {first.kind === 'ready' && t('leads.found', { count: total })}
      </span>
      {first.kind === 'failed' && <Failure error={first.error} onRetry={reload} />}
      <div ref={table} className={styles.rows}>
        <Card flush grow>
          <Table
            label={t('leads.table')}
            columns={columns}
            rows={rows}
            count={first.kind === 'loading' ? 12 : total}
            keyOf={({ leadId }) => leadId}
            onRange={onRange}
            onOpen={({ leadId }) => go(`/leads/${leadId}`)}
            sorting={{ column: order.sort, descending: order.descending }}
            onSort={(column) => sortBy(column as LeadSort)}
            empty={
              first.kind === 'ready' && (
                <EmptyState
                  title={t('leads.nobody')}
                  action={<Button onPress={clear}>{t('leads.clear')}</Button>}
                >
                  <p>{t('leads.nobodyBody')}</p>
                </EmptyState>
              )
            }
          />
        </Card>
      </div>
    </Page>
  )
}

/** Under this the list's name gives way to what a call needs. */
const WIDE = '(min-width: 1100px)'

function NoLeads({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation()
  return (
    <Page title={t('leads.table')}>
      <EmptyState
        icon={<Users size={24} strokeWidth={1.6} />}
        title={t('leads.empty')}
        action={
          <Button look="go" onPress={onImport}>
            {t('leads.emptyImport')}
          </Button>
        }
      >
        <p>{t('leads.emptyBody')}</p>
      </EmptyState>
    </Page>
  )
}

function useStageOfAddress(narrow: LeadsState['narrow']): void {
  const [isHere, params] = useRoute('/leads/in/:stage')
  const stage = isHere ? STAGES.find((one) => one === params.stage) : undefined
  useEffect(() => {
    if (stage) narrow({ stages: [stage], text: '', lists: [] })
  }, [stage, narrow])
}
