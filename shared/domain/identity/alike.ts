import { contactLines } from './alike-contacts.ts'
import { keptLines, placeLines } from './alike-places.ts'
import type { Alike, Likeness, SharedBy } from './alike-line.ts'
import { companyLines } from './alike-company.ts'
import { nameLines } from './alike-names.ts'
import type { Look } from './look.ts'

/** From here on a person should look at the pair. Whole points; a same name alone is not enough. */
export const LOOKS_ALIKE = 45

const isOf = (person: readonly Likeness[]) => (of: Likeness) => person.includes(of)
const isPersonal = isOf(['name', 'phone', 'email', 'local_part', 'kept'])

/**
 * How alike two people are and why, in points. Never a merge: whatever comes of it is for somebody to look at. Null when
 * nothing that is the person's own is alike.
 */
export function alike(a: Look, b: Look, sharedBy: SharedBy = () => 2): Alike | null {
  const lines = [
    ...contactLines(a, b, sharedBy),
    ...nameLines(a, b, sharedBy),
    ...companyLines(a, b),
    ...placeLines(a, b),
    ...keptLines(a, b, sharedBy),
  ]
  if (!lines.some(({ of, points }) => points > 0 && isPersonal(of))) return null
  const total = lines.reduce((sum, { points }) => sum + points, 0)
  return {
    points: Math.round(total),
    lines: lines.map((line) => ({ ...line, points: Math.round(line.points) })),
  }
}
