import { sql } from 'drizzle-orm'

import type { Whereabouts } from '#shared/domain/zone'
import { callTable, CONNECT, DIAL, inside, ofRep, ofScope, PERSON, type Scope } from './metrics-events.ts'
import type { Db } from './open.ts'

export type Dialled = { id: string; person: string; at: number; connected: 0 | 1 }

/** Every dial of the period, with whom. */
export const dialsOf = (db: Db, scope: Scope): Dialled[] =>
  db.all<Dialled>(sql`
    SELECT c.id AS id, ${PERSON} AS person, c.dialled_at AS at, ${CONNECT} AS connected
    FROM ${callTable(scope)}
    WHERE ${DIAL} AND ${inside(sql`c.dialled_at`, scope)} AND ${ofScope(scope, 'c')} AND ${ofRep(sql`c.rep_id`, scope.repId)}`)

type PlaceRow = Omit<Whereabouts, 'phones'> & { person: string; phones: string }

/** All that says where the people dialled in the period are. */
export function placesOf(db: Db, { from, to }: Scope): Map<string, Whereabouts> {
  const rows = db.all<PlaceRow>(sql`
    SELECT p.id AS person, p.zone AS zone, p.country AS country, p.province AS province, p.postal_code AS postalCode,
      max(li.country) AS listCountry,
      (SELECT json_group_array(json_object('e164', e164, 'type', type) ORDER BY place)
        FROM phones WHERE person_id = p.id) AS phones
    FROM (SELECT DISTINCT lead_id FROM calls c WHERE c.dialled_at >= ${from} AND c.dialled_at < ${to}) AS called
      JOIN leads l ON l.id = called.lead_id JOIN persons p ON p.id = l.person_id JOIN lists li ON li.id = l.list_id
    GROUP BY p.id`)
  return new Map(
    rows.map(({ person, phones, ...where }) => [
      person,
      { ...where, phones: JSON.parse(phones) as Whereabouts['phones'] },
    ]),
  )
}
