import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import styles from './lead.module.css'

/** Every move: when, from where, who, why, under which rules. */
export function StageHistory({ card }: { card: Card }) {
  const { t } = useTranslation()
  const format = useFormat()
  const moves = card.history.filter(({ kind }) => kind === 'stage')
  if (moves.length === 0) return <p className={styles.quiet}>{t('lead.noMoves')}</p>
  return (
    <ol className={styles.moves} aria-label={t('lead.stageHistory')}>
      {moves.map(({ id, at, from, to, by, reason, text, ruleVersion }) => {
        const stages = {
          from: from === null ? '' : t(`common.stage.${from}`),
          to: to === null ? '' : t(`common.stage.${to}`),
        }
        return (
          <li key={id}>
            <span className={styles.when}>{format.moment(at)}</span>
            <b>{from === null ? t('lead.stageBorn', stages) : t('lead.stageMoved', stages)}</b>
            <span className={styles.quiet}>
              {[
                by,
                reason && reason !== 'other' && t(`call.reason.${reason as 'no_need'}`, reason),
                text && format.quote(text),
                ruleVersion === 0
                  ? t('lead.rulesShipped')
                  : ruleVersion !== null && t('lead.rules', { version: ruleVersion }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
