import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call } from '#shared/contract/api'
import { dayOf } from '#shared/domain/calendar'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import type { Promised } from './day-store.ts'
import styles from './day.module.css'

/** Shown at most; the agenda has them all, and gives them to others. */
const MOST = 5

/** What the team promised for a day that is over and nobody kept: a team lead's to settle. Not drawn while there is none. */
export function Missed({ call, zone, now }: { call: Call; zone: string; now: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [all, set] = useState<readonly Promised[]>([])
  useEffect(() => {
    let isGone = false
    void call('promises.list', { scope: 'team' }).then((found) => !isGone && set(found))
    return () => void (isGone = true)
  }, [call])
  const missed = all.filter(({ kind, dueAt }) => kind === 'call' && dayOf(zone, dueAt) < dayOf(zone, now))
  if (missed.length === 0) return null
  return (
    <Card title={t('day.missed')} aside={<Link href="/agenda">{t('day.agenda')}</Link>}>
      <ul className={styles.promises}>
        {missed.slice(0, MOST).map(({ promiseId, leadId, name, owner, dueAt }) => (
          <li key={promiseId}>
            <time dateTime={new Date(dueAt).toISOString()}>{format.near(dueAt, now)}</time>
            <div className={styles.who}>
              <Link href={`/queue/${leadId}`}>{name}</Link> {t('day.missedBy', { who: owner.name })}
            </div>
            <Chip tone="bad">{t('agenda.group.missed')}</Chip>
          </li>
        ))}
      </ul>
      {missed.length > MOST && (
        <p className={styles.quiet}>{t('day.promisesMore', { count: missed.length - MOST })}</p>
      )}
    </Card>
  )
}
