import { BANT } from '#shared/domain/bant'
import type { ExportLead } from '#shared/domain/export/lead'

export const AT = Date.UTC(2026, 2, 10, 9)
export type Call = ExportLead['calls'][number]
/** A call that goes out, as plain as can be. */
export const call = (id: string, more: Partial<Call> = {}): Call => ({
  id,
  by: 'Ana',
  at: AT,
  outcome: 'interested',
  spoke: null,
  leftMessage: false,
  talk: null,
  note: null,
  ...more,
})
export const SQL: NonNullable<ExportLead['sql']> = {
  at: AT,
  by: 'Ana',
  callId: 'c1',
  score: 5750,
  threshold: 75,
  framework: 'bant',
  override: null,
}
/** An SQL that goes out, with nothing that it need not have. */
export const lead = (more: Partial<ExportLead> = {}): ExportLead => ({
  leadId: 'l1',
  externalId: null,
  name: 'Ana Roa',
  givenName: 'Ana',
  familyName: 'Roa',
  title: null,
  company: 'Forjas',
  industry: null,
  employees: null,
  domain: null,
  emails: ['ana@forjas.example'],
  phones: [],
  city: null,
  province: null,
  postalCode: null,
  country: null,
  list: 'Metal',
  framework: BANT,
  language: 'es',
  zone: 'Europe/Madrid',
  source: null,
  campaign: null,
  owner: null,
  stage: 'sql',
  doNotCall: false,
  doNotMail: false,
  sql: SQL,
  answers: [],
  step: null,
  note: null,
  opportunity: null,
  calls: [],
  ...more,
})
