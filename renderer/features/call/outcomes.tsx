import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { OUTCOME_IDS, type OutcomeId } from '#shared/domain/outcome'
import { cx } from '#renderer/ui/cx'
import { ariaKeys, KeysOf, useKeyOf } from '#renderer/ui/keys'
import styles from './bar.module.css'

export type OutcomesProps = {
  chosen: OutcomeId | null
  /** What "qualified" still needs, in words; empty when nothing. */
  missing: string
  onChoose: (outcome: OutcomeId) => Promise<void>
}

/** Every outcome on its key. They stay as they are from lead to lead, so they are not drawn anew. */
export const Outcomes = memo(function Outcomes({ chosen, missing, onChoose }: OutcomesProps) {
  const { t } = useTranslation()
  const keyOf = useKeyOf()
  return (
    <div className={styles.outcomes} role="group" aria-label={t('call.outcomes')}>
      {OUTCOME_IDS.map((id) => {
        const key = keyOf(`outcome.${id}`)
        const isRefused = id === 'qualified' && missing !== ''
        return (
          <button
            key={id}
            type="button"
            aria-pressed={chosen === id}
            {...(key ? { 'aria-keyshortcuts': ariaKeys(key) } : {})}
            {...(isRefused ? { 'aria-description': missing, title: missing } : {})}
            className={cx(styles.outcome, chosen === id && styles.chosen, isRefused && styles.refused)}
            onClick={() => void onChoose(id)}
          >
            <KeysOf command={`outcome.${id}`} />
            <span>{t(`call.outcome.${id}`)}</span>
          </button>
        )
      })}
    </div>
  )
})
