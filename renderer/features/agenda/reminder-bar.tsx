import { BellRing } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import {
  askForNotices,
  chime,
  keepNotices,
  noticePermission,
  showCount,
  showNotice,
} from './system-notice.ts'
import { useReminders, type Told } from './use-reminders.ts'
import styles from './agenda.module.css'

export type ReminderBarProps = {
  call: Call
  host: Bridge
  /** Settings, and where this desk stands. */
  state: Pick<Output<'app.state'>, 'settings' | 'zone'>
  /** The lead that the rep is looking at. */
  inSight: string | null
  /** How many are to be told, for the mark on the rail. */
  onCount: (count: number) => void
}

const SNOOZES = [5, 15] as const

/** The promise whose time has come, over every screen; nothing when there is none. */
export function ReminderBar({ call, host, state, inSight, onCount }: ReminderBarProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { say } = useAnnouncer()
  const [, go] = useLocation()
  const [permission, setPermission] = useState(noticePermission)
  const { zone, settings } = state
  const { remind, sound } = settings

  const words = useCallback(
    ({ name, company, dueAt, phase }: Told) =>
      t(`agenda.told.${phase}`, {
        who: [name, company].filter(Boolean).join(', '),
        time: format.time(dueAt, zone),
      }),
    [t, format, zone],
  )
  const tell = useCallback(
    (reminder: Told) => {
      say(words(reminder))
      if (sound) chime()
      if (remind)
        showNotice(reminder.promiseId, t('agenda.noticeTitle'), words(reminder), () =>
          go(`/queue/${reminder.leadId}`),
        )
    },
    [say, words, sound, remind, t, go],
  )
  const { reminders, store } = useReminders(call, host, inSight, tell)
  const count = reminders.length
  useEffect(() => keepNotices(new Set(reminders.map(({ promiseId }) => promiseId))), [reminders])
  useEffect(() => {
    onCount(count)
    showCount('Callwright', count)
  }, [count, onCount])

  const [first] = reminders
  if (!first) return null
  return (
    <section className={styles.bar} aria-label={t('agenda.reminders')}>
      <BellRing size={16} aria-hidden />
      <p>
        {words(first)}
        {count > 1 && (
          <>
            {' '}
            <Link href="/agenda">{t('agenda.more', { count: count - 1 })}</Link>
          </>
        )}
      </p>
      <Button small look="go" onPress={() => go(`/queue/${first.leadId}`)}>
        {t('agenda.open')}
      </Button>
      {SNOOZES.map((minutes) => (
        <Button
          key={minutes}
          small
          aria-label={t('agenda.snoozeFor', { count: minutes })}
          onPress={() => void store.getState().snooze(first.promiseId, minutes)}
        >
          {t('agenda.snooze', { count: minutes })}
        </Button>
      ))}
      {remind && permission === 'default' && (
        <Button small look="quiet" onPress={() => void askForNotices().then(setPermission)}>
          {t('agenda.allow')}
        </Button>
      )}
    </section>
  )
}
