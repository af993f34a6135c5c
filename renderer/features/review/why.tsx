import { Equal, EqualApproximately, EqualNot } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { AlikePair } from '#shared/contract/review'
import { Card } from '#renderer/ui/card'
import styles from './review.module.css'

const MARKS = { same: Equal, near: EqualApproximately, other: EqualNot } as const

/** The receipt: what is alike, how, and what that is worth. */
export function Why({ pair }: { pair: AlikePair }) {
  const { t } = useTranslation()
  return (
    <Card
      title={t('review.why')}
      aside={<span className={styles.points}>{t('review.points', { count: pair.points })}</span>}
    >
      <ul className={styles.why} aria-label={t('review.why')}>
        {pair.lines.map(({ of, how, points, a, b, header }, at) => {
          const Mark = MARKS[how]
          return (
            <li key={`${of} ${header ?? ''} ${at}`} className={styles[how]}>
              <Mark size={14} aria-hidden />
              <span>
                {header ?? t(`review.of.${of}`)}: {t(`review.how.${how}`)}
              </span>
              <span className={styles.values}>{a === b ? a : `${a} / ${b}`}</span>
              <span className={styles.points}>{points > 0 ? `+${points}` : points}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
