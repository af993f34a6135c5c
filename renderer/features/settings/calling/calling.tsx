import { useCallback, useEffect, useState } from 'react'

import type { Bridge } from '#shared/contract/bridge'
import type { Call, Output } from '#shared/contract/api'
import { atLeast, type Role } from '#shared/domain/people'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { Holidays } from './holidays.tsx'
import { Packs } from './packs.tsx'
import { Registers } from './registers.tsx'

type Props = { call: Call; host: Pick<Bridge, 'upload' | 'onEvent'>; role: Role | null }
export type Policy = Output<'policy.get'>
export type Files = Output<'screening.files'>

/** May I call: the packs and what was taken off them, the registers that were asked, and the holidays that are known. */
export function Calling({ call, host, role }: Props) {
  const [policy, setPolicy] = useState<Loaded<Policy>>(LOADING)
  const [files, setFiles] = useState<Loaded<Files>>(LOADING)
  const load = useCallback(async () => {
    const [rules, registers] = await Promise.all([
      loaded(call('policy.get', {})),
      loaded(call('screening.files', {})),
    ])
    setPolicy(rules)
    setFiles(registers)
  }, [call])
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('rules')) void load()
    })
  }, [host, load])
  const retry = () => void load()
  return (
    <>
      <Shown of={policy} onRetry={retry} rows={6}>
        {(value) => (
          <Packs
            call={call}
            policy={value}
            mayChange={role !== null && atLeast(role, 'admin')}
            onSaved={retry}
          />
        )}
      </Shown>
      <Shown of={files} onRetry={retry} rows={4}>
        {(value) => (
          <Registers
            call={call}
            host={host}
            files={value}
            mayBring={role !== null && atLeast(role, 'team_lead')}
            onChanged={retry}
          />
        )}
      </Shown>
      <Shown of={policy} onRetry={retry} rows={3}>
        {({ holidays }) => <Holidays holidays={holidays} />}
      </Shown>
    </>
  )
}
