import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { amountOf, CURRENCIES } from './amount.ts'
import { detailOf } from './answering.ts'
import { criterionWords } from './board-words.ts'
import type { CallStore } from './call-store.ts'
import styles from './board.module.css'

export type RowDetailProps = { store: CallStore; card: Card; criterion: string; currency: string }

/** What stands beside the grade: their words, an amount for the budget, a date for the timeline. */
export function RowDetail({ store, card, criterion, currency }: RowDetailProps) {
  const { t } = useTranslation()
  const typed = useStore(store, (state) => state.details)
  const { describe, stillValid, setState, flush } = store.getState()
  const detail = detailOf(card, typed, criterion)
  const answer = card.board.answers.find((one) => one.criterion === criterion)
  const leave = () => void flush()

  return (
    <div className={styles.detail} onBlur={leave}>
      <div className={styles.words} data-field="evidence">
        <TextField
          bareLabel
          label={t('call.evidenceFor', { criterion: criterionWords(criterion, t) })}
          placeholder={`${t('call.evidence')} (E)`}
          value={detail.evidence}
          onChange={(evidence) => describe(criterion, { evidence })}
          maxLength={2000}
        />
      </div>
      {criterion === 'budget' && (
        <Amount
          minor={detail.amountMinor}
          currency={detail.currency ?? currency}
          onChange={(amountMinor, of) =>
            describe(criterion, { amountMinor, currency: amountMinor === null ? null : of })
          }
        />
      )}
      {criterion === 'timeline' && (
        <div className={styles.date}>
          <TextField
            bareLabel
            label={t('call.date')}
            type="date"
            value={detail.date ?? ''}
            onChange={(date) => describe(criterion, { date: date || null })}
          />
        </div>
      )}
      {answer?.stale && (
        <Button small kbd="7" onPress={() => void stillValid(criterion)}>
          {t('call.stillValid')}
        </Button>
      )}
      {answer && answer.state !== 'not_asked' && (
        <Button
          small
          look="quiet"
          aria-label={t('call.notAsked')}
          kbd="⌫"
          onPress={() => void setState(criterion, 'not_asked')}
        />
      )}
    </div>
  )
}

type AmountProps = {
  minor: number | null
  currency: string
  onChange: (minor: number | null, currency: string) => void
}

function Amount({ minor, currency, onChange }: AmountProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState(minor === null ? '' : format.decimal(minor / 100))
  const isWrong = text.trim() !== '' && amountOf(text) === null
  return (
    <div className={styles.amount}>
      <TextField
        bareLabel
        label={t('call.amount')}
        placeholder={t('call.amount')}
        value={text}
        onChange={(next) => {
          setText(next)
          if (next.trim() === '' || amountOf(next) !== null) onChange(amountOf(next), currency)
        }}
        wrong={isWrong ? t('call.amountWrong') : undefined}
        inputMode="decimal"
      />
      <Select
        bareLabel
        label={t('call.currency')}
        options={[...new Set([currency, ...CURRENCIES])].map((id) => ({ id, name: id }))}
        value={currency}
        onChange={(next) => onChange(amountOf(text), next)}
      />
    </div>
  )
}
