import type { Call, Output } from '#shared/contract/api'
import type { ImportState } from './import-store.ts'
import type { Draft, Inspected } from './plan-draft.ts'

/** What every step of the wizard is handed. */
export type StepProps = {
  call: Call
  state: Output<'app.state'>
  store: ImportState
  inspected: Inspected
  draft: Draft
}
