import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { addDays } from '#shared/domain/calendar'
import { atLeast } from '#shared/domain/people'
import { useFormat } from '#renderer/ui/format'
import { Page } from '#renderer/ui/page'
import { Shown } from '#renderer/ui/shown'
import { useNow } from '#renderer/ui/use-now'
import { Ageing } from './ageing.tsx'
import { byDay, useDay, type Day } from './day-store.ts'
import { Mine } from './mine.tsx'
import { Missed } from './missed.tsx'
import { Next } from './next.tsx'
import { Promises } from './promises.tsx'
import { Summary } from './summary.tsx'
import { Week } from './week.tsx'
import { Wishes } from './wishes.tsx'
import styles from './day.module.css'

type DayPanelProps = { call: Call; host: Bridge; state: Output<'app.state'> }

/** A rep's day: what is next, what was promised, what came of it. It counts conversations, not time. */
export function DayPanel({ call, host, state }: DayPanelProps) {
  const [day, load] = useDay(call, host, state)
  const { t } = useTranslation()
  const format = useFormat()
  const title =
    day.kind === 'ready'
      ? t('day.title', {
          day: format.weekday(day.value.view.today.day),
          conversations: t('day.conversations', { count: day.value.view.today.conversations }),
          sqls: t('day.sqls', { count: day.value.view.handed.today }),
        })
      : t('frame.nav.day')
  return (
    <Page title={title}>
      <Shown of={day} onRetry={load} rows={6} height={48}>
        {(value) => <Cards call={call} host={host} day={value} state={state} />}
      </Shown>
    </Page>
  )
}

function Cards({ call, host, day, state }: DayPanelProps & { day: Day }) {
  const { zone, atDesk } = state
  const isLead = atLeast(atDesk?.role ?? 'rep', 'team_lead')
  const now = useNow(60_000)
  const { today } = day.view
  const promises = byDay(day.promises, zone, today.day, addDays(today.day, 1))
  return (
    <div className={styles.cards}>
      <div>
        <Next queue={day.queue} promised={promises.today.length + promises.missed.length} />
        <Promises of={promises} now={now} />
        {isLead && <Wishes call={call} host={host} />}
        {isLead && <Missed call={call} zone={zone} now={now} />}
        <Ageing call={call} zone={zone} />
      </div>
      <div>
        <Mine day={day} />
        <Summary day={day} promises={promises} />
        <Week day={day} />
      </div>
    </div>
  )
}
