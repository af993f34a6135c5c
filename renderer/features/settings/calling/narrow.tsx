import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { DAY } from '#shared/lib/time'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { DaysField } from '#renderer/ui/days-field'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import { TimeField } from '#renderer/ui/time-field'
import type { Policy } from './calling.tsx'
import { useNames } from './words.ts'
import styles from './calling.module.css'

type Props = { call: Call; policy: Policy; mayChange: boolean; onSaved: () => void }
type Narrowing = Policy['narrowings'][string]

const NOTHING: Narrowing = { earliest: null, latest: null, weekdays: [], days: [] }
const WEEK = [1, 2, 3, 4, 5, 6, 7]
/** A Monday. */
const MONDAY = Date.UTC(2026, 0, 5)

/** What was taken off, and a form to take off more: it can only make the hours fewer. */
export function Narrow({ call, policy, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const { subjectName } = useNames(policy.states)
  const [subject, choose] = useState('ES')
  const subjects = [...policy.packs.map(({ id }) => id), ...policy.states.map(({ id }) => id)]
  if (!mayChange) return <p className={styles.quiet}>{t('calling.onlyAdmin')}</p>
  return (
    <section aria-label={t('calling.narrow')} className={styles.narrow}>
      <h3>{t('calling.narrow')}</h3>
      <p className={styles.note}>{t('calling.narrowNote')}</p>
      <div className={styles.short}>
        <Select
          label={t('calling.subject')}
          options={subjects.map((id) => ({
            id,
            name: subjectName(id),
            note: policy.narrowings[id] ? t('calling.narrowed') : undefined,
          }))}
          value={subject}
          onChange={choose}
        />
      </div>
      <NarrowForm
        key={`${subject} ${JSON.stringify(policy.narrowings[subject])}`}
        call={call}
        subject={subject}
        saved={policy.narrowings[subject] ?? NOTHING}
        onSaved={onSaved}
      />
    </section>
  )
}

type FormProps = { call: Call; subject: string; saved: Narrowing; onSaved: () => void }

function NarrowForm({ call, subject, saved, onSaved }: FormProps) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [draft, set] = useState(saved)
  const [wrong, setWrong] = useState<string>()
  // A field that is marked wrong keeps its form from being sent.
  const change = (part: Partial<Narrowing>) => {
    set((before) => ({ ...before, ...part }))
    setWrong(undefined)
  }
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await call('policy.narrow', { subject, narrowing: draft })
      notify({ text: t('calling.saved') })
      onSaved()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  const time = (which: 'earliest' | 'latest') => (
    <TimeField
      label={t(`calling.${which}`)}
      value={draft[which]}
      onChange={(minutes) => change({ [which]: minutes })}
    />
  )
  return (
    <form onSubmit={(event) => void save(event)} className={styles.form}>
      <div className={styles.times}>
        {time('earliest')}
        {time('latest')}
      </div>
      <fieldset className={styles.week}>
        <legend>{t('calling.noCallsOn')}</legend>
        {WEEK.map((day) => (
          <Checkbox
            key={day}
            isSelected={draft.weekdays.includes(day)}
            onChange={(on) =>
              change({ weekdays: WEEK.filter((each) => (each === day ? on : draft.weekdays.includes(each))) })
            }
          >
            {weekday.format(MONDAY + (day - 1) * DAY)}
          </Checkbox>
        ))}
      </fieldset>
      <DaysField
        label={t('calling.days')}
        value={draft.days}
        onChange={(days) => change({ days: [...days] })}
        wrong={wrong}
      />
      <div>
        <Button small look="go" type="submit">
          {t('calling.save')}
        </Button>
      </div>
    </form>
  )
}
