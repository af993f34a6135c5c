import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import type { Inspected } from './plan-draft.ts'
import styles from './import.module.css'

type Notice = Inspected['notices'][number]

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
    <ul className={styles.warnings}>
      {of.map((notice) => (
        <li key={notice.kind}>{wordsOf(notice)}</li>
      ))}
    </ul>
  )
}
