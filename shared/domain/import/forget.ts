import { fold } from '../../lib/fold.ts'

/** Stands where something was said that is not shown: only that it was. */
export const SAID = '✓'
/** As little, of what was another before. */
const OTHER = 'x'

const isPair = (value: unknown): value is readonly [unknown, unknown] =>
  Array.isArray(value) && value.length === 2
/**
 * What stays of a change of an import once its old values are past their time (PRODUCT.md sections 9, 11): which columns
 * it was, for the lead's story, and whether there was another value before, so that an answer stays as stale as it was by
 * another job. `before` as `import_changes` keeps it; ids of what was added stay, since they say nothing by themselves.
 */
export function forgotten(entity: string, before: unknown): unknown {
  const given = Object.entries(before as Record<string, unknown>)
  const left = given.map(([name, value]): [string, unknown] => {
    if (isPair(value)) return [name, name === 'extra' ? headersLeft(value) : pairLeft(value)]
    if (name === 'was') return [name, null]
    return [name, SHOWN.has(`${entity}.${name}`) ? SAID : value]
  })
  return Object.fromEntries(left)
}
const SHOWN: ReadonlySet<string> = new Set(['emails.email', 'identities.key', 'bases.is'])

function pairLeft([was, is]: readonly [unknown, unknown]): unknown {
  const isOther = typeof was === 'string' && typeof is === 'string' && fold(was) !== fold(is)
  return [isOther ? OTHER : null, SAID]
}

/** Columns that are kept beside a lead go by their header. */
function headersLeft([was, is]: readonly [unknown, unknown]): unknown {
  const [old, now] = [cellsOf(was), cellsOf(is)]
  const changed = Object.keys(now).filter((header) => old[header] !== now[header])
  return [null, JSON.stringify(Object.fromEntries(changed.map((header) => [header, SAID])))]
}

const cellsOf = (json: unknown) =>
  (typeof json === 'string' ? JSON.parse(json) : {}) as Readonly<Record<string, unknown>>
