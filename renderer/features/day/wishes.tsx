import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { CompanyWish } from '#shared/contract/wish'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import styles from './day.module.css'

/** Whole companies that asked for silence and wait for a team lead, least time left first. Not drawn while there is none. */
export function Wishes({ call, host }: { call: Call; host: Pick<Bridge, 'onEvent'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [all, set] = useState<readonly CompanyWish[]>([])
  useEffect(() => {
    let isGone = false
    const load = () => void call('wishes.open', {}).then((found) => !isGone && set(found))
    load()
    const stop = host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('leads')) load()
    })
    return () => {
      isGone = true
      stop()
    }
  }, [call, host])
  if (all.length === 0) return null
  return (
    <Card title={t('company.wishesOpen')}>
      <ul className={styles.promises}>
        {all.map(({ wishId, companyId, company, person, by, at, confirmBy, leads }) => (
          <li key={wishId}>
            <time dateTime={new Date(at).toISOString()}>{format.day(at)}</time>
            <div className={styles.who}>
              <Link href={`/companies/${companyId}`}>{company}</Link>{' '}
              {[person, by, t('company.keeps', { count: leads })].filter(Boolean).join(' · ')}
            </div>
            <Chip tone="warn">
              {t('company.confirmBy', { day: format.day(Date.parse(confirmBy), 'UTC') })}
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  )
}
