import { useTranslation } from 'react-i18next'

import type { Card as LeadCard } from '#shared/contract/card'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Meter } from '#renderer/ui/meter'
import styles from './lead.module.css'

type Board = LeadCard['board']
type Criterion = 'budget' | 'authority' | 'need' | 'timeline'
type Grade = 'will_buy'

/** What they answered, who noted it and when; a blank is never a zero. */
export function Answers({ board }: { board: Board }) {
  const { t } = useTranslation()
  const format = useFormat()
  const score = t('lead.score', {
    now: format.points(board.now),
    possible: format.points(board.possible),
    threshold: board.threshold,
  })
  return (
    <Card title={t('lead.answers')} aside={<span className={styles.quiet}>{score}</span>}>
      <Meter
        now={board.now / 100}
        possible={board.possible / 100}
        threshold={board.threshold}
        label={score}
      />
      <dl className={styles.answers}>
        {board.criteria.map(({ id }) => {
          const answer = board.answers.find(({ criterion }) => criterion === id)
          return (
            <div key={id}>
              <dt>{t(`call.criterion.${id as Criterion}`, id)}</dt>
              <dd>
                {!answer || answer.state === 'not_asked' ? (
                  <span className={styles.quiet}>{t('lead.notAsked')}</span>
                ) : (
                  <>
                    <b>
                      {answer.grade
                        ? t(`call.grade.${answer.grade as Grade}`, answer.grade)
                        : t(`call.state.${answer.state}`)}
                    </b>{' '}
                    {answer.stale && <Chip tone="warn">{t('lead.stale')}</Chip>}{' '}
                    <span className={styles.quiet}>
                      {[
                        answer.evidence && format.quote(answer.evidence),
                        answer.amountMinor !== null &&
                          answer.currency !== null &&
                          format.money(answer.amountMinor, answer.currency),
                        answer.date && format.date(answer.date),
                        t('lead.saidBy', { by: answer.from ?? answer.by, when: format.day(answer.at) }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}
