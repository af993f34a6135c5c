import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { cx } from '#renderer/ui/cx'
import { useFormat } from '#renderer/ui/format'
import { Kbd } from '#renderer/ui/kbd'
import { ariaKeys, useKeyOf } from '#renderer/ui/keys'
import { useNow } from '#renderer/ui/use-now'
import { criterionWords, gradeWords, questionOf } from './board-words.ts'
import type { CallStore } from './call-store.ts'
import { RowDetail } from './row-detail.tsx'
import styles from './board.module.css'

type Criterion = Card['board']['criteria'][number]
type BoardRowProps = {
  store: CallStore
  card: Card
  criterion: Criterion
  currency: string
  /** Its digits are grades now. */
  isOpen: boolean
  /** What stands beside the grade is in sight. */
  isDetailed: boolean
}

const QUIET = [
  { state: 'unknown', name: 'call.unknownShort' },
  { state: 'declined', name: 'call.declinedShort' },
] as const

export function BoardRow({ store, card, criterion, currency, isOpen, isDetailed }: BoardRowProps) {
  const { t } = useTranslation()
  const keyOf = useKeyOf()
  const key = keyOf(`open.${criterion.id}`, [criterion.key])
  const { openRow, grade, setState } = store.getState()
  const answer = card.board.answers.find((one) => one.criterion === criterion.id)
  const name = criterionWords(criterion.id, t, card.board.framework)
  const isFresh = answer !== undefined && !answer.stale
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isDetailed) row.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isDetailed])

  return (
    <div
      ref={row}
      className={cx(styles.row, isOpen && styles.open)}
      role="group"
      aria-label={name}
      data-criterion={criterion.id}
    >
      <button
        type="button"
        className={styles.name}
        aria-expanded={isDetailed}
        {...(key ? { 'aria-keyshortcuts': ariaKeys(key) } : {})}
        title={questionOf(criterion, t)}
        onClick={() => openRow(isOpen ? null : criterion.id)}
      >
        {key && <Kbd>{key}</Kbd>}
        <b>{name}</b>
      </button>
      <div className={styles.grades}>
        {criterion.grades.map(({ id }, at) => {
          const isChosen = answer?.state === 'answered' && answer.grade === id
          return (
            <button
              key={id}
              type="button"
              aria-pressed={isChosen}
              className={cx(styles.grade, isChosen && (isFresh ? styles.chosen : styles.stale))}
              onClick={() => void grade(criterion.id, id)}
            >
              <span className={styles.digit} aria-hidden="true">
                {at + 1}
              </span>
              {gradeWords(id, t)}
            </button>
          )
        })}
      </div>
      <span className={styles.quiet}>
        {QUIET.map(({ state, name: word }) => (
          <button
            key={state}
            type="button"
            aria-label={[keyOf(state), t(word)].filter(Boolean).join(', ')}
            title={t(word)}
            aria-pressed={answer?.state === state}
            className={cx(styles.small, answer?.state === state && styles.chosen)}
            onClick={() => void setState(criterion.id, state)}
          >
            {keyOf(state) ?? '–'}
          </button>
        ))}
      </span>
      {!isDetailed && <Said answer={answer} />}
      {isDetailed && (
        <RowDetail key={card.leadId} store={store} card={card} criterion={criterion.id} currency={currency} />
      )}
    </div>
  )
}

/** What they said, in short; who said it, when it must be asked again. */
function Said({ answer }: { answer: Card['board']['answers'][number] | undefined }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow(60_000)
  if (!answer || answer.state === 'not_asked')
    return <span className={cx(styles.said, styles.unasked)}>{t('call.state.not_asked')}</span>
  const money =
    answer.amountMinor !== null && answer.currency ? format.money(answer.amountMinor, answer.currency) : null
  const who = { who: answer.from ?? answer.by, when: format.day(answer.at) }
  const parts = [
    answer.stale ? t('call.stale', who) : answer.from ? t('call.saidFrom', who) : null,
    answer.state === 'answered' ? null : t(`call.state.${answer.state}`),
    answer.evidence && format.quote(answer.evidence),
    money,
    answer.date && format.date(answer.date),
  ]
  // Who gave a bare grade is news only when it was not given now.
  const text =
    parts.filter(Boolean).join(' · ') || (format.sameDay(answer.at, now) ? '' : t('call.saidBy', who))
  if (text === '') return null
  return (
    <span className={cx(styles.said, answer.stale && styles.again)} title={text}>
      {text}
    </span>
  )
}
