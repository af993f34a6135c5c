import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Shown } from '#renderer/ui/shown'
import { PRIMARY_KEY, usePrimaryKey } from '#renderer/ui/use-primary-key'
import type { Filter, ImportState } from './import-store.ts'
import { mendColumns } from './mend-columns.ts'
import { MendGrid } from './mend-grid.tsx'
import type { Draft, Inspected, Plan } from './plan-draft.ts'
import { useMending } from './use-mending.ts'
import styles from './import.module.css'

type Props = {
  call: Call
  store: ImportState
  importId: string
  filter: Filter
  inspected: Inspected
  draft: Draft
  plan: Plan
  /** The button's words for so many rows. */
  words: (count: number) => string
  onMended: () => void
  onBack: () => void
}

/** Wrong cells are written anew here, and run again: no other program, no second file. */
export function Mend(props: Props) {
  const { call, store, importId, filter, inspected, draft, plan, words, onMended, onBack } = props
  const { t } = useTranslation()
  const mending = useMending({ call, store, importId, filter, plan, fileId: store.file?.fileId ?? '' })
  const { page, changed, right } = mending
  const { rows, offset, end, total, turn } = page
  const run = () => {
    // What is being typed counts too.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    // The store has it, the screen not yet.
    if (store.isTyped()) onMended()
  }
  usePrimaryKey(run)
  return (
    <>
      <p className={styles.sum} role="status">
        {t('import.mendSum', { count: changed, right })}
      </p>
      <Card
        flush
        title={t('import.mendTitle')}
        aside={<span className={styles.quiet}>{t('import.mendKeys')}</span>}
      >
        <Shown of={rows} onRetry={page.reload}>
          {(rows) => (
            <MendGrid
              key={offset}
              {...{ rows, draft, mending }}
              columns={mendColumns(inspected, draft, rows)}
            />
          )}
        </Shown>
        {total > end - offset && (
          <div className={styles.pages}>
            <Button small isDisabled={offset === 0} onPress={() => void turn(true)}>
              {t('import.mendBefore')}
            </Button>
            <span role="status">{t('import.mendPage', { from: offset + 1, to: end, count: total })}</span>
            <Button small isDisabled={end >= total} onPress={() => void turn(false)}>
              {t('import.mendAfter')}
            </Button>
          </div>
        )}
      </Card>
      <div className={styles.actions}>
        <Button look="go" kbd={PRIMARY_KEY} isDisabled={changed === 0} onPress={run}>
          {words(changed)}
        </Button>
        <Button onPress={onBack}>{t('common.back')}</Button>
      </div>
    </>
  )
}
