import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import { frameworkName, gateWords } from '#renderer/ui/gate-words'
import { criterionWords } from './board-words.ts'
import type { Refusal } from './logging.ts'

/** Everything that is missing, in words: "BANT 75 (57.5 now), when". */
export function useRefusalWords(card: Card): (refusals: readonly Refusal[]) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    (refusals) => {
      const figures = {
        framework: frameworkName(card.board.inForce, t),
        threshold: card.board.threshold,
        now: format.points(card.board.now),
        fit: format.points(card.fit.total),
        stage: t(`common.stage.${card.stage}`),
      }
      const words = [...new Set(refusals)].map((refusal) =>
        refusal.startsWith('gate-')
          ? gateWords(refusal.slice('gate-'.length), card.board, t)
          : t(`call.refusal.${refusal}` as 'call.refusal.proof-bant', figures),
      )
      // Of three and more, some hold a comma of their own.
      return words.length > 2 ? words.join('; ') : new Intl.ListFormat(format.locale).format(words)
    },
    [t, format, card.board, card.fit.total, card.stage],
  )
}

/** The same for a line that has little room: each in a word or two; whoever wants them in full points at it. */
export function useShortRefusals(card: Card): (refusals: readonly Refusal[]) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const full = useRefusalWords(card)
  const { board } = card
  const framework = frameworkName(board.inForce, t)
  const figures = { framework, threshold: board.threshold, now: format.points(board.now) }
  const short = (refusal: Refusal) =>
    refusal.startsWith('gate-')
      ? criterionWords(refusal.slice('gate-'.length), t, board.framework).toLocaleLowerCase(format.locale)
      : t(`call.needs.${refusal}` as 'call.needs.proof-bant', { ...figures, defaultValue: full([refusal]) })
  return (refusals) => t('call.needs.all', { missing: [...new Set(refusals)].map(short).join(', ') })
}
