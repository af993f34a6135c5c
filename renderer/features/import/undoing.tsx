import { useTranslation } from 'react-i18next'
import { ProgressBar } from 'react-aria-components'

import type { Bridge } from '#shared/contract/bridge'
import { Bar } from '#renderer/ui/bar'
import { cx } from '#renderer/ui/cx'
import { useFormat } from '#renderer/ui/format'
import { shareOf, useUndoJob } from './use-undo-job.ts'
import styles from './progress.module.css'

type Props = { host: Pick<Bridge, 'onEvent'>; importId: string }

/** How far an import is taken back, on a line and in words; or that it stopped and goes on later. */
export function Undoing({ host, importId }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const job = useUndoJob(host, importId)
  const share = shareOf(job)
  if (job?.state === 'failed') return <p role="alert">{t('import.undoStopped')}</p>
  return (
    <div className={styles.progress}>
      <ProgressBar
        aria-label={t('import.state.undoing')}
        value={(share ?? 0) * 100}
        valueLabel={format.percent(share ?? 0)}
        className={cx(styles.share)}
      >
        <Bar percent={(share ?? 0) * 100} />
        <span>{format.percent(share ?? 0)}</span>
      </ProgressBar>
      <p role="status">{t('import.undoRunning')}</p>
    </div>
  )
}

/** The same in a line of the log. */
export function UndoneSoFar({ host, importId }: Props) {
  const format = useFormat()
  const share = shareOf(useUndoJob(host, importId))
  return share === null ? null : ` · ${format.percent(share)}`
}
