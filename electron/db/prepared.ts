import { perStore } from './per-store.ts'

/** A query that is compiled once for each store and then only run: compiling costs more than most of them. */
export const prepared = perStore
