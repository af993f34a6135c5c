import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { useNow } from '#renderer/ui/use-now'
import type { PartProps } from '../part-props.ts'
import { ErasedLog } from './erased-log.tsx'
import { Many } from './many.tsx'
import { Requests } from './requests.tsx'
import styles from './erasing.module.css'

export type EraseLog = Output<'erase.log'>

/** Who asked to be erased, who was, and what is kept sealed. */
export function Erasing({ call, host, state }: PartProps) {
  const { t } = useTranslation()
  const [log, set] = useState<Loaded<EraseLog>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('erase.log', {}))), [call])
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('leads')) void load()
    })
  }, [host, load])
  const now = useNow(MINUTE)
  const country = state.lists[0]?.country ?? 'ES'
  return (
    <Shown of={log} onRetry={() => void load()} rows={6}>
      {(value) => (
        <div className={styles.cards} aria-label={t('settings.pages.erasing')} role="group">
          <Requests call={call} requests={value.requests} now={now} />
          <Many call={call} country={country} />
          <ErasedLog call={call} host={host} log={value} />
        </div>
      )}
    </Shown>
  )
}
const MINUTE = 60_000
