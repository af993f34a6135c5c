import type { Section } from '#shared/domain/export/person-data'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type GivenRow = Record<string, string | number | null>

const PERSONS = `(SELECT value FROM json_each(@persons))`
const LEADS = `(SELECT id FROM leads WHERE person_id IN ${PERSONS})`
const BY = `(SELECT name FROM reps WHERE reps.id = fact.rep_id) AS "by"`
const ofPerson = `FROM %s AS fact WHERE fact.person_id IN ${PERSONS} ORDER BY fact.at`
const from = (table: string) => ofPerson.replace('%s', table)
const ofLead = (table: string) => `FROM ${table} AS fact WHERE fact.lead_id IN ${LEADS} ORDER BY fact.at`

/** A few currencies have no hundredths. */
const AMOUNT = `amount_minor / iif(currency IN ('CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'VND'), 1.0, 100.0) AS amount`

/**
 * What the store holds on a person, a query a section. What happened with a lead is its person's, whoever they were taken
 * for by then. `id` finds the texts of a fact and is not given itself.
 */
export const QUERIES: Readonly<Record<Section, string>> = {
  person: `SELECT persons.name, given_name AS givenName, family_name AS familyName, title, companies.name AS company,
      language, persons.country, province, postal_code AS postalCode, persons.city, zone, created_at AS createdAt
    FROM persons LEFT JOIN companies ON companies.id = persons.company_id WHERE persons.id IN ${PERSONS}`,
  phones: `SELECT e164 AS number, extension, type, status FROM phones WHERE person_id IN ${PERSONS} ORDER BY place`,
  emails: `SELECT email FROM emails WHERE person_id IN ${PERSONS} ORDER BY place`,
  identities: `SELECT kind, key FROM identities WHERE person_id IN ${PERSONS} ORDER BY kind, key`,
  leads: `SELECT lists.name AS list, leads.source, campaign, external_id AS externalId, arrived_at AS arrivedAt,
      leads.created_at AS createdAt, stage, reason, wakes_at AS wakesAt, reps.name AS owner, fit / 100.0 AS fit,
      bant_now / 100.0 AS bant, imports.file_name AS file, extra AS otherColumns, coalesce(lists.basis, '') AS basis
    FROM leads JOIN lists ON lists.id = leads.list_id LEFT JOIN reps ON reps.id = leads.owner_id
      LEFT JOIN imports ON imports.id = leads.import_id
    WHERE leads.person_id IN ${PERSONS} ORDER BY leads.created_at`,
  signals: `SELECT kind, at FROM signals WHERE lead_id IN ${LEADS} ORDER BY at`,
  calls: `SELECT fact.id, dialled_at AS at, ${BY}, coalesce(own_outcome, outcome) AS outcome, spoke, fact.reason, answered_at AS answeredAt,
      ended_at AS endedAt, talk, opening_said AS openingSaid, (SELECT e164 FROM phones WHERE phones.id = phone_id) AS number,
      EXISTS (SELECT 1 FROM undos WHERE undos.call_id = fact.id) AS takenBack ${ofLead('calls')}`,
  answers: `SELECT fact.id, at, ${BY}, criterion, state, grade, ${AMOUNT}, currency, date
    ${ofLead('answers')}`,
  objections: `SELECT fact.id, at, ${BY}, code ${ofLead('objections')}`,
  stages: `SELECT fact.id, at, ${BY}, from_stage AS "from", to_stage AS "to", reason, wakes_at AS wakesAt
    ${ofLead('stage_changes')}`,
  promises: `SELECT fact.id, at, ${BY}, kind, due_at AS dueAt, agreed ${ofLead('promises')}`,
  owners: `SELECT fact.id, at, ${BY}, (SELECT name FROM reps WHERE reps.id = to_rep_id) AS "to" ${ofLead('assignments')}`,
  skips: `SELECT fact.id, at, ${BY}, reason, until AS untilAt ${ofLead('skips')}`,
  overrides: `SELECT fact.id, at, ${BY}, score, points / 100.0 AS points, until AS untilAt ${ofLead('score_overrides')}`,
  opportunities: `SELECT fact.id, at, ${BY}, size_value AS size, size_unit AS unit, consent, ${AMOUNT},
      currency, expected_close AS expectedClose, contract_reference AS contract, contract_date AS contractDate
    ${ofLead('opportunities')}`,
  verdicts: `SELECT fact.id, at, verdict, reason, ${AMOUNT}, currency,
      EXISTS (SELECT 1 FROM undos WHERE undos.call_id = fact.id) AS takenBack ${ofLead('verdicts')}`,
  suppressions: `SELECT fact.id, at, ${BY}, scope, channel, source, lifted ${from('suppressions')}`,
  bases: `SELECT fact.id, at, ${BY}, channel, kind, given, on_day AS day ${from('bases')}`,
  edits: `SELECT fact.id, at, ${BY}, field FROM edits AS fact
    WHERE fact.person_id IN ${PERSONS} OR fact.lead_id IN ${LEADS} ORDER BY fact.at`,
  merges: `SELECT fact.id, at, ${BY}, verdict, (SELECT name FROM persons WHERE persons.id = other_id) AS other
    FROM pairings AS fact WHERE kind = 'person' AND (kept_id IN ${PERSONS} OR other_id IN ${PERSONS}) ORDER BY at`,
  exports: `SELECT exported_leads.at, exported_leads.profile, exports.file_name AS file FROM exported_leads
      JOIN exports ON exports.id = exported_leads.export_id
    WHERE lead_id IN ${LEADS} ORDER BY exported_leads.at`,
  drafts: `SELECT note, updated_at AS at FROM drafts WHERE lead_id IN ${LEADS} AND note <> ''`,
  looks: `SELECT fact.id, at, ${BY}, agrees ${ofLead('second_looks')}`,
  requests: `SELECT fact.id, at, ${BY}, kind, asked_on AS askedOn ${from('erasures')}`,
}

/** The person and whoever was found to be the same one. */
export const selvesOf = (db: Db, personId: string): string[] =>
  raw<{ id: string }>(
    db,
    `WITH RECURSIVE selves(id) AS (VALUES (@personId) UNION
      SELECT other_id FROM live_pairings JOIN selves ON selves.id = kept_id WHERE kind = 'person' AND verdict = 'same')
    SELECT id FROM selves`,
  )
    .all({ personId })
    .map(({ id }) => id)

const TEXTS = `SELECT field, text FROM texts WHERE fact_id = ? ORDER BY field`

/** The rows of a section, each fact with the words that were written beside it. */
export const givenOf = (db: Db, section: Section, persons: readonly string[]): GivenRow[] =>
  raw<GivenRow>(db, QUERIES[section])
    .all({ persons: JSON.stringify(persons) })
    .map(({ id = null, ...row }) => {
      const texts = raw<{ field: string; text: string }>(db, TEXTS).all(id)
      return { ...row, ...Object.fromEntries(texts.map(({ field, text }) => [field, text])) }
    })
