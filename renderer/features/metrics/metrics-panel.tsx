import { ChartNoAxesColumn } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useStore } from 'zustand'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { dayOf } from '#shared/domain/calendar'
import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import { useFormat } from '#renderer/ui/format'
import { Page } from '#renderer/ui/page'
import { Shown } from '#renderer/ui/shown'
import { useNow } from '#renderer/ui/use-now'
import { BehindDialog } from './behind-dialog.tsx'
import { Definitions } from './definitions.tsx'
import { Funnel } from './funnel.tsx'
import { Heat } from './heat.tsx'
import { MetricsFilters } from './metrics-filters.tsx'
import { metricsStore, type Filter, type Funnel as FunnelData } from './metrics-store.ts'
import { daysOf } from './period.ts'
import { Outcomes } from './outcomes.tsx'
import { Reach } from './reach.tsx'
import { Split } from './split.tsx'
import styles from './metrics.module.css'

type Props = { call: Call; host: Pick<Bridge, 'onEvent'>; state: Output<'app.state'> }

/** From call to contract: every figure says what it counts and opens its rows. */
export function MetricsPanel({ call, host, state }: Props) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const today = dayOf(state.zone, useNow())
  const store = metricsStore(call, today)
  const { filter, by, funnel, table, slots, outcomes, sources, behind, narrow, split, load, open, close } =
    useStore(store)

  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('calls')) void load()
    })
  }, [host, load])

  return (
    <Page
      title={t('metrics.title')}
      aside={
        <span className={styles.links}>
          <Link href="/exits">{t('exits.link')}</Link>
          <Definitions />
        </span>
      }
    >
      <MetricsFilters filter={filter} sources={sources} narrow={narrow} state={state} today={today} />
      <Shown of={funnel} onRetry={() => void load()} rows={5} height={40}>
        {(data) =>
          isEmpty(data) ? (
            <EmptyState
              icon={<ChartNoAxesColumn size={24} strokeWidth={1.6} />}
              title={t('metrics.empty')}
              action={
                <>
                  <Button look="go" onPress={() => narrow({ ...ALL, ...daysOf('year', today) })}>
                    {t('metrics.emptyClear')}
                  </Button>
                  <Button onPress={() => go('/queue')}>{t('metrics.emptyCall')}</Button>
                </>
              }
            >
              <p>{t('metrics.emptyBody')}</p>
            </EmptyState>
          ) : (
            <>
              <Sentence data={data} filter={filter} />
              <Funnel data={data} filter={filter} open={open} />
              <Split {...{ by, filter, table, split, open, load }} />
              <div className={styles.columns}>
                <Reach figures={data.figures} open={open} />
                <Heat {...{ slots, open, load }} />
              </div>
              <Outcomes {...{ outcomes, open, load }} />
            </>
          )
        }
      </Shown>
      <BehindDialog call={call} behind={behind} onClose={close} />
    </Page>
  )
}

const ALL = { listId: null, repId: null, source: null } as const

const isEmpty = ({ figures, speed }: FunnelData) =>
  figures.dials === 0 && figures.steps.every(({ n }) => n === 0) && speed.neverDialled === 0

/** All of it in one sentence, and how its time is to be read. */
function Sentence({ data, filter }: { data: FunnelData; filter: Filter }) {
  const { t } = useTranslation()
  const format = useFormat()
  const n = (id: string) => format.number(data.figures.steps.find(({ step }) => step === id)?.n ?? 0)
  const { dials, connects, conversations } = data.figures
  return (
    <p className={styles.sentence} role="status">
      {filter.unit === 'calls'
        ? t('metrics.sentenceCalls', {
            dials: format.number(dials),
            connects: format.number(connects),
            conversations: format.number(conversations),
          })
        : t('metrics.sentence', {
            called: n('called'),
            interested: n('interested'),
            opportunity: n('opportunity'),
            contract: n('contract'),
          })}{' '}
      <span>{t(`metrics.basisHint.${data.basis}`)}</span>
    </p>
  )
}
