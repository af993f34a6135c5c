import type { Labelled } from '#shared/domain/catalogue'

/** Both names blank is ours; an own one keeps what was typed, so that it is told what lacks. */
export const tidied = <E extends Labelled>(entries: readonly E[], isOwn: (code: string) => boolean): E[] =>
  entries.map((entry) => {
    const isBlank = `${entry.label?.en ?? ''}${entry.label?.es ?? ''}`.trim() === ''
    return isBlank && !isOwn(entry.code) ? { ...entry, label: null } : entry
  })

/** A code that no version has had, made of a name. */
export function codeFor(name: string, known: ReadonlySet<string>, before: string, blank: string): string {
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

type Changed<E> = { code: string; what: 'added' | 'removed' | (keyof E)[] }

/** What a version changed against the one before it. */
export function changesOf<E extends Labelled>(
  before: readonly E[],
  after: readonly E[],
  fields: readonly (keyof E)[],
): Changed<E>[] {
  const codes = new Set([...after, ...before].map(({ code }) => code))
  return [...codes].flatMap((code): Changed<E>[] => {
    const [was, is] = [before, after].map((entries) => entries.find((entry) => entry.code === code))
    if (!was) return [{ code, what: 'added' }]
    if (!is) return [{ code, what: 'removed' }]
    const what = fields.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    return what.length > 0 ? [{ code, what }] : []
  })
}
