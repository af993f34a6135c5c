import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { SKIP_REASONS, type SkipReason } from '#shared/domain/skip'
import { skipTimes, type SkipTime } from '#shared/domain/skip-times'
import { understand } from '#shared/domain/when'
import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { useNow } from '#renderer/ui/use-now'
import type { Skipped } from './queue-store.ts'
import type { SkipProps } from './skip.tsx'
import styles from './queue.module.css'

type SkipFormProps = SkipProps & { onSkipped: (skipped: Skipped) => void }

/** Until when, in a press or in words, and why. */
export function SkipForm({ store, leadId, here, onSkipped }: SkipFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const [reason, setReason] = useState<SkipReason>('not_now')
  const [time, setTime] = useState<SkipTime>('hour')
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const times = skipTimes(now, here)
  const isInWords = text.trim() !== ''
  const [said] = isInWords ? understand(text, now, here) : []
  const until = isInWords ? said?.at : times.find(({ id }) => id === time)?.at

  const skip = async (event: FormEvent) => {
    event.preventDefault()
    if (until === undefined) return setWrong(t('call.read.unclear'))
    const reply = await store.getState().skip({ leadId, reason, until })
    if (reply.kind === 'refused') setWrong(t(`skip.refused.${reply.reason}`))
    else onSkipped(reply)
  }
  return (
    <form className={styles.skip} onSubmit={(event) => void skip(event)}>
      <Segmented
        label={t('skip.until')}
        options={times.map(({ id }) => ({ id, name: t(`skip.time.${id}`) }))}
        value={isInWords ? null : time}
        onChange={(id) => {
          setTime(id)
          setText('')
          setWrong(null)
        }}
        autoFocus
      />
      <TextField
        label={t('skip.words')}
        placeholder={t('call.form.whenPlaceholder')}
        value={text}
        onChange={(next) => {
          setText(next)
          setWrong(null)
        }}
        hint={until === undefined ? undefined : t('skip.spelt', { when: format.near(until, now) })}
        wrong={wrong ?? (isInWords && !said ? t('call.read.unclear') : undefined)}
        maxLength={200}
      />
      <Select
        label={t('skip.why')}
        options={SKIP_REASONS.map((id) => ({ id, name: t(`skip.reason.${id}`) }))}
        value={reason}
        onChange={setReason}
      />
      <p className={styles.quiet}>{t('skip.hint')}</p>
      <Button look="go" type="submit">
        {t('skip.go')}
      </Button>
    </form>
  )
}
