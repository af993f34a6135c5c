import type { Input, Output } from '#shared/contract/api'
import { OUTCOME_IDS, type OutcomeId } from '#shared/domain/outcome'
import { isOwn } from '#shared/domain/outcome-set'

/** The outcomes of a version as they are edited. */
export type Entries = Input<'outcome.save'>['outcomes']
export type Entry = Entries[number]
export type Version = Output<'outcome.get'>['versions'][number]

/** Both names blank is ours; an own one keeps what was typed, so that it is told what lacks. */
export const tidied = (entries: Entries): Entries =>
  entries.map((entry) => {
    const isBlank = `${entry.label?.en ?? ''}${entry.label?.es ?? ''}`.trim() === ''
    return isBlank && !isOwn(entry.code) ? { ...entry, label: null } : entry
  })

export const isSame = (a: Entries, b: Entries): boolean =>
  JSON.stringify(tidied(a)) === JSON.stringify(tidied(b))

/** A code that no version has had, made of the English name. */
export function codeFor(
  name: string,
  known: ReadonlySet<string>,
  before = 'own_',
  blank = 'outcome',
): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 24)
  const base = `${before}${slug || blank}`
  const free = (n: number): string => {
    const code = n === 1 ? base : `${base}_${n}`
    return known.has(code) ? free(n + 1) : code
  }
  return free(1)
}

export const ownEntry = (code: string, kind: OutcomeId, label: NonNullable<Entry['label']>): Entry => ({
  code,
  kind,
  label,
  key: null,
  on: true,
  needs: [],
  delay: null,
  reason: null,
})

const FIELDS = ['label', 'key', 'on', 'needs', 'delay', 'reason', 'kind'] as const
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

export const KINDS = OUTCOME_IDS
