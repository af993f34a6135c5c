import { Info, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { cx } from '#renderer/ui/cx'
import { useFormat } from '#renderer/ui/format'
import type { Inspected } from './plan-draft.ts'
import styles from './notices.module.css'

type Notice = Inspected['notices'][number]

/** After these a cell may not be what somebody wrote. */
const GRAVE: ReadonlySet<Notice['kind']> = new Set([
  'quote_open',
  'quote_stray',
  'months_for_numbers',
  'dates_ambiguous',
  'dates_mixed',
  'misread_letters',
  'formulas_unworked',
  'ragged_rows',
  'no_header',
  'several_people',
])

/** What somebody should know of the file before it comes in, in words. */
export function Notices({ of }: { of: readonly Notice[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const placeOf = ({ line, until }: Notice['places'][number]) =>
    until === null
      ? format.number(line)
      : t('import.placeUntil', { line: format.number(line), until: format.number(until) })
  const wordsOf = ({ kind, count, places, columns }: Notice) => {
    const shown = places.map(placeOf).join(', ')
    return t(`import.notice.${kind}`, {
      count,
      places: count > places.length ? t('import.placesMore', { places: shown }) : shown,
      columns: columns.join(', '),
    })
  }
  if (of.length === 0) return null
  return (
    <ul className={styles.notices}>
      {of.map((notice) => {
        const isGrave = GRAVE.has(notice.kind)
        const Icon = isGrave ? TriangleAlert : Info
        return (
          <li key={notice.kind} className={cx(isGrave && styles.grave)}>
            <Icon size={14} aria-hidden />
            <span>{wordsOf(notice)}</span>
          </li>
        )
      })}
    </ul>
  )
}
