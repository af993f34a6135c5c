import { ArrowLeftRight } from 'lucide-react'
import { Trans, useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card as LeadCard } from '#shared/contract/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Meter } from '#renderer/ui/meter'
import { BoardRow } from './board-row.tsx'
import { criterionWords } from './board-words.ts'
import type { CallStore } from './call-store.ts'
import styles from './board.module.css'

type BoardCardProps = { store: CallStore; card: LeadCard; currency: string }

/** The qualification board: a row for each criterion, and what is proven, possible and needed. */
export function BoardCard({ store, card, currency }: BoardCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const row = useStore(store, (state) => state.row)
  const detail = useStore(store, (state) => state.detail)
  const { board } = card
  const figures = {
    now: format.points(board.now),
    possible: format.points(board.possible),
    threshold: board.threshold,
  }
  const nameOf = (id: string) => t(`call.framework.${id}` as 'call.framework.bant', { defaultValue: id })
  const name = nameOf(board.framework)
  const { frameworks } = board
  const next = frameworks[(frameworks.indexOf(board.framework) + 1) % frameworks.length] ?? board.inForce
  const other = { id: next, name: nameOf(next) }
  const isOut = board.possible < board.threshold * 100

  return (
    <section className={styles.board} aria-label={name}>
      <header className={styles.head}>
        <h2>
          <button
            type="button"
            className={styles.lens}
            title={t('call.lookThrough', { framework: other.name })}
            aria-label={`${name}. ${t('call.lookThrough', { framework: other.name })}`}
            onClick={() => void store.getState().lookThrough(other.id)}
          >
            {name}
            <ArrowLeftRight size={12} aria-hidden />
          </button>
        </h2>
        {board.framework === board.inForce ? (
          <Chip tone={board.draft ? 'warn' : 'plain'}>
            {t(definitionWords(board), { version: board.version })}
          </Chip>
        ) : (
          <Chip tone="info">{t('call.onlyALook', { framework: nameOf(board.inForce) })}</Chip>
        )}
        <Meter
          now={board.now / 100}
          possible={board.possible / 100}
          threshold={board.threshold}
          label={t('call.meter', figures)}
        />
        <span className={styles.figures}>
          <Trans i18nKey="call.now" values={figures} components={{ b: <b /> }} />
        </span>
      </header>
      {(isOut || board.failedGates.length > 0) && (
        <p className={styles.out} role="status">
          {isOut
            ? t('call.outOfReach', figures)
            : t('call.gateFailed', {
                gates: board.failedGates.map((id) => criterionWords(id, t, board.framework)).join(', '),
              })}
        </p>
      )}
      {board.criteria.map((criterion) => (
        <BoardRow
          key={criterion.id}
          store={store}
          card={card}
          criterion={criterion}
          currency={currency}
          isOpen={row === criterion.id}
          isDetailed={detail === criterion.id}
        />
      ))}
    </section>
  )
}

/** The definition that ships has no version, and nobody has agreed to it. */
const definitionWords = ({ draft, version }: LeadCard['board']) =>
  version === 0 ? 'call.shippedDefinition' : draft ? 'call.draftDefinition' : 'call.definition'
