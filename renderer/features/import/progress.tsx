import { useTranslation } from 'react-i18next'
import { ProgressBar } from 'react-aria-components'

import { Bar } from '#renderer/ui/bar'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { cx } from '#renderer/ui/cx'
import { useFormat } from '#renderer/ui/format'
import type { Status } from './import-store.ts'
import styles from './progress.module.css'

type Props = {
  status: Pick<Status, 'rows' | 'seconds'> | null
  kind: 'check' | 'run'
  about: number
  isCancelling: boolean
  onCancel: () => void
}

/** Seconds before the speed so far says anything. */
const TELLING = 2

/** How far it is, in words and on a line, and a way to stop it. */
export function Progress({ status, kind, about, isCancelling, onCancel }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const done = status?.rows ?? 0
  // The estimate may fall short; more than all is never claimed.
  const total = Math.max(about, done)
  const words = t(kind === 'check' ? 'import.checking' : 'import.running', {
    done: format.number(done),
    count: total,
  })
  const seconds = status?.seconds ?? 0
  const left =
    seconds > TELLING &&
    done > 0 &&
    t('frame.jobLeft', { time: format.clock((seconds / done) * (total - done)) })
  return (
    <Card>
      <div className={styles.progress}>
        <ProgressBar
          aria-label={words}
          value={done}
          maxValue={Math.max(1, total)}
          className={cx(styles.line)}
        >
          {({ percentage }) => <Bar percent={percentage ?? 0} />}
        </ProgressBar>
        <p role="status">
          {isCancelling ? t('import.cancelling') : [words, left].filter(Boolean).join(' · ')}
        </p>
        <Button onPress={onCancel} isDisabled={isCancelling}>
          {t('common.cancel')}
        </Button>
      </div>
    </Card>
  )
}
