import type { PromiseFact, Standing } from './facts.ts'
import type { Stage } from './stage.ts'

type Dated = Pick<PromiseFact, 'kind' | 'agreed' | 'dueAt'>

/** What an undo changed back on the lead itself. Counters, stage and owner are as they are again. */
type BackOnLead =
  | { what: 'stage'; from: Stage; to: Stage }
  | ({ what: 'dateGone' } & Dated)
  | ({ what: 'dateAgain' } & Dated)
  | { what: 'counters'; dials: number; attempts: number }
  | { what: 'owner'; ownerId: string | null }

/** The difference between a lead's standing before an undo and after it, the weightiest first (PRODUCT.md section 4). */
export function backOnLead(before: Standing, after: Standing): BackOnLead[] {
  const [gone, again] = [before.open, after.open]
  const isSameDate = gone?.id === again?.id
  const isCounted = before.dials !== after.dials || before.attempts !== after.attempts
  return [
    ...(before.stage === after.stage
      ? []
      : [{ what: 'stage', from: before.stage, to: after.stage } as const]),
    ...(gone && !isSameDate ? [{ what: 'dateGone', ...dated(gone) } as const] : []),
    ...(again && !isSameDate ? [{ what: 'dateAgain', ...dated(again) } as const] : []),
    ...(isCounted ? [{ what: 'counters', dials: after.dials, attempts: after.attempts } as const] : []),
    ...(before.ownerId === after.ownerId ? [] : [{ what: 'owner', ownerId: after.ownerId } as const]),
  ]
}

const dated = ({ kind, agreed, dueAt }: PromiseFact): Dated => ({ kind, agreed, dueAt })
