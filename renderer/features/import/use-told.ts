import { useTranslation } from 'react-i18next'

import { isAdded } from '#shared/domain/import/field'
import { basisWords } from '#renderer/i18n/basis-words'
import { useFormat } from '#renderer/ui/format'
import type { Problem, Row } from './rows-table.tsx'

/** These were mended already: what was done is what happens. */
const DONE: readonly Problem['mend'][] = ['both_kept', 'words_kept', 'zero_added', 'leave_out']
export const isMended = ({ mend }: Pick<Problem, 'mend'>): boolean => DONE.includes(mend)

/** A ground to call takes the place of the one before; a number, an address or an id stands beside the others. */
const wordOf = (field: Row['changes'][number]['field'], before: string | null) => {
  if (before === null) return 'changeNew'
  return isAdded(field) && field !== 'basis' ? 'changeAdded' : 'change'
}

/** A row in words. `shown`: the columns that stand beside it, whose cells need not be quoted. */
export function useTold({ verdict, problems, changes, ended }: Row, shown: readonly number[]) {
  const { t } = useTranslation()
  const format = useFormat()
  const happensTo = ({ column, mend }: Problem) => {
    if (verdict === 'error') return t('import.leftOutRow')
    if (isMended({ mend })) return null
    return t(column === null ? 'import.goesAsItIs' : 'import.goesWithout')
  }
  const quote = ({ column, cell }: Problem) =>
    column !== null && !shown.includes(column) && cell && format.quote(cell)
  const reason = (key: string | null) => (key === null ? '' : t(`call.reason.${key as 'no_need'}`, key))
  return {
    problems: problems.map((problem) => ({
      wrong: [t(`import.problem.${problem.problem}`), quote(problem)].filter(Boolean).join(' '),
      becomes: happensTo(problem),
      happens: [happensTo(problem), t(`import.mend.${problem.mend}`)].filter(Boolean).join('; '),
    })),
    changes: changes.map(({ field, header, before, after }) =>
      t(`import.${wordOf(field, before)}`, {
        field: field === null ? (header ?? '') : t(`import.field.${field}`),
        before: field === 'basis' && before ? basisWords(before, t) : (before ?? ''),
        after: field === 'basis' ? basisWords(after, t) : after,
      }),
    ),
    ended:
      ended &&
      [
        t('import.ended', { at: format.day(ended.at), reason: reason(ended.reason) }),
        ended.why && ended.why !== 'difference' && t(`import.lookedFor.${ended.why}`),
      ]
        .filter(Boolean)
        .join('; '),
    becomes: t(`import.willBe.${verdict}`),
  }
}
