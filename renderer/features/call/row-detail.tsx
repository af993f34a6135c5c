import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { Button } from '#renderer/ui/button'
import { useKeyOf } from '#renderer/ui/keys'
import { TextField } from '#renderer/ui/text-field'
import { AmountField } from './amount-field.tsx'
import { detailOf } from './answering.ts'
import { criterionWords } from './board-words.ts'
import type { CallStore } from './call-store.ts'
import { DeciderFields } from './decider-fields.tsx'
import { DateInWords } from './date-in-words.tsx'
import { aroundOf } from './around.ts'
import styles from './board.module.css'

type RowDetailProps = { store: CallStore; card: Card; criterion: string; currency: string }

/** The grade that names somebody else. */
const NAMES_WHO = 'names_who_decides'

/** What stands beside the grade: their words, an amount for the budget, a date for the timeline. */
export function RowDetail({ store, card, criterion, currency }: RowDetailProps) {
  const { t } = useTranslation()
  const keyOf = useKeyOf()
  const typed = useStore(store, (state) => state.details)
  const { describe, stillValid, setState, flush, nameDecider } = store.getState()
  const detail = detailOf(card, typed, criterion)
  const answer = card.board.answers.find((one) => one.criterion === criterion)
  const leave = () => void flush()

  return (
    <div className={styles.detail} onBlur={leave}>
      <div className={styles.words} data-field="evidence">
        <TextField
          bareLabel
          label={t('call.evidenceFor', { criterion: criterionWords(criterion, t, card.board.framework) })}
          placeholder={[t('call.evidence'), keyOf('evidence') && `(${keyOf('evidence')})`]
            .filter(Boolean)
            .join(' ')}
          value={detail.evidence}
          onChange={(evidence) => describe(criterion, { evidence })}
          maxLength={2000}
        />
      </div>
      {criterion === 'budget' && (
        <AmountField
          minor={detail.amountMinor}
          currency={detail.currency ?? currency}
          onChange={(amountMinor, of) =>
            describe(criterion, { amountMinor, currency: amountMinor === null ? null : of })
          }
        />
      )}
      {criterion === 'timeline' && (
        <DateInWords
          day={detail.date}
          zone={aroundOf(card).zone}
          quarterStart={card.board.quarterStart}
          onChange={(date) => describe(criterion, { date })}
        />
      )}
      {answer?.grade === NAMES_WHO && (
        <DeciderFields named={card.named?.name ?? null} keep={(decider) => nameDecider(criterion, decider)} />
      )}
      {answer?.stale && (
        <Button small kbd={keyOf('stillValid')} onPress={() => void stillValid(criterion)}>
          {t('call.stillValid')}
        </Button>
      )}
      {answer && answer.state !== 'not_asked' && (
        <Button
          small
          look="quiet"
          aria-label={t('call.notAsked')}
          kbd={keyOf('notAsked')}
          onPress={() => void setState(criterion, 'not_asked')}
        />
      )}
    </div>
  )
}
