import { SIGNAL_KINDS, type FitRule, type ScoreProfile } from './profile.ts'

/** One thing that differs between two versions of a profile; null = it is not there. */
type ProfileChange = {
  about: 'rule' | 'cap' | 'signal' | 'readingCap' | 'list'
  /** The rule's field, the group, the signal, or the list's id. */
  subject: string
  before: string | null
  after: string | null
}

/** Everything that differs, in the order of the screen; empty = they say the same. */
export function profileChanges(before: ScoreProfile, after: ScoreProfile): ProfileChange[] {
  return [
    ...ruleChanges(before.fit, after.fit),
    ...differing('cap', before.caps ?? {}, after.caps ?? {}, String),
    ...SIGNAL_KINDS.flatMap((kind) =>
      change('signal', kind, signalText(before.signals[kind]), signalText(after.signals[kind])),
    ),
    ...change('readingCap', 'readingCap', String(before.readingCap), String(after.readingCap)),
    ...differing('list', before.lists, after.lists, (targets) => Object.values(targets).flat().join(', ')),
  ]
}

/** Rules on a field are told apart by their order on it. */
function ruleChanges(before: readonly FitRule[], after: readonly FitRule[]): ProfileChange[] {
  const [old, now] = [before, after].map((rules) => Map.groupBy(rules, ({ rule }) => rule))
  const fields = new Set([...before, ...after].map(({ rule }) => rule))
  return [...fields].flatMap((field) => {
    const [was, is] = [old?.get(field) ?? [], now?.get(field) ?? []]
    return Array.from({ length: Math.max(was.length, is.length) }, (_, at) =>
      change('rule', field, ruleText(was[at]), ruleText(is[at])),
    ).flat()
  })
}

/** Points, targets, test and group, as they are read aloud. */
function ruleText(rule: FitRule | undefined): string | null {
  if (!rule) return null
  const { points, targets, test, group } = rule
  return [points, test, targets?.join(', '), group && `(${group})`].filter(Boolean).join(' · ') || '0'
}

const signalText = ({
  points,
  halfLifeDays,
  group,
}: ScoreProfile['signals'][keyof ScoreProfile['signals']]) => `${points} / ${halfLifeDays} d · ${group}`

function differing<T>(
  about: ProfileChange['about'],
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  textOf: (value: T) => string,
): ProfileChange[] {
  const text = (value: T | undefined) => (value === undefined ? null : textOf(value))
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    change(about, key, text(before[key]), text(after[key])),
  )
}

const change = (
  about: ProfileChange['about'],
  subject: string,
  before: string | null,
  after: string | null,
): ProfileChange[] => (before === after ? [] : [{ about, subject, before, after }])
