import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Output } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { OUTCOME_IDS, OUTCOMES } from '#shared/domain/outcome'
import { Button } from '#renderer/ui/button'
import { cx } from '#renderer/ui/cx'
import { Kbd } from '#renderer/ui/kbd'
import type { CallStore } from './call-store.ts'
import { modKey } from './key-names.ts'
import { useRefusalWords } from './refusal-words.ts'
import { Timer } from './timer.tsx'
import styles from './bar.module.css'

export type OutcomeBarProps = { store: CallStore; card: Card; state: Output<'app.state'> }

/** Every outcome on its key, in two rows; what is refused is dashed and says what is missing. */
export function OutcomeBar({ store, card }: OutcomeBarProps) {
  const { t } = useTranslation()
  const refusalWords = useRefusalWords(card)
  const outcome = useStore(store, (state) => state.outcome)
  const refusals = useStore(store, (state) => state.refusals)
  const isBusy = useStore(store, (state) => state.isBusy)
  const told = useStore(store, (state) => state.told)
  const { choose, save, undo } = store.getState()
  const missing =
    card.missing.length > 0 ? t('call.qualifiedNeeds', { missing: refusalWords(card.missing) }) : ''

  return (
    <footer className={styles.bar}>
      <Timer draft={card.draft} />
      <div className={styles.outcomes} role="group" aria-label={t('call.outcomes')}>
        {OUTCOME_IDS.map((id) => {
          const isRefused = id === 'qualified' && missing !== ''
          return (
            <button
              key={id}
              type="button"
              aria-pressed={outcome === id}
              aria-keyshortcuts={OUTCOMES[id].key}
              {...(isRefused ? { 'aria-description': missing, title: missing } : {})}
              className={cx(styles.outcome, outcome === id && styles.chosen, isRefused && styles.refused)}
              onClick={() => void choose(id)}
            >
              <Kbd>{OUTCOMES[id].key}</Kbd>
              <span>{t(`call.outcome.${id}`)}</span>
            </button>
          )
        })}
      </div>
      <div className={styles.save}>
        <Button look="go" kbd={modKey('⏎')} isDisabled={isBusy} onPress={() => void save()}>
          {t('call.save')}
        </Button>
        {refusals.includes('outcome-missing') ? (
          <small role="alert" className={styles.alert}>
            {t('call.refusedPlain', { missing: refusalWords(['outcome-missing']) })}
          </small>
        ) : told?.kind === 'undone' && outcome === null ? (
          <small>{t('call.undone', { outcome: t(`call.outcome.${told.outcome}`) })}</small>
        ) : told?.kind === 'logged' && outcome === null ? (
          <small>
            {t('call.saved', { outcome: t(`call.outcome.${told.outcome}`), name: told.name })}{' '}
            <Button look="link" onPress={() => void undo()}>
              {t('call.undo')}
            </Button>{' '}
            <Kbd>{modKey('Z')}</Kbd>
          </small>
        ) : (
          <small title={missing}>{missing}</small>
        )}
      </div>
    </footer>
  )
}
