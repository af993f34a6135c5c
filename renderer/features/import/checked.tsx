import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { cx } from '#renderer/ui/cx'
import { useFormat } from '#renderer/ui/format'
import { PRIMARY_KEY, usePrimaryKey } from '#renderer/ui/use-primary-key'
import { SHOWN, type Filter, type ImportState, type Status } from './import-store.ts'
import { Erased } from './erased.tsx'
import { NoNumber } from './no-number.tsx'
import { Notices } from './notices.tsx'
import type { Draft, Inspected } from './plan-draft.ts'
import { Rejected } from './rejected.tsx'
import { RowsTable } from './rows-table.tsx'
import { Verdicts } from './verdicts.tsx'
import check from './check.module.css'
import styles from './import.module.css'

type Props = {
  call: Call
  store: ImportState
  status: Status
  inspected: Inspected
  draft: Draft
  filter: Filter
  /** What was written in the grid is not checked yet. */
  onAgain: () => void
  onMendLetters: () => void
  onRun: () => void
}

/** From here on a copy of the data is made first. */
const LARGE = 1000

/** The verdicts, the rows behind each, and the one button that says the number. */
export function Checked({ call, store, status, inspected, draft, filter, ...on }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { counts, rows, marked, erased } = status
  const able = rows - counts.error - counts.duplicate - erased
  const { onAgain, onMendLetters, onRun } = on
  const { typed, show, setMending } = store
  const isTyped = typed.size > 0
  usePrimaryKey(isTyped ? onAgain : able > 0 ? onRun : null)
  return (
    <>
      <Verdicts status={status} filter={filter} onFilter={show} />
      <p className={styles.sum} role="status">
        {t('import.sum', {
          count: rows,
          parts: partsOf(status).map(format.number).join(' + '),
        })}
        {marked > 0 && (
          <>
            {' · '}
            <Button look="link" onPress={() => show('marked')}>
              {t('import.showMarked', { count: marked })}
            </Button>
          </>
        )}
        {' · '}
        <b className={styles.showing}>{t(`import.showing.${filter}`)}</b>
      </p>
      <Card flush>
        <RowsTable
          {...{ call, filter, inspected, draft }}
          importId={status.importId}
          count={filter === 'marked' ? marked : counts[filter] - (filter === 'suppressed' ? erased : 0)}
        />
      </Card>
      <NoNumber status={status} />
      <Erased status={status} />
      <Notices of={status.notices} />
      <div className={cx(styles.actions, check.foot)}>
        {isTyped ? (
          <Button look="go" kbd={PRIMARY_KEY} onPress={onAgain}>
            {t('import.mendCheck', { count: typed.size })}
          </Button>
        ) : able > 0 ? (
          <Button look="go" kbd={PRIMARY_KEY} onPress={onRun}>
            {t('import.run', { count: able })}
          </Button>
        ) : (
          <Button look="go" isDisabled>
            {t('import.runNothing')}
          </Button>
        )}
        {isMendable(filter, status) && (
          <Button icon={<Pencil size={16} aria-hidden />} onPress={() => setMending(true)}>
            {t('import.mendHere')}
          </Button>
        )}
        {status.notices.some(({ kind }) => kind === 'misread_letters') && (
          <Button onPress={onMendLetters}>{t('import.mendLettersAgain')}</Button>
        )}
        <Rejected status={status} store={store} />
        <p className={styles.quiet}>
          {isTyped
            ? t('import.mendKept')
            : able === 0
              ? t(counts.error > 0 ? 'import.runNothingWrong' : 'import.runNothingWhy')
              : [t('import.wholeOrNot'), rows > LARGE && t('import.backupFirst')].filter(Boolean).join(' ')}
        </p>
      </div>
    </>
  )
}

const isMendable = (filter: Filter, { counts, marked }: Status): boolean =>
  filter === 'marked' ? marked > 0 : filter === 'error' && counts.error > 0

/** In the order of the tiles; what is none is not added. */
const partsOf = ({ counts }: Status): number[] =>
  SHOWN.map((verdict) => counts[verdict]).filter((count) => count > 0)
