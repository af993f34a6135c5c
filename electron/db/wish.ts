import type { Db } from './open.ts'
import { raw } from './raw.ts'

export type WishRow = {
  wishId: string
  companyId: string
  company: string
  personId: string | null
  person: string | null
  leadId: string | null
  callId: string | null
  repId: string
  by: string | null
  at: number
  leads: number
}

/** Who said it: whoever their lead is of by now, since they may have been found to be another. */
const SAID_BY = `coalesce((SELECT person_id FROM leads WHERE leads.id = coalesce(s.lead_id, o.lead_id)), s.person_id, o.person_id)`

/** Wishes of whole companies that nobody has confirmed or narrowed, oldest first; `CONFIRMED` stands on a fact that did. */
export const CONFIRMED = 'confirmed'
export const openWishes = (db: Db): WishRow[] =>
  raw<WishRow>(
    db,
    `SELECT s.id AS wishId, s.company_id AS companyId, companies.name AS company,
      ${SAID_BY} AS personId, persons.name AS person, coalesce(s.lead_id, o.lead_id) AS leadId,
      s.call_id AS callId, s.rep_id AS repId, (SELECT name FROM reps WHERE reps.id = s.rep_id) AS "by", s.at,
      (SELECT count(*) FROM leads WHERE leads.company_id = s.company_id) AS leads
    FROM live_suppressions AS s JOIN companies ON companies.id = s.company_id
      LEFT JOIN suppressions AS o ON o.id = s.refers_to
      LEFT JOIN persons ON persons.id = ${SAID_BY}
    WHERE s.company_id > '' AND s.scope = 'company' AND s.channel = 'call' AND NOT s.lifted
      AND NOT EXISTS (SELECT 1 FROM live_suppressions AS d WHERE d.company_id = s.company_id AND d.scope = 'company'
        AND (d.source = '${CONFIRMED}' AND NOT d.lifted OR d.lifted AND d.refers_to = s.id))
      AND s.company_id NOT IN (SELECT other_id FROM live_pairings WHERE kind = 'company' AND verdict = 'same')
    ORDER BY s.at, s.id`,
  ).all()

type Copy = { id: string; personId: string; channel: 'call' | 'mail' }
/** What a merge said of a person because of it. */
export const copiesOf = (db: Db, { wishId, personId }: WishRow): Copy[] =>
  raw<Copy>(
    db,
    `SELECT id, person_id AS personId, channel FROM live_suppressions AS s
      WHERE refers_to = ? AND scope = 'person' AND NOT lifted AND person_id > '' AND person_id IS NOT ?
        AND id NOT IN (SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL)`,
  ).all(wishId, personId)
