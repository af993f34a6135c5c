import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import { frameworkName, gateWords } from '#renderer/ui/gate-words'
import type { Refusals } from './lead-store.ts'

/** What a move lacks, with the figures as they stand. */
export function useRefusalWords({ stage, board, fit }: Pick<Card, 'stage' | 'board' | 'fit'>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (refusal: Refusals[number]): string =>
    refusal.startsWith('gate-')
      ? gateWords(refusal.slice('gate-'.length), board, t)
      : t(`call.refusal.${refusal as 'proof-bant'}`, {
          stage: t(`common.stage.${stage}`),
          framework: frameworkName(board.inForce, t),
          threshold: board.threshold,
          now: format.points(board.now),
          fit: format.points(fit.total),
        })
}
