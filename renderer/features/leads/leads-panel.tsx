import { Users } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useRoute } from 'wouter'
import { useStore } from 'zustand'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { STAGES } from '#shared/domain/stage'
import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import { Failure } from '#renderer/ui/failure'
import { Page } from '#renderer/ui/page'
import { usePaged } from '#renderer/ui/use-paged'
import type { LeadRow } from '#shared/contract/leads'
import { isAll, leadsStore, type LeadsState } from './leads-store.ts'
import { LeadsList } from './leads-list.tsx'
import { BatchesMenu } from './batches-menu.tsx'
import { LookAlike } from './look-alike.tsx'
import { LeadsTools } from './leads-tools.tsx'
import type { Choices } from './filter-words.ts'

export type LeadsProps = {
  call: Call
  host: Pick<Bridge, 'onEvent' | 'save'>
  state: Output<'app.state'>
}

/** Everybody, found as one types; Enter looks at one. `/leads/in/sql/7` opens it narrowed to who is in a stage, for so many days. */
export function LeadsPanel(props: LeadsProps) {
  const { call, host } = props
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { order, narrow, load } = useStore(leadsStore(call))
  useStageOfAddress(narrow)
  const ask = useCallback(
    (offset: number, limit: number) => call('leads.page', { ...order, offset, limit }),
    [call, order],
  )
  const paged = usePaged<LeadRow>(ask)
  const { total, state: first, reload } = paged
  const choices = useChoices(call, first.kind === 'ready')
  useEffect(() => void load(), [load])
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.kind === 'changed' && event.topics.some((topic) => topic === 'leads' || topic === 'calls'))
          reload()
      }),
    [host, reload],
  )

  if (first.kind === 'ready' && total === 0 && isAll(order.filter))
    return <NoLeads onImport={() => go('/import')} />
  return (
    <Page
      title={first.kind === 'ready' ? t('leads.title', { count: total }) : t('leads.table')}
      aside={
        <>
          <BatchesMenu call={call} /> <LookAlike call={call} /> {t('leads.hint')}
        </>
      }
    >
      <LeadsTools {...props} choices={choices} total={total} />
      <span className="sr-only" role="status">
        {first.kind === 'ready' && t('leads.found', { count: total })}
      </span>
      {first.kind === 'failed' && <Failure error={first.error} onRetry={reload} />}
      <LeadsList {...props} paged={paged} />
    </Page>
  )
}

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

/** What filters and columns offer, once the list itself is here. Without it they offer less, and the list stands. */
function useChoices(call: Call, isListHere: boolean): Choices | null {
  const [choices, setChoices] = useState<Choices | null>(null)
  useEffect(() => {
    if (!isListHere) return
    let isLate = false
    const ask = async () => {
      const found = await call('leads.choices', {})
      if (!isLate) setChoices(found)
    }
    void ask()
    return () => void (isLate = true)
  }, [call, isListHere])
  return choices
}

function useStageOfAddress(narrow: LeadsState['narrow']): void {
  const [isHere, params] = useRoute('/leads/in/:stage/:days?')
  const stage = isHere ? STAGES.find((one) => one === params.stage) : undefined
  const days = isHere ? Number(params.days) : 0
  useEffect(() => {
    if (stage) narrow({ stages: [stage], aged: days > 0 ? days : undefined, text: '', lists: [] })
  }, [stage, days, narrow])
}
