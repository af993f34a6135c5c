import type { Output } from '#shared/contract/api'
import { BUILT_IN, testOf } from '#shared/domain/fit'
import { FIT_TESTS, type FitTest } from '#shared/domain/fit-test'

export type Score = Output<'rules.get'>['score']
export type Field = Output<'rules.fields'>[number]

/** `own`: in the field's own way. */
export type Asks = FitTest | 'own'
export type FitLine = { id: number; rule: string; asks: Asks; text: string; group: string; points: number }
export type Draft = { lines: readonly FitLine[]; caps: Readonly<Record<string, number | null>> }

export const draftOf = ({ fit, caps = {} }: Pick<Score, 'fit' | 'caps'>): Draft => ({
  lines: fit.map(({ rule, test, targets, group = '', points }, id) => ({
    id,
    rule,
    asks: test ?? 'own',
    text: targets?.join(', ') ?? '',
    group,
    points,
  })),
  caps,
})

/** The part of a profile that a draft stands for. A group that no rule names any more has no cap. */
export function fitOfDraft({ lines, caps }: Draft): Pick<Score, 'fit' | 'caps'> {
  const groups = groupsOf(lines)
  const kept = groups.flatMap((group) => {
    const cap = caps[group]
    return cap == null ? [] : [[group, cap] as const]
  })
  return {
    fit: lines.map(({ rule, asks, text, group, points }) => ({
      rule,
      points,
      targets: targetsOf(asks, text),
      ...(asks === 'own' ? {} : { test: asks }),
      ...(group.trim() ? { group: group.trim() } : {}),
    })),
    ...(kept.length > 0 ? { caps: Object.fromEntries(kept) } : {}),
  }
}

export const groupsOf = (lines: readonly FitLine[]): string[] => [
  ...new Set(lines.flatMap(({ group }) => group.trim() || [])),
]

/** Letters of one value, as the engine takes it. */
export const LONGEST = 200
export const isTooLong = ({ asks, text }: FitLine): boolean =>
  (targetsOf(asks, text) ?? []).some((one) => one.length > LONGEST)

/** What is exactly so may have a comma in it. */
function targetsOf(asks: Asks, text: string): string[] | null {
  if (asks === 'known') return null
  const targets = (asks === 'equals' ? [text] : text.split(',')).flatMap((target) => target.trim() || [])
  return targets.length > 0 ? targets : null
}

/** How a field can be asked; its own way is the first. */
export function waysOf(rule: string): readonly Asks[] {
  const own = testOf({ rule, points: 0, targets: null })
  return ['own', ...FIT_TESTS.filter((test) => test !== own)]
}

/** Lines of the saved profile are called by their place in it, new ones by what is beyond. */
const SAVED = 1000

/** With another line about a field; what its own way asks can be asked once. */
export function withLine({ lines, caps }: Draft, rule: string): Draft {
  const isNew = !lines.some((line) => line.rule === rule && line.asks === 'own')
  const id = Math.max(SAVED, ...lines.map((line) => line.id)) + 1
  const line: FitLine = { id, rule, asks: isNew ? 'own' : 'contains', text: '', group: '', points: 0 }
  return { lines: [...lines, line], caps }
}

/** The fields to choose from while the store is still looked through. */
export const BUILT_IN_FIELDS: readonly Field[] = BUILT_IN.map((rule) => ({
  rule,
  known: 0,
  of: 0,
  values: [],
  refused: null,
}))
