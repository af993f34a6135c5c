import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'

type State = Output<'app.state'>

/** What every part of Settings is handed; each takes of it what it needs. */
export type PartProps = {
  call: Call
  host: Bridge
  state: State
  settings: State['settings']
  language: State['settings']['language']
  reps: State['reps']
  lists: State['lists']
  atDesk: NonNullable<State['atDesk']>
  atDeskId: string
  role: NonNullable<State['atDesk']>['role']
  /** Whether who sits here may change what is on this page (`changedBy` of the table). */
  mayChange: boolean
}
