import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import type { ImportState } from './import-store.ts'
import { columnsOf, suggestedColumns, type Draft, type Inspected } from './plan-draft.ts'
import styles from './import.module.css'

type Props = { inspected: Inspected; draft: Draft; decide: ImportState['decide'] }

/** A header that is known brings its columns as they were decided the last time. */
export function Saved({ inspected, draft: { isSaved }, decide }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { saved } = inspected
  if (!saved) return null
  const choose = (isSaved: boolean) =>
    decide({ isSaved, columns: isSaved ? columnsOf(inspected) : suggestedColumns(inspected) })
  return (
    <p className={styles.notice} role="status">
      <History size={16} aria-hidden />
      {t('import.saved', { at: format.day(saved.at), file: saved.fileName, by: saved.by })}{' '}
      <Button look="link" onPress={() => choose(!isSaved)}>
        {t(isSaved ? 'import.savedNot' : 'import.savedAgain')}
      </Button>
    </p>
  )
}
