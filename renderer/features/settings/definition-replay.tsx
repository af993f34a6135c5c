import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Definition } from '#shared/domain/bant'
import { Button } from '#renderer/ui/button'
import { Failure } from '#renderer/ui/failure'
import { useFormat } from '#renderer/ui/format'
import type { Loaded } from '#renderer/ui/loaded'
import { lastMonth } from './last-month.ts'
import { onWire } from './use-save-definition.ts'
import styles from './settings.module.css'

type Replay = Output<'definition.replay'> & { from: string; to: string; of: Definition }

/** A dry run on the calls of last month. What it said is taken away as soon as the definition is another. */
export function DefinitionReplay({ call, definition }: { call: Call; definition: Definition }) {
  const { t } = useTranslation()
  const [tried, set] = useState<Loaded<Replay> | null>(null)
  const run = async () => {
    set({ kind: 'loading' })
    const days = lastMonth(Date.now())
    try {
      const reply = await call('definition.replay', { definition: onWire(definition), ...days })
      set({ kind: 'ready', value: { ...reply, ...days, of: definition } })
    } catch (error) {
      set({ kind: 'failed', error })
    }
  }
  const isRunning = tried?.kind === 'loading'
  return (
    <div>
      <Button small isDisabled={isRunning} onPress={() => void run()}>
        {t('definition.replay')}
      </Button>
      <p className={styles.hint}>{t('definition.replayHint')}</p>
      <div role="status">
        {isRunning && <p>{t('definition.replaying')}</p>}
        {tried?.kind === 'ready' && tried.value.of === definition && <Result of={tried.value} />}
      </div>
      {tried?.kind === 'failed' && <Failure error={tried.error} onRetry={() => void run()} />}
    </div>
  )
}

function Result({ of: { leads, passed, gained, lost, from, to } }: { of: Replay }) {
  const { t } = useTranslation()
  const format = useFormat()
  const more = passed.proposed - passed.inForce
  const figures = {
    from: format.date(from),
    to: format.date(to),
    leads: format.number(leads),
    before: format.number(passed.inForce),
    after: format.number(passed.proposed),
    gained: format.number(gained),
    lost: format.number(lost),
    more: format.number(more),
    fewer: format.number(-more),
  }
  const key = leads === 0 ? 'replayNone' : more > 0 ? 'replayMore' : more < 0 ? 'replayFewer' : 'replaySame'
  return <p>{t(`definition.${key}`, figures)}</p>
}
