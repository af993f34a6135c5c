import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import type { ImportState } from './import-store.ts'
import type { Left } from './left.ts'
import styles from './import.module.css'

/** What was decided and written for a file that was left half-way is a press away. */
export function LeftFiles({ store: { left, goOn } }: { store: Pick<ImportState, 'left' | 'goOn'> }) {
  const { t } = useTranslation()
  const wordsOf = ({ inspected, step, typed }: Left) => {
    const name = inspected?.name ?? ''
    return typed.size > 0
      ? t('import.leftTyped', { count: typed.size, name })
      : t('import.leftAt', { name, step: t(`import.step.${step}`) })
  }
  return left.map((one) => (
    <p key={one.file?.fileId} className={styles.notice}>
      <History size={16} aria-hidden />
      <span>
        {wordsOf(one)}{' '}
        <Button look="link" onPress={() => goOn(one)}>
          {t('import.goOn')}
          <span className="sr-only">: {one.inspected?.name}</span>
        </Button>
      </span>
    </p>
  ))
}
