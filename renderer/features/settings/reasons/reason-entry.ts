import type { Input, Output } from '#shared/contract/api'
import { isOwnReason, REASON_IDS, reasonKind, REASONS, type Exit, type ReasonId } from '#shared/domain/reason'
import { daysRange, isGiven, mayBeTimeless } from '#shared/domain/reason-set'

/** The reasons of a version as they are edited. */
export type Entries = Input<'reason.save'>['reasons']
export type Entry = Entries[number]
export type Version = Output<'reason.get'>['versions'][number]

/** Both names blank is ours; an own one keeps what was typed, so that it is told what lacks. */
export const tidied = (entries: Entries): Entries =>
  entries.map((entry) => {
    const isBlank = `${entry.label?.en ?? ''}${entry.label?.es ?? ''}`.trim() === ''
    return isBlank && !isOwnReason(entry.code) ? { ...entry, label: null } : entry
  })

export const isSame = (a: Entries, b: Entries): boolean =>
  JSON.stringify(tidied(a)) === JSON.stringify(tidied(b))

/** Kinds that the team may have reasons of its own of. */
export const KINDS = REASON_IDS.filter((kind) => !isGiven(kind))

export const ownEntry = (code: string, kind: ReasonId, label: NonNullable<Entry['label']>): Entry => ({
  code,
  label,
  on: true,
  exit: REASONS[kind].exit,
  days: REASONS[kind].days,
})

/** Days that go with another way out: those it has where they fit, else the least sensible ones. */
export function daysFor({ code, days }: Entry, exit: Exit): number | null {
  const kind = reasonKind(code)
  const range = kind && daysRange(kind, exit)
  if (!kind || !range) return null
  if (days === null) return mayBeTimeless(kind, exit) ? null : Math.max(range[0], REASONS[kind].days ?? 90)
  return Math.min(Math.max(days, range[0]), range[1])
}

const FIELDS = ['label', 'on', 'exit', 'days'] as const
export type Changed = { code: string; what: 'added' | 'removed' | (typeof FIELDS)[number][] }

/** What a version changed against the one before it. */
export function changesOf(before: Entries, after: Entries): Changed[] {
  const codes = new Set([...after, ...before].map(({ code }) => code))
  return [...codes].flatMap((code): Changed[] => {
    const [was, is] = [before, after].map((entries) => entries.find((entry) => entry.code === code))
    if (!was) return [{ code, what: 'added' }]
    if (!is) return [{ code, what: 'removed' }]
    const what = FIELDS.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    return what.length > 0 ? [{ code, what }] : []
  })
}
