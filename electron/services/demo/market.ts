/** The words that a list's people and firms are put together from. All of them are invented. */
export type Market = {
  given: readonly string[]
  family: readonly string[]
  familyNames: 1 | 2
  firms: readonly string[]
  places: readonly string[]
  endings: readonly string[]
  industries: readonly string[]
  titles: readonly string[]
  towns: readonly Town[]
  /** How often each comes. */
  sources: Readonly<Record<string, number>>
  campaigns: readonly string[]
  notes: readonly string[]
  evidence: readonly string[]
  problems: readonly string[]
}

export type Town = {
  city: string
  province: string | null
  country: string
  /** How postal codes begin. */
  postal: string
  /** Area code of the fixed lines, see `numbers.ts`. */
  area: string
}
