import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Job } from '#shared/contract/events'
import { useFormat, type Format } from '#renderer/ui/format'
import { ProgressTray } from '#renderer/ui/progress-tray'
import { sizeOf } from '#renderer/ui/size'

type JobsProps = {
  jobs: readonly Job[]
  onClose: (id: string) => void
  /** Absent for work that can't be stopped. */
  onCancel: (job: Job) => (() => void) | undefined
}

/** Long work with progress, time left and cancel, in one tray. */
export function Jobs({ jobs, onClose, onCancel }: JobsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ProgressTray
      label={t('frame.jobs')}
      words={{ cancel: t('common.cancel'), close: t('common.close') }}
      jobs={jobs.map((job) => ({
        id: job.id,
        title: `${t(`frame.job.${job.kind}`)}${job.label ? `: ${job.label}` : ''}`,
        state: job.state,
        percent: job.total > 0 ? Math.min(100, (job.done / job.total) * 100) : null,
        progress: [
          wordsOf(job, t),
          amountOf(job, t, format),
          job.state === 'running' && left(job, format) && t('frame.jobLeft', { time: left(job, format) }),
        ]
          .filter(Boolean)
          .join(' · '),
        onClose: () => onClose(job.id),
        onCancel: onCancel(job),
      }))}
    />
  )
}

/** How far it is; of what is over, its end says all. */
function amountOf({ kind, state, done, total }: Job, t: TFunction, format: Format): string {
  if (state !== 'running' || total === 0) return ''
  const words = (amount: number) => (kind === 'backup' ? sizeOf(amount, t, format) : format.number(amount))
  return t('frame.jobProgress', { done: words(done), total: words(total) })
}

/** What became of it; work that nothing can stop any more waits for room on a full disk. */
function wordsOf({ state, message }: Job, t: TFunction): string {
  const plain = t(`frame.jobState.${state}`)
  if (message === undefined) return plain
  if (state === 'running') return message === 'disk-full' ? t('frame.jobFull') : plain
  return t(`errors.reason.${message}` as 'errors.reason.disk-full', t('errors.code.internal'))
}

/** Seconds left at the speed so far, once that means something; empty until then. */
function left({ done, total, startedAt }: Job, format: Format): string {
  const spent = Date.now() - startedAt
  if (spent < 2000 || done === 0 || total === 0) return ''
  return format.clock(Math.ceil((spent / done) * (total - done)) / 1000)
}
