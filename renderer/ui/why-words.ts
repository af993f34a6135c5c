import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { useFormat, type Format } from './format.ts'

/** The shape of the contract's `why`. */
type Why = {
  bucket: 'promise' | 'hot' | 'retry' | 'new' | 'review'
  at: number | null
  by: string | null
  lateMinutes: number | null
  leftMinutes: number | null
  signal: string | null
  attempt: number
  floor: number
  leastTried: 'morning' | 'midday' | 'afternoon' | null
  fit: number
  source: string | null
}
type WhyWords = (why: Why, now: number) => { text: string; isLate: boolean }

/** Why a lead is next, in one line (PRODUCT.md section 7). */
export function useWhyWords(): WhyWords {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => (why, now) => wordsOf(why, now, t, format), [t, format])
}

const WEEK = 6 * 86_400_000

function wordsOf(why: Why, now: number, t: TFunction, format: Format): ReturnType<WhyWords> {
  const when = why.at === null ? '' : format.near(why.at, now)
  const isLate = why.bucket === 'promise' && (why.lateMinutes ?? 0) > 0
  const tried = why.leastTried === null ? '' : t(`queue.leastTried.${why.leastTried}`)
  const day = why.at !== null && Math.abs(now - why.at) > WEEK ? format.day(why.at) : when
  const count = { attempt: why.attempt, floor: why.floor }
  const texts: Record<Why['bucket'], () => readonly (string | null)[]> = {
    promise: () => [
      why.by ? t('queue.why.promisedBy', { when, by: why.by }) : t('queue.why.promised', { when }),
      isLate ? t('queue.why.late', { time: lasting(why.lateMinutes ?? 0, t) }) : null,
    ],
    hot: () => [
      [
        t(`queue.signal.${why.signal ?? 'intent'}` as 'queue.signal.intent'),
        why.at === null ? '' : format.ago(why.at, now),
      ].join(' '),
      why.leftMinutes === null ? null : t('queue.why.left', { count: why.leftMinutes }),
      why.lateMinutes === null ? null : t('queue.why.late', { time: lasting(why.lateMinutes, t) }),
    ],
    retry: () =>
      why.at === null
        ? [t('queue.why.attempt', count), tried]
        : [t('queue.why.followUp', { when: day }), t('queue.why.attemptAfter', count)],
    new: () => [t('queue.why.new', { fit: format.points(why.fit) }), why.source],
    review: () => [
      why.at === null ? t('queue.why.review') : t('queue.why.reviewSince', { when: format.day(why.at) }),
    ],
  }
  return { text: texts[why.bucket]().filter(Boolean).join(', '), isLate }
}

const lasting = (minutes: number, t: TFunction): string => {
  if (minutes < 60) return t('common.minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? t('common.hours', { count: hours })
    : t('common.days', { count: Math.floor(hours / 24) })
}
