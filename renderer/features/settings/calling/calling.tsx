import type { Call, Output } from '#shared/contract/api'
import { Shown } from '#renderer/ui/shown'
import type { PartProps } from '../part-props.ts'
import { Packs } from './packs.tsx'
import { useAsked } from './use-asked.ts'

export type Policy = Output<'policy.get'>
export const askPolicy = (call: Call) => call('policy.get', {})

/** May I call: the packs, and what was taken off them here. */
export function Calling({ call, host, mayChange }: PartProps) {
  const [policy, load] = useAsked(call, host, askPolicy)
  return (
    <Shown of={policy} onRetry={load} rows={6}>
      {(value) => <Packs call={call} policy={value} mayChange={mayChange} onSaved={load} />}
    </Shown>
  )
}
