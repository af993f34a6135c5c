import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import { isOverdue } from '#shared/domain/promise'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import type { byDay, Promised } from './day-store.ts'
import styles from './day.module.css'

/** Shown at most; the agenda has them all. */
const MOST = 6

/** What people were told, and it is today's to keep. */
export function Promises({ of, now }: { of: ReturnType<typeof byDay>; now: number }) {
  const { t } = useTranslation()
  const open = [...of.missed, ...of.today]
  const more = open.length - MOST
  return (
    <Card title={t('day.promises')} aside={<Link href="/agenda">{t('day.agenda')}</Link>}>
      {open.length === 0 ? (
        <p className={styles.quiet}>{t('day.promisesNone')}</p>
      ) : (
        <ul className={styles.promises}>
          {open.slice(0, MOST).map((one) => (
            <Line key={one.promiseId} one={one} now={now} />
          ))}
        </ul>
      )}
      {more > 0 && <p className={styles.quiet}>{t('day.promisesMore', { count: more })}</p>}
    </Card>
  )
}

function Line({ one, now }: { one: Promised; now: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li>
      <time dateTime={new Date(one.dueAt).toISOString()}>{format.near(one.dueAt, now)}</time>
      <div className={styles.who}>
        <Link href={`/queue/${one.leadId}`}>{one.name}</Link> {one.company}
      </div>
      {isOverdue(one.dueAt, now) && <Chip tone="bad">{t('day.late')}</Chip>}
    </li>
  )
}
