import type { PhoneType } from '#shared/domain/phone-kind'
import type { Stage } from '#shared/domain/stage'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

export type PlainLead = {
  leadId: string
  listId: string
  personId: string
  companyId: string | null
  stage: (typeof PLACED)[number]
  fit: number
  createdAt: number
  title: string | null
  country: string | null
  province: string | null
  postalCode: string | null
  city: string | null
  industry: string | null
  employees: number | null
  source: string | null
  campaign: string | null
  extra: Record<string, string> | null
  isQueued: boolean
  phones: { e164: string; type: PhoneType }[]
}

/** Waiting for a call from the beginning, or done elsewhere and waiting for none. */
const PLACED = [
  'inquiry',
  'lead',
  'mql',
  'sql',
  'opportunity',
  'customer',
  'lost',
] as const satisfies readonly Stage[]

/** A wish or a dial of late on a number, whoever has it. */
const ON_A_NUMBER = (phone: string) => `EXISTS (SELECT 1 FROM suppressions WHERE phone_id = ${phone})
  OR EXISTS (SELECT 1 FROM calls WHERE phone_id = ${phone} AND dialled_at >= @since)`

/** Numbers of theirs that are not plain. Each is looked at once: a switchboard may be that of thousands. */
const TOUCHED = `WITH ours AS MATERIALIZED (SELECT DISTINCT f.e164 FROM json_each(@ids) AS one
    CROSS JOIN leads AS l ON l.id = one.value CROSS JOIN phones AS f ON f.person_id = l.person_id),
  touched AS MATERIALIZED (SELECT e164 FROM ours WHERE EXISTS (SELECT 1 FROM identities AS i
    CROSS JOIN phones AS o ON o.person_id = i.person_id AND o.e164 = i.key
    WHERE i.kind = 'phone' AND i.key = ours.e164 AND (${ON_A_NUMBER('o.id')})))`

/**
 * Of these leads those whose place follows from what they are and not from what happened: no fact of theirs, no call or
 * promise with the person on any list, no wish, no ground of their own, no dial of the company or of a number of theirs
 * since. What is rare is left out as well, though it might be plain.
 */
const PLAIN = `${TOUCHED} SELECT l.id AS leadId, l.list_id AS listId, l.person_id AS personId, l.company_id AS companyId, l.stage, l.fit,
    l.created_at AS createdAt, p.title, p.country, p.province, p.postal_code AS postalCode, p.city, c.industry, c.employees,
    l.source, l.campaign, l.extra, EXISTS (SELECT 1 FROM queue WHERE lead_id = l.id) AS isQueued,
    (SELECT json_group_array(json_object('e164', e164, 'type', type)) FROM
      (SELECT e164, type FROM phones WHERE person_id = p.id ORDER BY place, id)) AS phones
  FROM json_each(@ids) AS one CROSS JOIN leads AS l ON l.id = one.value
    CROSS JOIN persons AS p ON p.id = l.person_id LEFT JOIN companies AS c ON c.id = l.company_id
  WHERE l.stage = l.born_as AND l.stage IN (${PLACED.map((stage) => `'${stage}'`).join(', ')}) AND l.owner_id IS NULL AND l.bant_now = 0
    AND p.zone IS NULL AND p.erased_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM leads AS o WHERE o.person_id = l.person_id AND (
      EXISTS (SELECT 1 FROM calls WHERE lead_id = o.id) OR EXISTS (SELECT 1 FROM promises WHERE lead_id = o.id)))
    AND NOT EXISTS (SELECT 1 FROM stage_changes WHERE lead_id = l.id)
    AND NOT EXISTS (SELECT 1 FROM answers WHERE lead_id = l.id)
    AND NOT EXISTS (SELECT 1 FROM assignments WHERE lead_id = l.id)
    AND NOT EXISTS (SELECT 1 FROM skips WHERE lead_id = l.id)
    AND NOT EXISTS (SELECT 1 FROM score_overrides WHERE lead_id = l.id)
    AND NOT EXISTS (SELECT 1 FROM signals WHERE lead_id = l.id)
    AND NOT EXISTS (SELECT 1 FROM suppressions WHERE person_id = l.person_id)
    AND NOT EXISTS (SELECT 1 FROM bases WHERE person_id = l.person_id)
    AND (l.company_id IS NULL OR NOT EXISTS (SELECT 1 FROM suppressions WHERE company_id = l.company_id))
    AND (l.company_id IS NULL OR
      NOT EXISTS (SELECT 1 FROM calls WHERE company_id = l.company_id AND dialled_at >= @since))
    AND NOT EXISTS (SELECT 1 FROM phones AS f WHERE f.person_id = l.person_id AND (f.status <> 'ok'
      OR ${ON_A_NUMBER('f.id')} OR f.e164 IN (SELECT e164 FROM touched)))`

type Row = Omit<PlainLead, 'extra' | 'phones' | 'isQueued'> & {
  extra: string | null
  phones: string
  isQueued: 0 | 1
}

/** `since`: epoch ms, from when on dials of a company or a number may hold others back. */
export const plainLeads = (db: Db, ids: readonly string[], since: number): Map<string, PlainLead> =>
  new Map(
    raw<Row>(db, PLAIN)
      .all({ ids: JSON.stringify(ids), since })
      .map(({ extra, phones, isQueued, ...row }) => [
        row.leadId,
        {
          ...row,
          isQueued: isQueued === 1,
          extra: extra === null ? null : (JSON.parse(extra) as Record<string, string>),
          phones: JSON.parse(phones) as PlainLead['phones'],
        },
      ]),
  )

export const saveFit = (db: Db, leadId: string, fit: number): void =>
  void raw(db, 'UPDATE leads SET fit = ? WHERE id = ?').run(fit, leadId)
