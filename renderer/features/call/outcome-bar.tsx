import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { Button } from '#renderer/ui/button'
import { KeysOf, useKeyOf } from '#renderer/ui/keys'
import type { CallStore } from './call-store.ts'
import type { Outcome } from './form.ts'
import { Outcomes } from './outcomes.tsx'
import { useRefusalWords, useShortRefusals } from './refusal-words.ts'
import { Timer } from './timer.tsx'
import { toldOutcome } from './told-outcome.ts'
import styles from './bar.module.css'

type OutcomeBarProps = { store: CallStore; card: Card; outcomes: readonly Outcome[] }

/** Every outcome on its key, in two rows; what is refused is dashed and says what is missing. */
export function OutcomeBar({ store, card, outcomes }: OutcomeBarProps) {
  const { t } = useTranslation()
  const keyOf = useKeyOf()
  const refusalWords = useRefusalWords(card)
  const shortly = useShortRefusals(card)
  const outcome = useStore(store, (state) => state.outcome)
  const refusals = useStore(store, (state) => state.refusals)
  const told = useStore(store, (state) => state.told)
  const { choose, save, undo, lineAgain } = store.getState()
  const again = useCallback(() => void lineAgain(), [lineAgain])
  const missing =
    card.missing.length > 0 ? t('call.qualifiedNeeds', { missing: refusalWords(card.missing) }) : ''

  return (
    <footer className={styles.bar}>
      <Timer draft={card.draft} onJump={again} />
      <Outcomes outcomes={outcomes} chosen={outcome?.code ?? null} missing={missing} onChoose={choose} />
      <div className={styles.save}>
        <Button look="go" kbd={keyOf('save')} onPress={() => void save()}>
          {t('call.save')}
        </Button>
        {refusals.includes('outcome-missing') ? (
          <small role="alert" className={styles.alert}>
            {t('call.refusedPlain', { missing: refusalWords(['outcome-missing']) })}
          </small>
        ) : told?.kind === 'undone' && outcome === null ? (
          <small>{t('call.undone', { outcome: toldOutcome(told, t) })}</small>
        ) : told?.kind === 'logged' && outcome === null ? (
          <small>
            {t('call.saved', { outcome: toldOutcome(told, t), name: told.name })}{' '}
            <Button look="link" onPress={() => void undo()}>
              {t('call.undo')}
            </Button>{' '}
            <KeysOf command="undo" />
          </small>
        ) : (
          missing !== '' && <small title={missing}>{shortly(card.missing)}</small>
        )}
      </div>
    </footer>
  )
}
