import { useCallback, useEffect, useState } from 'react'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'

/** What the engine says now, asked again whenever the rules change, by whomever. `ask` must stay the same function. */
export function useAsked<T>(call: Call, host: Pick<Bridge, 'onEvent'>, ask: (call: Call) => Promise<T>) {
  const [answer, set] = useState<Loaded<T>>(LOADING)
  const load = useCallback(async () => set(await loaded(ask(call))), [call, ask])
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('rules')) void load()
    })
  }, [host, load])
  return [answer, () => void load()] as const
}
