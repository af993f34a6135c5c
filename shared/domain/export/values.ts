import { majorUnits } from '../../lib/money.ts'
import { dayOf } from '../calendar.ts'
import { shown } from '../board.ts'
import { has, withPerson } from '../outcome.ts'
import { answerText, callNoteOf, evidenceOf, momentIn } from './evidence.ts'
import type { ExportCall, ExportLead } from './lead.ts'
import { sourceClass } from './source-class.ts'
import { outcomeWord, word } from './words.ts'

type Text = string | number | null | undefined
type Of<T> = (from: T, which: string | number) => Text

const answerOf = (lead: ExportLead, criterion: string | number) =>
  lead.answers.find((answer) => answer.criterion === criterion)

const phone = (given: ExportLead['phones'][number] | undefined): Text =>
  given && (given.extension ? `${given.e164} x${given.extension}` : given.e164)

const amount = (of: { amountMinor: number | null; currency: string | null } | null | undefined): Text =>
  of?.amountMinor == null ? null : majorUnits(of.amountMinor, of.currency)

const yesNo = (is: boolean): string => (is ? 'TRUE' : 'FALSE')

/** A Salesforce lead says so in its id; any other external id means nothing there. */
const SALESFORCE_LEAD = /^00Q[0-9A-Za-z]{12}([0-9A-Za-z]{3})?$/

/** Before an MQL, the CRMs tell apart how far the calls got. */
function progress({ stage, calls }: ExportLead): string {
  if (stage !== 'inquiry' && stage !== 'lead') return stage
  if (calls.some((call) => withPerson(call.outcome, call.spoke))) return 'reached'
  return calls.some((call) => has(call.outcome, 'attempt')) ? 'dialled' : 'new'
}

const LEAD_VALUES = {
  leadId: (lead) => lead.leadId,
  externalId: (lead) => lead.externalId,
  salesforceId: ({ externalId }) => (externalId && SALESFORCE_LEAD.test(externalId) ? externalId : null),
  name: (lead) => lead.name,
  givenName: (lead) => lead.givenName,
  /** The whole name when its parts are not known. */
  familyName: (lead) => lead.familyName ?? (lead.givenName === null ? lead.name : null),
  title: (lead) => lead.title,
  company: (lead) => lead.company,
  industry: (lead) => lead.industry,
  employees: (lead) => lead.employees,
  domain: (lead) => lead.domain,
  email: (lead, which) => lead.emails[Number(which)],
  phone: (lead, which) => phone(lead.phones[Number(which)]),
  mobile: (lead) => phone(lead.phones.find(({ type }) => type === 'mobile')),
  landline: (lead) => phone(lead.phones.find(({ type }) => type !== 'mobile')),
  city: (lead) => lead.city,
  province: (lead) => lead.province,
  postalCode: (lead) => lead.postalCode,
  country: (lead) => lead.country,
  list: (lead) => lead.list,
  source: (lead) => lead.source,
  sourceClass: (lead) => sourceClass(lead.source),
  campaign: (lead) => lead.campaign,
  owner: (lead) => lead.owner,
  stage: (lead) => lead.stage,
  progress,
  doNotCall: (lead) => yesNo(lead.doNotCall),
  doNotMail: (lead) => yesNo(lead.doNotMail),
  sqlDay: ({ sql, zone }) => sql && dayOf(zone, sql.at),
  sqlBy: ({ sql }) => sql?.by,
  score: ({ sql, framework }, which) =>
    sql?.score == null || (sql.framework ?? framework.framework) !== which ? null : shown(sql.score),
  threshold: ({ sql }) => sql?.threshold,
  overrideBy: ({ sql }) => sql?.override?.by,
  overrideReason: ({ sql }) => sql?.override?.reason,
  answer: (lead, which) => {
    const answer = answerOf(lead, which)
    return answer && answerText(answer, lead)
  },
  answerAmount: (lead, which) => amount(answerOf(lead, which)),
  answerCurrency: (lead, which) => answerOf(lead, which)?.currency,
  answerDate: (lead, which) => answerOf(lead, which)?.date,
  answerEvidence: (lead, which) => answerOf(lead, which)?.evidence,
  stepKind: ({ step, language }) => step && word(step.kind, language),
  stepAt: ({ step, zone }) => step && momentIn(zone, step.dueAt),
  stepWith: ({ step }) => step?.withWhom,
  note: (lead) => lead.note,
  problem: ({ opportunity }) => opportunity?.problem,
  size: ({ opportunity }) => opportunity?.sizeValue,
  sizeUnit: ({ opportunity }) => opportunity?.sizeUnit,
  amount: ({ opportunity }) => amount(opportunity),
  currency: ({ opportunity }) => opportunity?.currency,
  expectedClose: ({ opportunity }) => opportunity?.expectedClose,
  contractReference: ({ opportunity }) => opportunity?.contractReference,
  contractDate: ({ opportunity }) => opportunity?.contractDate,
  evidence: evidenceOf,
} as const satisfies Record<string, Of<ExportLead>>

export type LeadValue = keyof typeof LEAD_VALUES

type CallOfLead = { call: ExportCall; lead: ExportLead }

const CALL_VALUES = {
  callId: ({ call }) => call.id,
  callTitle: ({ call, lead }) =>
    `${word('call', lead.language)}: ${call.named ?? outcomeWord(call.outcome, lead.language)}`,
  callTime: ({ call }) => new Date(call.at).toISOString().replace('.000Z', 'Z'),
  callDay: ({ call, lead }) => dayOf(lead.zone, call.at),
  callNote: ({ call }) => call.note,
  callEvidence: ({ call, lead }) => callNoteOf(call, lead),
  /** A message left is another thing to the CRMs, whoever took it. */
  callOutcome: ({ call }) => (call.leftMessage ? `${call.outcome}_message` : call.outcome),
  callOutcomeWord: ({ call, lead }) => call.named ?? outcomeWord(call.outcome, lead.language),
  callSeconds: ({ call }) => call.talk,
  callMilliseconds: ({ call }) => (call.talk === null ? null : call.talk * 1000),
  outbound: () => 'outbound',
  completed: () => 'completed',
  aCall: () => 'call',
  email: ({ lead }) => lead.emails[0],
  salesforceId: ({ lead }) => LEAD_VALUES.salesforceId(lead),
} as const satisfies Record<string, Of<CallOfLead>>

export type CallValue = keyof typeof CALL_VALUES

const text = (value: Text): string => (value == null ? '' : String(value))

export const leadValue = (lead: ExportLead, from: LeadValue, which: string | number): string =>
  text((LEAD_VALUES[from] as Of<ExportLead>)(lead, which))

export const callValue = (of: CallOfLead, from: CallValue): string =>
  text((CALL_VALUES[from] as Of<CallOfLead>)(of, 0))
