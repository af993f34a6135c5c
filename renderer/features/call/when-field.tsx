import { useTranslation } from 'react-i18next'

import { dayOf } from '#shared/domain/calendar'
import { reasonKind } from '#shared/domain/reason'
import { isAway } from '#shared/domain/rep-hours'
import { understand, type Understood } from '#shared/domain/when'
import { useFormat } from '#renderer/ui/format'
import { Segmented } from '#renderer/ui/segmented'
import { TextField } from '#renderer/ui/text-field'
import { useFit, useShutWords } from '#renderer/ui/use-fit'
import { useNow } from '#renderer/ui/use-now'
import { chosen } from './form.ts'
import type { FormFieldProps } from './form-fields.tsx'
import { aroundOf } from './around.ts'
import styles from './form.module.css'

const LABELS: Readonly<Record<string, 'call.form.whenNext' | 'call.form.whenStep'>> = {
  interested: 'call.form.whenNext',
  qualified: 'call.form.whenStep',
}

/** A time in words, spelt back as one types. */
export function WhenField(props: FormFieldProps) {
  const { t } = useTranslation()
  const { outcome, form, fill } = props
  return (
    <InWords
      {...props}
      label={t(LABELS[outcome] ?? 'call.form.when')}
      placeholder={t('call.form.whenPlaceholder')}
      text={form.when}
      onText={(when) => fill({ when, picked: null })}
    />
  )
}

/** A wake-up day in words; left empty, the reason has its own. */
export function WakesField(props: FormFieldProps) {
  const { t } = useTranslation()
  const { form, reasons, fill } = props
  const days = reasons.find(({ code }) => code === form.reason)?.days ?? null
  // A contract ends on a day that only they know.
  const hasOwn = form.reason !== null && reasonKind(form.reason) !== 'competitor_contract'
  const fallback =
    days === null ? t('call.form.wakesDefault.quarter') : t('call.form.wakesDefault.days', { count: days })
  return (
    <InWords
      {...props}
      isDay
      isFirst={false}
      label={t('call.form.wakes')}
      placeholder={hasOwn ? t('call.form.wakesPlaceholder', { fallback }) : t('call.form.wakesExample')}
      text={form.wakes}
      onText={(wakes) => fill({ wakes, picked: null })}
    />
  )
}

type InWordsProps = FormFieldProps & {
  /** Only the day counts. */
  isDay?: boolean
  label: string
  placeholder: string
  text: string
  onText: (text: string) => void
}

function InWords(props: InWordsProps) {
  const { card, outcome, form, zone, fill, fits, isFirst, isDay = false } = props
  const { label, placeholder, text, onText } = props
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { zone: there, quarterStart } = aroundOf(card)
  const readings = text.trim() === '' ? [] : understand(text, now, there, quarterStart)
  const picked = chosen(readings, form.picked)
  // A meeting is no call.
  const isCall = !isDay && (outcome !== 'qualified' || form.kind === 'call')
  const shut = useShutWords()(useFit(fits, isCall && picked ? picked.at : null), there)
  const spelt = ({ at, hasTime }: Understood) => {
    if (isDay) return format.weekday(dayOf(there, at))
    const [far, here] = [format.moment(at, there), format.moment(at, zone)]
    const words =
      far === here ? far : t('call.read.there', { there: far, here: here.slice(here.lastIndexOf(' ') + 1) })
    return hasTime ? words : t('call.read.dayOnly', { spelt: words })
  }
  const hintOf = (reading: Understood) => {
    const isOut = !isDay && reading.hasTime && card.hours !== null && isAway(card.hours, zone, reading.at)
    return isOut ? t('call.read.away', { spelt: spelt(reading) }) : spelt(reading)
  }

  return (
    <div className={styles.when}>
      <TextField
        label={label}
        placeholder={placeholder}
        value={text}
        onChange={onText}
        wrong={text.trim() !== '' && readings.length === 0 ? t('call.read.unclear') : undefined}
        hint={picked ? hintOf(picked) : undefined}
        maxLength={200}
        autoFocus={isFirst}
      />
      <p role="status" className={styles.shut}>
        {shut}
      </p>
      {readings.length > 1 && (
        <Segmented
          label={t('call.read.which')}
          options={readings.map((one) => ({ id: String(one.at), name: spelt(one) }))}
          value={form.picked === null ? null : String(form.picked)}
          onChange={(at) => fill({ picked: Number(at) })}
        />
      )}
    </div>
  )
}
