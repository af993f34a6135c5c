import type { ImportState, Step } from './import-store.ts'

/** All there is of a file that was left before it was in. */
export type Left = Pick<
  ImportState,
  'file' | 'inspected' | 'draft' | 'status' | 'filter' | 'isMending' | 'typed'
> & { step: Step }

const isWrittenIn = ({ typed, draft }: Pick<Left, 'typed' | 'draft'>): boolean =>
  typed.size > 0 || (draft?.mended.length ?? 0) > 0

/** What is left with this one: of a file that is in, only what was written and not brought in is worth coming back for. */
export function leftOf({ step, left, ...all }: ImportState): readonly Left[] {
  if (step === null || (step === 'done' && all.typed.size === 0)) return left
  const { file, inspected, draft, status, filter, isMending, typed } = all
  return [...left.filter(isWrittenIn), { step, file, inspected, draft, status, filter, isMending, typed }]
}
