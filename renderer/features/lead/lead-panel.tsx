import { UserX } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useStore } from 'zustand'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import { Page } from '#renderer/ui/page'
import { Shown } from '#renderer/ui/shown'
import { LeadPage } from './lead-page.tsx'
import { createLeadStore } from './lead-store.ts'
import { useWalk } from './use-walk.ts'

type Props = { call: Call; host: Pick<Bridge, 'onEvent' | 'save'>; state: Output<'app.state'> }

/** One lead, at `/leads/:leadId`. */
export function LeadPanel(props: Props) {
  const { leadId } = useParams<{ leadId: string }>()
  // Another lead is another page: nothing half-typed wanders over.
  return <Lead key={leadId} {...props} leadId={leadId} />
}

function Lead({ call, host, state, leadId }: Props & { leadId: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const store = useStore(useMemo(() => createLeadStore(call, leadId), [call, leadId]))
  const { card, load } = store
  const walk = useWalk(call, leadId, state.settings.singleKeys)
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed') void load()
    })
  }, [host, load])

  if (card.kind === 'ready')
    return <LeadPage call={call} host={host} card={card.value} store={store} state={state} walk={walk} />
  const isGone =
    card.kind === 'failed' &&
    ['not-found', 'invalid-input'].includes((card.error as { code?: string }).code ?? '')
  return (
    <Page title={isGone ? t('lead.gone') : t('common.loading')}>
      {isGone ? (
        <EmptyState
          icon={<UserX size={24} strokeWidth={1.6} />}
          title={t('lead.gone')}
          action={
            <Button look="go" onPress={() => go('/leads')}>
              {t('lead.back')}
            </Button>
          }
        >
          <p>{t('lead.goneBody')}</p>
        </EmptyState>
      ) : (
        <Shown of={card} onRetry={() => void load()} rows={8}>
          {() => null}
        </Shown>
      )}
    </Page>
  )
}
