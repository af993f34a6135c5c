import { useTranslation } from 'react-i18next'

import type { Span } from '#shared/domain/rep-hours'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { TimeField } from '#renderer/ui/time-field'
import styles from './hours.module.css'

type Spans = readonly Span[]
type Props = {
  /** The weekday's name. */
  name: string
  spans: Spans
  onChange: (spans: Spans) => void
}

const USUAL: Span = [9 * 60, 18 * 60]
/** Minutes of a break that was just added, from two o'clock or from the middle of the day that is there. */
const BREAK = 60
const LUNCH = 14 * 60

/** One weekday: whether somebody works, from when to when, and the break between. */
export function DayHours({ name, spans, onChange }: Props) {
  const { t } = useTranslation()
  const first = spans[0]
  const last = spans.at(-1)
  const field = (at: number, end: 0 | 1, label: string) => {
    return (
      <TimeField
        bareLabel
        label={`${name}: ${label}`}
        value={spans[at]?.[end] ?? 0}
        onChange={(minutes) => {
          if (minutes !== null)
            onChange(spans.map((span, n) => (n === at ? withEnd(span, end, minutes) : span)))
        }}
        wrong={wrongAt(spans, at, end) ? t('hours.backwards') : undefined}
      />
    )
  }
  return (
    <div className={styles.day} role="group" aria-label={name}>
      <Checkbox isSelected={spans.length > 0} onChange={(works) => onChange(works ? [USUAL] : [])}>
        {name}
      </Checkbox>
      {first && last && (
        <>
          {spans.map((_, at) => (
            <span key={at} className={styles.span}>
              {field(at, 0, at === 0 ? t('hours.from') : t('hours.again'))}
              <span aria-hidden>–</span>
              {field(at, 1, at === spans.length - 1 ? t('hours.to') : t('hours.breakAt'))}
            </span>
          ))}
          {spans.length === 1 ? (
            <Button
              small
              look="quiet"
              aria-label={t('hours.addBreak', { day: name })}
              isDisabled={!hasRoom(first)}
              onPress={() => onChange(split(first))}
            >
              {t('hours.break')}
            </Button>
          ) : (
            <Button
              small
              look="quiet"
              aria-label={t('hours.removeBreak', { day: name })}
              onPress={() => onChange([[first[0], last[1]]])}
            >
              {t('hours.noBreak')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

const withEnd = ([from, to]: Span, end: 0 | 1, minutes: number): Span =>
  end === 0 ? [minutes, to] : [from, minutes]

const wrongAt = (spans: Spans, at: number, end: 0 | 1): boolean => {
  const [from, to] = spans[at] ?? [0, 1]
  return end === 1 ? from >= to : (spans[at - 1]?.[1] ?? -1) >= from
}

const hasRoom = ([from, to]: Span) => to - from > BREAK

function split([from, to]: Span): Spans {
  const middle = Math.floor((from + to - BREAK) / 2)
  const at = from < LUNCH && LUNCH + BREAK < to ? LUNCH : middle
  return [
    [from, at],
    [at + BREAK, to],
  ]
}
