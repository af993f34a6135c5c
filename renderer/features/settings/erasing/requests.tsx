import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call } from '#shared/contract/api'
import { NOBODY } from '#shared/domain/erasing'
import { DAY } from '#shared/lib/time'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import type { EraseLog } from './erasing.tsx'
import styles from './erasing.module.css'

type Request = EraseLog['requests'][number]
type Props = { call: Call; requests: readonly Request[]; now: number }

/** Those still to be done first, by the day they are due. */
export function Requests({ call, requests, now }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const open = requests
    .filter(({ doneAt }) => doneAt === null)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const done = requests.filter(({ doneAt }) => doneAt !== null)
  const state = ({ doneAt, dueOn }: Request) => {
    if (doneAt !== null) return <Chip tone="good">{t('erase.page.done', { day: format.day(doneAt) })}</Chip>
    const isLate = Date.parse(dueOn) + DAY < now
    return <Chip tone={isLate ? 'bad' : 'info'}>{t(isLate ? 'erase.page.late' : 'erase.page.open')}</Chip>
  }
  return (
    <Card title={t('erase.page.requests')}>
      <p className={styles.note}>{t('erase.page.requestsNote')}</p>
      {requests.length === 0 && <p className={styles.quiet}>{t('erase.page.noRequests')}</p>}
      <ul className={styles.rows}>
        {[...open, ...done].map((request) => (
          <li key={request.id}>
            <b dir="auto">{request.name === NOBODY ? t('erase.nobody') : request.name}</b>
            {state(request)}
            <span className={styles.quiet}>
              {[
                t('erase.page.askedOn', { day: format.date(request.askedOn) }),
                request.doneAt === null && t('erase.page.due', { day: format.date(request.dueOn) }),
                request.by,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {request.doneAt === null && (
              <span className={styles.actions}>
                {request.leadId && <Link href={`/leads/${request.leadId}`}>{t('erase.page.toLead')}</Link>}
                <Button small onPress={() => void call('erase.withdraw', { requestId: request.id })}>
                  {t('erase.page.withdraw')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
