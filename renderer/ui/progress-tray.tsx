import { X } from 'lucide-react'
import { ProgressBar } from 'react-aria-components'

import { Bar } from './bar.tsx'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { useBodyMark } from './use-body-mark.ts'
import styles from './progress-tray.module.css'

export type TrayJob = {
  id: string
  title: string
  /** How far it is, in words. */
  progress: string
  /** 0-100; null = not known yet. */
  percent: number | null
  state: 'running' | 'done' | 'failed' | 'cancelled'
  onCancel?: (() => void) | undefined
  onClose: () => void
}

/** Long work, out of the way, in one place. */
export function ProgressTray({ label, jobs, words }: ProgressTrayProps) {
  useBodyMark('tray', jobs.length > 0)
  if (jobs.length === 0) return null
  return (
    <section className={styles.tray} aria-label={label}>
      {jobs.map((job) => (
        <div key={job.id} className={styles.job}>
          <div className={styles.line}>
            <strong>{job.title}</strong>
            {job.state === 'running' && job.onCancel ? (
              <Button look="link" small onPress={job.onCancel}>
                {words.cancel}
              </Button>
            ) : null}
            {job.state !== 'running' && (
              <Button
                look="quiet"
                small
                icon={<X size={14} />}
                aria-label={words.close}
                onPress={job.onClose}
              />
            )}
          </div>
          {job.state === 'running' && (
            <ProgressBar
              aria-label={job.title}
              {...(job.percent === null ? { isIndeterminate: true } : { value: job.percent })}
            >
              <Bar percent={job.percent ?? 30} />
            </ProgressBar>
          )}
          <span className={cx(styles.progress, job.state === 'failed' && styles.failed)}>{job.progress}</span>
        </div>
      ))}
    </section>
  )
}

type ProgressTrayProps = {
  label: string
  jobs: readonly TrayJob[]
  words: { cancel: string; close: string }
}
