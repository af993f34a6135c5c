import { mergeByThemselves } from '#electron/db/search-many'
import { inOne, type Slices } from './slices.ts'

/** Does something long to the indexes of words, which merge meanwhile only when `mergeWords` tells them to. */
export async function mergingWords(slices: Slices, work: () => Promise<void>): Promise<void> {
  await inOne(slices, () => mergeByThemselves(slices.db, false))
  await work()
  await inOne(slices, () => mergeByThemselves(slices.db, true))
}
