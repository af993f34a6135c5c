import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import type { Condition } from './filter-words.ts'
import type { LeadsState } from './leads-store.ts'
import styles from './leads.module.css'

/** What the list is narrowed to, each with the way out of it. */
export function Conditions({
  list,
  narrow,
  clear,
}: Pick<LeadsState, 'narrow'> & { list: Condition[]; clear: () => void }) {
  const { t } = useTranslation()
  if (list.length === 0) return null
  return (
    <ul className={styles.conditions} aria-label={t('leads.filter.title')}>
      {list.map(({ key, text }) => (
        <li key={key}>
          <Button
            small
            icon={<X size={12} aria-hidden />}
            aria-label={t('leads.filter.remove', { text })}
            onPress={() => narrow({ [key]: undefined })}
          >
            <span className={styles.condition}>{text}</span>
          </Button>
        </li>
      ))}
      {list.length > 1 && (
        <li>
          <Button small look="link" onPress={clear}>
            {t('leads.clear')}
          </Button>
        </li>
      )}
    </ul>
  )
}
