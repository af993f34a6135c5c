import { useTranslation } from 'react-i18next'

import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import { Tile, Tiles } from '#renderer/ui/tile'
import type { Day } from './day-store.ts'
import styles from './day.module.css'

/** Today's figures, against goals where somebody wants one. Dials come last and small: more is not better. */
export function Mine({ day: { view } }: { day: Day }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { today, handed, goals } = view
  const toGoal = (done: number, goal: number | null) =>
    goal === null
      ? undefined
      : done >= goal
        ? t('day.goalReached', { goal: format.number(goal) })
        : t('day.goal', { goal: format.number(goal), left: format.number(goal - done) })
  return (
    <Card title={t('day.mine')}>
      <Tiles>
        <Tile
          figure={format.number(today.conversations)}
          label={t('day.conversation', { count: today.conversations })}
          note={toGoal(today.conversations, goals.conversations)}
        />
        <Tile
          figure={format.number(handed.today)}
          label={t('day.sql', { count: handed.today })}
          note={toGoal(handed.today, goals.sqls)}
        />
      </Tiles>
      <p className={styles.quiet}>
        {t('day.dials', {
          count: today.dials,
          dials: format.number(today.dials),
          connects: t('day.connects', { count: today.connects, number: format.number(today.connects) }),
        })}
        {goals.dials !== null && ` · ${toGoal(today.dials, goals.dials)}`}
      </p>
      <p className={styles.small}>
        {t('metrics.definition.conversation.word')}. {t('metrics.definition.conversation.means')}
      </p>
    </Card>
  )
}
