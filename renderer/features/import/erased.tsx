import { ShieldOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Status } from './import-store.ts'
import styles from './import.module.css'

/** Who was erased stays so: their rows are counted, and nothing of them is kept. It may be why a file was checked again. */
export function Erased({ status: { erased, message } }: { status: Status }) {
  const { t } = useTranslation()
  const isAgain = message === 'erased-meanwhile'
  if (erased === 0 && !isAgain) return null
  return (
    <p className={styles.notice}>
      <ShieldOff size={16} aria-hidden />
      {[isAgain && t('import.checkedAgain'), erased > 0 && t('import.erased', { count: erased })]
        .filter(Boolean)
        .join(' ')}
    </p>
  )
}
