import { PhoneOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Status } from './import-store.ts'
import styles from './import.module.css'

/** Leads nobody can call are kept and said, never dropped in silence. */
export function NoNumber({ status }: { status: Status }) {
  const { t } = useTranslation()
  const { noNumber, counts, rows, erased } = status
  if (noNumber === 0) return null
  const isAll = noNumber >= rows - counts.error - counts.duplicate - erased
  return (
    <p className={styles.notice}>
      <PhoneOff size={16} aria-hidden />
      {isAll ? t('import.noNumberAll') : t('import.noNumber', { count: noNumber })}
    </p>
  )
}
