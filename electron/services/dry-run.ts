/** Where a walk over facts stands: those before it were seen. */
export type FactPlace = { at: number; id: string }

/** Milliseconds of an answer, so that progress is seen and to stop is to ask no more. */
const TURN = 150
const STRETCH = 100

/**
 * Looks at facts from a place on, stretch by stretch, as long as one answer may take. `next` reads the facts after a place,
 * oldest first. Returns where to go on; null when all were seen.
 */
export function lookOn<Fact extends FactPlace>(
  after: FactPlace | null,
  next: (after: FactPlace | null, limit: number) => Fact[],
  look: (fact: Fact) => void,
): FactPlace | null {
  const began = performance.now()
  for (let place = after; ;) {
    const facts = next(place, STRETCH)
    facts.forEach(look)
    const last = facts.at(-1)
    if (!last || facts.length < STRETCH) return null
    place = { at: last.at, id: last.id }
    if (performance.now() - began > TURN) return place
  }
}
