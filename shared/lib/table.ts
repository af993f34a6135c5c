/** Does the list have it? Says then that the text is one of the list's own words. */
export const isOneOf = <T extends string>(list: readonly T[], text: string | null | undefined): text is T =>
  list.some((each) => each === text)

/** The names of a table in its order. Only for tables that hold what their type says and nothing else. */
export const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[]

/** A table with an entry for every name. */
export const recordOf = <K extends string, V>(names: readonly K[], of: (name: K) => V) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, V>
