import { NOBODY } from '#shared/domain/erasing'
import type { Section } from '#shared/domain/export/person-data'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

const PERSONS = `(SELECT value FROM json_each(@persons))`
const LEADS = `(SELECT id FROM leads WHERE person_id IN ${PERSONS})`
const ofPerson = (table: string) => `DELETE FROM ${table} WHERE person_id IN ${PERSONS}`
const ofLead = (table: string) => `DELETE FROM ${table} WHERE lead_id IN ${LEADS}`

/** A fact says when, by whom and how it ended, and who it was about only by an id: it counts as before. */
const FACT: readonly string[] = []

/** What becomes of each section of what is held on a person: a new one does not compile until it says so here. */
export const ERASE: Readonly<Record<Section, readonly string[]>> = {
  phones: [ofPerson('phones')],
  emails: [ofPerson('emails')],
  // The others went before, in turns: nothing finds them by person but a walk through all.
  identities: [
    `DELETE FROM identities WHERE kind = 'external' AND key IN (SELECT external_id FROM leads WHERE person_id IN ${PERSONS})
      AND person_id IN ${PERSONS}`,
  ],
  leads: [
    `UPDATE leads SET extra = NULL, external_id = NULL, company_id = NULL WHERE person_id IN ${PERSONS}`,
  ],
  exports: [`UPDATE exported_leads SET row = '{}' WHERE lead_id IN ${LEADS}`],
  drafts: [ofLead('drafts')],
  signals: FACT,
  calls: FACT,
  answers: FACT,
  objections: FACT,
  stages: FACT,
  promises: FACT,
  owners: FACT,
  skips: FACT,
  overrides: FACT,
  opportunities: FACT,
  verdicts: FACT,
  suppressions: FACT,
  bases: FACT,
  edits: FACT,
  merges: FACT,
  looks: FACT,
  requests: FACT,
  // Where they were called stays as a country, a province and a clock: the hours of calls count by them.
  person: [
    `UPDATE persons SET name = '${NOBODY}', given_name = NULL, family_name = NULL, title = NULL, company_id = NULL,
      language = NULL, postal_code = NULL, city = NULL, as_of = NULL, erased_at = @at WHERE id IN ${PERSONS}`,
  ],
}

/** Facts that say which lead they are about: it is theirs, though they were taken for somebody else when it was made. */
const OF_LEADS = [
  'calls',
  'answers',
  'stage_changes',
  'promises',
  'edits',
  'opportunities',
  'score_overrides',
  'verdicts',
] as const
const OWN_FACTS = [
  ...OF_LEADS.map((table) => `SELECT id FROM ${table} WHERE lead_id IN ${LEADS}`),
  `SELECT undos.id FROM undos JOIN calls ON calls.id = undos.call_id WHERE lead_id IN ${LEADS}`,
].join(' UNION ALL ')

/** What is no section: words beside facts, and what was made of names and numbers to find them by. */
export const BESIDE: readonly string[] = [
  // Which lead was meant by somebody named is an id.
  `DELETE FROM texts WHERE (person_id IN ${PERSONS} OR fact_id IN (${OWN_FACTS})) AND field <> 'referred'`,
  `DELETE FROM texts WHERE fact_id IN (SELECT id FROM pairings WHERE kind = 'person'
    AND (kept_id IN ${PERSONS} OR other_id IN ${PERSONS}))`,
  `DELETE FROM search WHERE rowid IN (SELECT n FROM persons WHERE id IN ${PERSONS})`,
  `DELETE FROM search_kept WHERE rowid IN (SELECT n FROM persons WHERE id IN ${PERSONS})`,
  `DELETE FROM review_pairs WHERE kind = 'person' AND (a IN ${PERSONS} OR b IN ${PERSONS})`,
  `DELETE FROM leases WHERE person_id IN ${PERSONS}`,
  // Kept without its values, so that taking the import back can say why nothing is set back.
  `UPDATE import_changes SET before = '{}' WHERE entity = 'persons' AND id IN ${PERSONS}`,
  `DELETE FROM import_changes WHERE id IN ${PERSONS} AND entity <> 'persons'`,
  `DELETE FROM import_changes WHERE id IN ${LEADS}`,
]

/** Everything of these people goes but facts. Searching by their number comes first, while it is known. */
export function eraseRows(db: Db, persons: readonly string[], at: number): void {
  const given = { persons: JSON.stringify(persons), at }
  for (const text of [...BESIDE, ...Object.values(ERASE).flat()]) raw(db, text).run(given)
}

export const standing = (db: Db, persons: readonly string[]): string[] =>
  raw<{ id: string }>(db, `SELECT id FROM persons WHERE id IN ${PERSONS} AND erased_at IS NULL`)
    .all({ persons: JSON.stringify(persons) })
    .map(({ id }) => id)

export const leadsOf = (db: Db, persons: readonly string[]): string[] =>
  raw<{ id: string }>(db, `SELECT id FROM leads WHERE person_id IN ${PERSONS}`)
    .all({ persons: JSON.stringify(persons) })
    .map(({ id }) => id)

export const companiesOf = (db: Db, persons: readonly string[]): string[] =>
  raw<{ id: string }>(
    db,
    `SELECT DISTINCT company_id AS id FROM (SELECT company_id FROM persons WHERE id IN ${PERSONS} UNION
      SELECT company_id FROM leads WHERE person_id IN ${PERSONS}) WHERE company_id IS NOT NULL`,
  )
    .all({ persons: JSON.stringify(persons) })
    .map(({ id }) => id)

const EMPTY = `id = @id AND NOT EXISTS (SELECT 1 FROM persons WHERE company_id = @id)
  AND NOT EXISTS (SELECT 1 FROM leads WHERE company_id = @id)`

/** A company where nobody else is known is the person's own trade as often as not. One that asked for silence stays. */
export function dropLonely(db: Db, companyId: string): void {
  const kept = raw(db, 'SELECT 1 FROM suppressions WHERE company_id = ? LIMIT 1').get(companyId)
  if (kept !== undefined) return
  const gone = raw(
    db,
    `UPDATE companies SET name = '${NOBODY}', key = id, domain = NULL, city = NULL WHERE ${EMPTY}`,
  )
  if (gone.run({ id: companyId }).changes === 0) return
  raw(db, `DELETE FROM import_changes WHERE entity = 'companies' AND id = ?`).run(companyId)
  raw(db, `DELETE FROM review_pairs WHERE kind = 'company' AND (a = @id OR b = @id)`).run({ id: companyId })
  raw(
    db,
    `DELETE FROM companies WHERE ${EMPTY} AND NOT EXISTS (SELECT 1 FROM pairings WHERE kept_id = @id OR other_id = @id)`,
  ).run({ id: companyId })
}

/** The clock and the country that their calls are counted by, now that no number says them any more. */
export const saveClock = (db: Db, id: string, zone: string | null, country: string | null) =>
  raw(db, 'UPDATE persons SET zone = coalesce(zone, ?), country = coalesce(country, ?) WHERE id = ?').run(
    zone,
    country,
    id,
  )
