import { CalendarCheck } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { atLeast } from '#shared/domain/people'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { EmptyState } from '#renderer/ui/empty-state'
import { Failure } from '#renderer/ui/failure'
import { loaded, LOADING, type Loaded } from '#renderer/ui/loaded'
import { Page } from '#renderer/ui/page'
import { Segmented } from '#renderer/ui/segmented'
import { Skeleton } from '#renderer/ui/skeleton'
import { useNow } from '#renderer/ui/use-now'
import { AgendaRow } from './agenda-row.tsx'
import { groupOf, GROUPS, type AgendaItem } from './groups.ts'
import { MoveDialog } from './move-dialog.tsx'
import styles from './agenda.module.css'

type AgendaPanelProps = { call: Call; host: Bridge; state: Output<'app.state'> }
type Scope = 'mine' | 'team'

/** What people agreed to, by day: open it, move it, give it to somebody. */
export function AgendaPanel({ call, host, state }: AgendaPanelProps) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const [, go] = useLocation()
  const now = useNow()
  const [scope, setScope] = useState<Scope>('mine')
  const [items, setItems] = useState<Loaded<AgendaItem[]>>(LOADING)
  const [moving, setMoving] = useState<AgendaItem | null>(null)
  const load = useCallback(() => void loaded(call('promises.list', { scope })).then(setItems), [call, scope])
  useEffect(() => {
    load()
    return host.onEvent((event) => event.kind === 'changed' && event.topics.includes('queue') && load())
  }, [host, load])

  const isLead = atLeast(state.atDesk?.role ?? 'rep', 'team_lead')
  const give = async (item: AgendaItem, repId: string) => {
    const { owner } = await call('promises.give', { leadId: item.leadId, repId })
    say(t('agenda.given', { who: item.name, rep: owner.name }))
    load()
  }
  const all = items.kind === 'ready' ? items.value : []
  return (
    <Page
      title={t('agenda.title')}
      beside={
        <Segmented
          bareLabel
          label={t('agenda.whose')}
          options={[
            { id: 'mine', name: t('agenda.mine') },
            { id: 'team', name: t('agenda.team') },
          ]}
          value={scope}
          onChange={setScope}
        />
      }
    >
      {items.kind === 'failed' && <Failure error={items.error} onRetry={load} />}
      {items.kind === 'loading' && <Skeleton rows={6} label={t('common.loading')} />}
      {items.kind === 'ready' && all.length === 0 && (
        <EmptyState
          icon={<CalendarCheck size={24} aria-hidden />}
          title={t(scope === 'mine' ? 'agenda.empty' : 'agenda.emptyTeam')}
          action={
            <Button look="go" onPress={() => go('/queue')}>
              {t('agenda.toQueue')}
            </Button>
          }
        >
          {t('agenda.emptyHow')}
        </EmptyState>
      )}
      {GROUPS.map((group) => {
        const here = all.filter((item) => groupOf(item, now, state.zone) === group)
        return (
          here.length > 0 && (
            <Card key={group} flush title={t(`agenda.group.${group}`)} aside={<span>{here.length}</span>}>
              <ul className={styles.list}>
                {here.map((item) => (
                  <AgendaRow
                    key={item.promiseId}
                    item={item}
                    now={now}
                    here={state.zone}
                    mayMove={item.kind === 'call' && (isLead || item.owner.id === state.atDesk?.id)}
                    reps={isLead ? state.reps.filter(({ active }) => active) : null}
                    withOwner={scope === 'team'}
                    onMove={setMoving}
                    onGive={give}
                  />
                ))}
              </ul>
            </Card>
          )
        )
      })}
      <MoveDialog
        key={moving?.promiseId}
        call={call}
        item={moving}
        here={state.zone}
        onClose={() => setMoving(null)}
        onMoved={load}
      />
    </Page>
  )
}
