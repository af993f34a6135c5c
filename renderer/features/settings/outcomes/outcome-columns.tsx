import { OUTCOMES } from '#shared/domain/outcome'
import { isOwn } from '#shared/domain/outcome-set'
import { Kbd } from '#renderer/ui/kbd'
import type { Column } from '#renderer/ui/table'
import type { Terms } from '../catalogue/use-terms.ts'
import type { Entry } from './outcome.ts'
import type { OutcomeWords } from './outcome-words.ts'

export function outcomeColumns({ t }: Terms, words: OutcomeWords): Column<Entry>[] {
  const is = ({ code, kind }: Entry) =>
    isOwn(code)
      ? t('outcomes.ownOf', { kind: t(`call.outcome.${kind}`) })
      : t(`outcomes.group.${OUTCOMES[kind].group}`)
  return [
    {
      id: 'key',
      name: t('outcomes.column.key'),
      width: '56px',
      cell: ({ key, on }) => on && key && <Kbd isRead>{key}</Kbd>,
    },
    { id: 'is', name: t('outcomes.column.is'), width: 'minmax(110px, 1fr)', cell: is },
    { id: 'next', name: t('outcomes.column.next'), width: 'minmax(120px, 1.1fr)', cell: words.next },
    {
      id: 'asks',
      name: t('outcomes.column.asks'),
      width: 'minmax(80px, 1fr)',
      cell: ({ needs }) => words.needs(needs),
    },
  ]
}
