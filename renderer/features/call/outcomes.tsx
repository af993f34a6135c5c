import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { cx } from '#renderer/ui/cx'
import { ariaKeys, KeysOf, useKeyOf } from '#renderer/ui/keys'
import type { Outcome } from './form.ts'
import styles from './bar.module.css'

type OutcomesProps = {
  outcomes: readonly Outcome[]
  /** By its code. */
  chosen: string | null
  /** What "qualified" still needs, in words; empty when nothing. */
  missing: string
  onChoose: (outcome: Outcome) => Promise<void>
}

/** Every outcome on its key. They stay as they are from lead to lead, so they are not drawn anew. */
export const Outcomes = memo(function Outcomes({ outcomes, chosen, missing, onChoose }: OutcomesProps) {
  const { t } = useTranslation()
  const keyOf = useKeyOf()
  return (
    <div className={styles.outcomes} role="group" aria-label={t('call.outcomes')}>
      {outcomes.map((outcome) => {
        if (!outcome.on) return null
        const { code: id, kind } = outcome
        const key = keyOf(`outcome.${id}`)
        const isRefused = kind === 'qualified' && missing !== ''
        return (
          <button
            key={id}
            type="button"
            aria-pressed={chosen === id}
            {...(key ? { 'aria-keyshortcuts': ariaKeys(key) } : {})}
            {...(isRefused ? { 'aria-description': missing, title: missing } : {})}
            className={cx(styles.outcome, chosen === id && styles.chosen, isRefused && styles.refused)}
            onClick={() => void onChoose(outcome)}
          >
            <KeysOf command={`outcome.${id}`} />
            <span>{t(`call.outcome.${id as 'busy'}`)}</span>
          </button>
        )
      })}
    </div>
  )
})
