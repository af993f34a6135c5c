import { useTranslation } from 'react-i18next'
import { ProgressBar } from 'react-aria-components'

import { Bar } from '#renderer/ui/bar'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { cx } from '#renderer/ui/cx'
import { useFormat } from '#renderer/ui/format'
import { toTitle } from '#renderer/ui/to-title'
import type { Status } from './import-store.ts'
import styles from './progress.module.css'

type Props = {
  status: (Pick<Status, 'rows' | 'seconds'> & Partial<Pick<Status, 'step'>>) | null
  kind: 'check' | 'run'
  about: number
  isCancelling: boolean
  onCancel: () => void
}

/** Seconds before the speed so far says anything. */
const TELLING = 2

/** What is done before the first row is written and after the last was read. */
const BESIDE = { copy: 'import.copying', places: 'import.placing' } as const

/** How far it is, in words and on a line, and a way to stop it: until all are put in their places. */
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
  const step = status?.step ?? 'rows'
  const isLast = step === 'places'
  const cancel = () => {
    // The button is shut from here on, and a key on a shut button is nowhere.
    toTitle()
    onCancel()
  }
  const said = step === 'rows' ? [words, left].filter(Boolean).join(' · ') : t(BESIDE[step])
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
          {isCancelling && !isLast
            ? t(kind === 'check' ? 'import.cancellingCheck' : 'import.cancelling')
            : said}
        </p>
        <Button onPress={cancel} isDisabled={isCancelling || isLast}>
          {t('common.cancel')}
        </Button>
      </div>
    </Card>
  )
}
