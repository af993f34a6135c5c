import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { ImportState } from './import-store.ts'
import type { Draft, Inspected } from './plan-draft.ts'

/** What every step of the wizard is handed. */
export type StepProps = {
  call: Call
  host: Pick<Bridge, 'onEvent'>
  state: Output<'app.state'>
  store: ImportState
  inspected: Inspected
  draft: Draft
}
