import type { Input, Output } from '#shared/contract/api'

/** An outcome as it is edited. */
export type Entry = Input<'outcome.save'>['set'][number]
export type Problem = Extract<Output<'outcome.save'>, { kind: 'refused' }>['reasons'][number]
