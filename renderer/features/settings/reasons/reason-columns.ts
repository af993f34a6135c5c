import { reasonKind, REASONS } from '#shared/domain/reason'
import type { Column } from '#renderer/ui/table'
import type { Terms } from '../catalogue/use-terms.ts'
import type { Entry } from './reason.ts'
import type { ReasonWords } from './reason-words.ts'

export function reasonColumns({ t }: Terms, words: ReasonWords): Column<Entry>[] {
  const givenWith = ({ code }: Entry) => {
    const kind = reasonKind(code)
    const outcomes = kind === null ? [] : REASONS[kind].outcomes
    return outcomes.map((id) => t(`call.outcome.${id}`)).join(', ') || t('reasons.byRules')
  }
  return [
    {
      id: 'exit',
      name: t('exits.exit'),
      width: 'minmax(110px, 1.05fr)',
      cell: ({ exit }) => t(`exits.exits.${exit}`),
    },
    { id: 'lasts', name: t('reasons.column.lasts'), width: 'minmax(120px, 1.2fr)', cell: words.lasts },
    { id: 'with', name: t('reasons.column.with'), width: 'minmax(100px, 0.85fr)', cell: givenWith },
  ]
}
