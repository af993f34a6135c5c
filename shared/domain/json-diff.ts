export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** The same content gives the same text: names in the order of the alphabet, lists as they are. */
export const textOf = (value: Json): string => `${JSON.stringify(inOrder(value), null, 2)}\n`

/** Names in the order of the alphabet, so that the same content gives the same bytes. */
export function inOrder(value: Json): Json {
  if (isList(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const names = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(
    names.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, inOrder(each)]),
  )
}

export const isSame = (one: Json, other: Json): boolean => textOf(one) === textOf(other)

type Change = {
  /** Names from the outside in. */
  path: readonly string[]
  /** As read aloud; null = it is not there. */
  before: string | null
  after: string | null
}

/**
 * What differs, leaf by leaf. Things in a list are told apart by their id, code, rule or name, so that one put in front
 * is one change; another order of the same things is one too.
 */
export function changesBetween(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[] = [],
): Change[] {
  if (before !== undefined && after !== undefined && isSame(before, after)) return []
  const [one, other] = [partsOf(before), partsOf(after)]
  if (one === null || other === null || (isBare(before) && isBare(after)))
    return [{ path, before: said(before), after: said(after) }]
  const names = [...new Set([...one.keys(), ...other.keys()])]
  const inside = names.flatMap((name) => changesBetween(one.get(name), other.get(name), [...path, name]))
  if (inside.length > 0 || names.length === 0) return inside
  return [{ path, before: [...one.keys()].join(', '), after: [...other.keys()].join(', ') }]
}

/** What is inside, by name; null for a leaf. Of what is not there, nothing is inside. */
function partsOf(value: Json | undefined): Map<string, Json> | null {
  if (value === undefined) return new Map()
  if (isList(value)) return value.every(isLeaf) ? null : named(value)
  return value !== null && typeof value === 'object' ? new Map(Object.entries(value)) : null
}

/** Two of the same name are told apart by their place among them. */
function named(list: readonly Json[]): Map<string, Json> {
  const found = new Map<string, Json>()
  for (const [at, each] of list.entries()) {
    const name = nameOf(each) ?? String(at + 1)
    const twins = list.slice(0, at).filter((other) => nameOf(other) === name).length
    found.set(twins > 0 ? `${name} ${twins + 1}` : name, each)
  }
  return found
}

/** Nothing, or nothing in it: to be said as it is. */
const isBare = (value: Json | undefined) => value === undefined || partsOf(value)?.size === 0

function said(value: Json | undefined): string | null {
  if (value === undefined || value === null) return null
  if (isList(value)) return value.map(String).join(', ')
  return typeof value === 'object' ? '' : String(value)
}

const KEYS = ['id', 'code', 'rule', 'name'] as const
function nameOf(value: Json): string | null {
  if (isLeaf(value) || isList(value)) return null
  return KEYS.map((key) => value[key]).find((named): named is string => typeof named === 'string') ?? null
}

const isLeaf = (value: Json): value is null | boolean | number | string =>
  value === null || typeof value !== 'object'
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)
