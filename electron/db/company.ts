import { raw } from './raw.ts'
import type { MergingCompany } from '#shared/domain/identity/merge-company'
import type { Stage } from '#shared/domain/stage'
import type { Db } from './open.ts'

export type CompanyRow = MergingCompany & { id: string; country: string | null; city: string | null }

export const companyRow = (db: Db, id: string): CompanyRow | undefined =>
  raw<CompanyRow>(
    db,
    'SELECT id, name, key, domain, industry, employees, country, city FROM companies WHERE id = ?',
  ).get(id)

export const saveCompanyRow = (
  db: Db,
  id: string,
  { name, key, domain, industry, employees }: MergingCompany,
): void =>
  void raw(
    db,
    'UPDATE companies SET name = ?, key = ?, domain = ?, industry = ?, employees = ? WHERE id = ?',
  ).run(name, key, domain, industry, employees, id)

const ids = (db: Db, text: string, id: string): string[] =>
  raw<{ id: string }>(db, text)
    .all(id)
    .map((row) => row.id)

export const personsAt = (db: Db, id: string) => ids(db, 'SELECT id FROM persons WHERE company_id = ?', id)
export const leadsAt = (db: Db, id: string) => ids(db, 'SELECT id FROM leads WHERE company_id = ?', id)

/** Persons, leads and their places in the queue change hands; nobody else's do. */
export function moveCompany(
  db: Db,
  from: string,
  to: string,
  of: { persons: string[]; leads: string[] },
): void {
  for (const id of of.persons)
    raw(db, 'UPDATE persons SET company_id = ? WHERE id = ? AND company_id = ?').run(to, id, from)
  for (const id of of.leads) {
    raw(db, 'UPDATE leads SET company_id = ? WHERE id = ? AND company_id = ?').run(to, id, from)
    raw(db, 'UPDATE queue SET company_id = ? WHERE lead_id = ? AND company_id = ?').run(to, id, from)
  }
}

type PersonAt = {
  personId: string
  name: string
  title: string | null
  leadId: string | null
  leads: number
  stage: Stage | null
  lastTouchAt: number | null
}

/** Who works there, those spoken to last first. By the person's employer, or by the lead's where they moved on. */
export const peopleAt = (db: Db, id: string, limit: number): PersonAt[] =>
  raw<PersonAt>(
    db,
    `SELECT persons.id AS personId, persons.name, persons.title, count(leads.id) AS leads,
      max(leads.last_dial_at) AS lastTouchAt,
      (SELECT id FROM leads AS l WHERE l.person_id = persons.id
        ORDER BY l.stage IN ('disqualified', 'lost', 'customer'), l.last_dial_at DESC, l.id LIMIT 1) AS leadId,
      (SELECT stage FROM leads AS l WHERE l.person_id = persons.id
        ORDER BY l.stage IN ('disqualified', 'lost', 'customer'), l.last_dial_at DESC, l.id LIMIT 1) AS stage
    FROM persons JOIN leads ON leads.person_id = persons.id
    WHERE persons.id IN (SELECT id FROM persons WHERE company_id = @id
      UNION SELECT person_id FROM leads WHERE company_id = @id)
    GROUP BY persons.id ORDER BY lastTouchAt IS NULL, lastTouchAt DESC, persons.name LIMIT @limit`,
  ).all({ id, limit })

export const countPeopleAt = (db: Db, id: string): number =>
  raw<{ n: number }>(
    db,
    `SELECT count(*) AS n FROM (SELECT id FROM persons WHERE company_id = @id
      AND EXISTS (SELECT 1 FROM leads WHERE person_id = persons.id)
      UNION SELECT person_id FROM leads WHERE company_id = @id)`,
  ).get({ id })?.n ?? 0

export const stagesAt = (db: Db, id: string): { stage: Stage; count: number }[] =>
  raw<{ stage: Stage; count: number }>(
    db,
    'SELECT stage, count(*) AS count FROM leads WHERE company_id = ? GROUP BY stage',
  ).all(id)

/** Numbers of those who work there, the ones that several have first: those are the switchboards. */
export const numbersAt = (db: Db, id: string, limit: number) =>
  raw<{ e164: string; people: number; status: string; switchboard: number }>(
    db,
    `SELECT e164, count(DISTINCT person_id) AS people, min(status) AS status,
      max(status = 'switchboard') AS switchboard FROM phones
      WHERE person_id IN (SELECT id FROM persons WHERE company_id = ?)
      GROUP BY e164 HAVING people > 1 OR switchboard ORDER BY people DESC, e164 LIMIT ?`,
  ).all(id, limit)

/** Wishes about the whole company, and how many of its people have one of their own. */
export const silencedAt = (db: Db, id: string) =>
  raw<{ company: number | null; persons: number }>(
    db,
    `SELECT
      (SELECT min(at) FROM live_suppressions WHERE company_id = @id AND scope = 'company' AND channel = 'call' AND NOT lifted
        AND id NOT IN (SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL)) AS company,
      (SELECT count(DISTINCT person_id) FROM live_suppressions WHERE scope = 'person' AND channel = 'call' AND NOT lifted
        AND id NOT IN (SELECT refers_to FROM live_suppressions WHERE lifted AND refers_to IS NOT NULL)
        AND person_id IN (SELECT id FROM persons WHERE company_id = @id)) AS persons`,
  ).get({ id }) ?? { company: null, persons: 0 }
