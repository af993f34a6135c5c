import { useTranslation } from 'react-i18next'

import type { Delay } from '#shared/domain/delay'
import { OUTCOMES, type OutcomeId } from '#shared/domain/outcome'
import { delayWays } from '#shared/domain/outcome-set'
import { PART_IDS } from '#shared/domain/part'
import { NumberField } from '#renderer/ui/number-field'
import { Select } from '#renderer/ui/select'
import shared from '../catalogue/catalogue.module.css'
import styles from './outcomes.module.css'
import type { OutcomeWords } from './outcome-words.ts'

type Props = {
  kind: OutcomeId
  /** Null = as the kind's. */
  delay: Delay | null
  words: OutcomeWords
  wrong: string | undefined
  isDisabled: boolean
  onChange: (delay: Delay | null) => void
}

/** What each way begins with. */
const WAYS = {
  usual: null,
  ladder: { by: 'ladder', sameDay: true },
  ladderNextDay: { by: 'ladder', sameDay: false },
  once: { by: 'once', minutes: 30 },
  now: { by: 'now' },
  minutes: { by: 'minutes', minutes: 15 },
  hours: { by: 'hours', hours: 4 },
  days: { by: 'days', days: 1, part: 'least_tried' },
} as const satisfies Record<string, Delay | null>
type Way = keyof typeof WAYS

const wayOf = (delay: Delay | null): Way =>
  delay === null ? 'usual' : delay.by === 'ladder' && !delay.sameDay ? 'ladderNextDay' : delay.by

/** When somebody who was not reached is tried again. */
export function DelayFields({ kind, delay, words, wrong, isDisabled, onChange }: Props) {
  const { t } = useTranslation()
  const ways: readonly Way[] = [
    'usual',
    ...delayWays(kind).flatMap((way): Way[] => (way === 'ladder' ? ['ladder', 'ladderNextDay'] : [way])),
  ]
  const parts = ['least_tried', ...PART_IDS] as const
  const number = (label: string, value: number, make: (n: number) => Delay) => (
    <NumberField
      label={label}
      value={value}
      onChange={(n) => onChange(make(n ?? 0))}
      isReadOnly={isDisabled}
      wrong={wrong}
    />
  )
  return (
    <div className={styles.delay}>
      <Select
        label={t('outcomes.delay')}
        options={ways.map((id) => ({
          id,
          name:
            id === 'usual'
              ? `${t('outcomes.way.usual')}: ${words.delay(OUTCOMES[kind].delay)}`
              : t(`outcomes.way.${id}`),
        }))}
        value={wayOf(delay)}
        onChange={(way) => onChange(WAYS[way])}
        isDisabled={isDisabled}
      />
      {(delay?.by === 'once' || delay?.by === 'minutes') &&
        number(t('outcomes.minutes'), delay.minutes, (minutes) => ({ ...delay, minutes }))}
      {delay?.by === 'hours' && number(t('outcomes.hours'), delay.hours, (hours) => ({ ...delay, hours }))}
      {delay?.by === 'days' && (
        <>
          {number(t('outcomes.days'), delay.days, (days) => ({ ...delay, days }))}
          <Select
            label={t('outcomes.part')}
            options={parts.map((id) => ({ id, name: t(`outcomes.parts.${id}`) }))}
            value={delay.part}
            onChange={(part) => onChange({ ...delay, part })}
            isDisabled={isDisabled}
          />
        </>
      )}
      <p className={shared.hint}>{t('outcomes.delayHint')}</p>
    </div>
  )
}
