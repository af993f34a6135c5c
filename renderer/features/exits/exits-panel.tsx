import { ChevronLeft, DoorOpen } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { atLeast } from '#shared/domain/people'
import { Card } from '#renderer/ui/card'
import { EmptyState } from '#renderer/ui/empty-state'
import { loaded, LOADING, type Loaded } from '#renderer/ui/loaded'
import { Page } from '#renderer/ui/page'
import { Shown } from '#renderer/ui/shown'
import { ExitsTable } from './exits-table.tsx'
import { Looks } from './looks.tsx'
import styles from './exits.module.css'

type Props = { call: Call; host: Pick<Bridge, 'onEvent'>; state: Output<'app.state'> }

/** Why leads left and what that saved; a team lead looks at a sample of them a second time. */
export function ExitsPanel({ call, host, state }: Props) {
  const { t } = useTranslation()
  const [view, set] = useState<Loaded<Output<'exits.view'>>>(LOADING)
  const load = useCallback(async () => {
    const asked = await loaded(call('exits.view', {}))
    set((before) => (asked.kind === 'failed' && before.kind === 'ready' ? before : asked))
  }, [call])
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('leads')) void load()
    })
  }, [host, load])
  return (
    <Page
      title={t('exits.title')}
      aside={
        <Link href="/numbers" className={styles.back}>
          <ChevronLeft size={14} aria-hidden /> {t('exits.back')}
        </Link>
      }
    >
      <Shown of={view} onRetry={() => void load()} rows={6}>
        {({ rows, looks }) =>
          rows.length === 0 ? (
            <EmptyState icon={<DoorOpen size={24} strokeWidth={1.6} aria-hidden />} title={t('exits.none')} />
          ) : (
            <>
              <ExitsTable rows={rows} />
              {atLeast(state.atDesk?.role ?? 'rep', 'team_lead') ? (
                <Looks call={call} all={looks} />
              ) : (
                <Card title={t('exits.looks')}>
                  <p className={styles.quiet}>{t('exits.leadOnly')}</p>
                </Card>
              )}
            </>
          )
        }
      </Shown>
    </Page>
  )
}
