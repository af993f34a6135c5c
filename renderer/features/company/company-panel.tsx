import { Building2 } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { CompanyPage as Company } from '#shared/contract/company'
import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Page } from '#renderer/ui/page'
import { Shown } from '#renderer/ui/shown'
import { CompanyPage } from './company-page.tsx'

type Props = { call: Call; host: Pick<Bridge, 'onEvent'>; state: Output<'app.state'> }

/** One company, at `/companies/:companyId`. */
export function CompanyPanel({ call, host, state }: Props) {
  const { companyId } = useParams<{ companyId: string }>()
  return <One key={companyId} call={call} host={host} state={state} companyId={companyId} />
}

function One({ call, host, state, companyId }: Props & { companyId: string }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const [company, setCompany] = useState<Loaded<Company>>(LOADING)
  const load = useCallback(async () => {
    const asked = await loaded(call('company.page', { companyId }))
    // What is on screen is worth more than the news that it could not be read again.
    setCompany((before) => (asked.kind === 'failed' && before.kind === 'ready' ? before : asked))
  }, [call, companyId])
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed') void load()
    })
  }, [host, load])

  if (company.kind === 'ready') return <CompanyPage company={company.value} call={call} state={state} />
  const code = company.kind === 'failed' ? (company.error as { code?: string }).code : undefined
  const isGone = code === 'not-found' || code === 'invalid-input'
  return (
    <Page title={isGone ? t('company.gone') : t('common.loading')}>
      {isGone ? (
        <EmptyState
          icon={<Building2 size={24} strokeWidth={1.6} aria-hidden />}
          title={t('company.gone')}
          action={<Button onPress={() => go('/leads')}>{t('company.back')}</Button>}
        />
      ) : (
        <Shown of={company} onRetry={() => void load()} rows={8}>
          {() => null}
        </Shown>
      )}
    </Page>
  )
}
