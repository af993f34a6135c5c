import { ShieldOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Status } from './import-store.ts'
import styles from './import.module.css'

/** Who was erased stays so: their rows are counted, and nothing of them is kept. */
export function Erased({ status: { erased } }: { status: Status }) {
  const { t } = useTranslation()
  if (erased === 0) return null
  return (
    <p className={styles.notice}>
      <ShieldOff size={16} aria-hidden />
      {t('import.erased', { count: erased })}
    </p>
  )
}
