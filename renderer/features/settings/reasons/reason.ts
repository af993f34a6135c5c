import type { Input, Output } from '#shared/contract/api'

/** A reason as it is edited. */
export type Entry = Input<'reason.save'>['set'][number]
export type Problem = Extract<Output<'reason.save'>, { kind: 'refused' }>['reasons'][number]
