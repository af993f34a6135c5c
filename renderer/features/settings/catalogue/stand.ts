import type { Version } from './catalogue.ts'

type Dated = Omit<Version<unknown>, 'set'>

/** How it stands to time: of a planned one, whether a later save came before it. */
export function standOf(
  version: Dated,
  { versions, inForce }: { versions: readonly Dated[]; inForce: number },
  now: number,
): 'inForce' | 'past' | 'never' | 'planned' {
  if (version.version === inForce) return 'inForce'
  if (version.from === null || version.from <= now) return 'past'
  const { from } = version
  const isOvertaken = versions.some((one) => one.version > version.version && (one.from ?? 0) <= from)
  return isOvertaken ? 'never' : 'planned'
}

/** A version that begins now, or no later than the one planned, comes before it. */
export const isEarlier = (from: string, planned: number | null): boolean =>
  planned !== null && (from === '' || new Date(`${from}T00:00`).getTime() <= planned)
