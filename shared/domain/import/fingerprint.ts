import { fold } from '../../lib/fold.ts'

/** Equal for files whose columns are called the same, in any order and writing. */
export const fingerprintOf = (header: readonly string[]): string => header.map(fold).toSorted().join('\u001f')

/** Where each column of one header stands in the other, by its name; undefined = it is not there. */
export function placesIn(header: readonly string[]): (name: string) => number | undefined {
  const places = new Map(header.map((name, index) => [fold(name), index]))
  return (name) => places.get(fold(name))
}
