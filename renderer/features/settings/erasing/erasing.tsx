import { useCallback, useEffect, useState } from 'react'

import type { Output } from '#shared/contract/api'
import { MINUTE } from '#shared/lib/time'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { useNow } from '#renderer/ui/use-now'
import type { PartProps } from '../part-props.ts'
import { ErasedLog } from './erased-log.tsx'
import { Many } from './many.tsx'
import { Requests } from './requests.tsx'

export type EraseLog = Output<'erase.log'>

/** Who asked to be erased, who was, and what is kept sealed. */
export function Erasing({ call, host, state }: PartProps) {
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
        <>
          <Requests call={call} requests={value.requests} now={now} />
          <Many call={call} country={country} />
          <ErasedLog call={call} host={host} log={value} />
        </>
      )}
    </Shown>
  )
}
