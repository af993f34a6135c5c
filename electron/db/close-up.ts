import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** Of somebody from whom numbers or addresses were taken: what comes later counts on places without a gap. */
export function closeUp(db: Db, personId: string, table: 'phones' | 'emails'): void {
  const places = raw<{ place: number }>(
    db,
    `SELECT place FROM ${table} WHERE person_id = ? ORDER BY place`,
  ).all(personId)
  places.forEach(({ place }, at) => {
    if (place !== at)
      raw(db, `UPDATE ${table} SET place = ? WHERE person_id = ? AND place = ?`).run(at, personId, place)
  })
}
