import { BANT } from '../bant.ts'
import { FRAMEWORKS } from '../meddic.ts'
import type { ExportFramework } from './lead.ts'
import type { Column, Profile } from './profile.ts'
import type { LeadValue } from './values.ts'

const BUDGET: Column<LeadValue>[] = [
  { header: '_budget_amount', from: 'answerAmount', which: 'budget' },
  { header: '_budget_currency', from: 'answerCurrency', which: 'budget' },
]
const TIMELINE: Column<LeadValue>[] = [{ header: '_timeline_date', from: 'answerDate', which: 'timeline' }]
const MORE: Readonly<Record<string, Column<LeadValue>[]>> = { budget: BUDGET, timeline: TIMELINE }

const SHIPPED = new Set(Object.values(FRAMEWORKS).flatMap(({ criteria }) => criteria.map(({ id }) => id)))
const SCORES = new Set<string>(Object.keys(FRAMEWORKS))
/** What the team made itself may be called anything, so it is told from all else by what stands before it. */
const headerOf = (id: string) => (SHIPPED.has(id) ? `_${id}` : `_answer_${id}`)
const OWN = /^_(answer|score)_/

const answersOf = (id: string): Column<LeadValue>[] => [
  { header: headerOf(id), from: 'answer', which: id },
  ...(MORE[id] ?? []),
  { header: `${headerOf(id)}_evidence`, from: 'answerEvidence', which: id },
]
const scoreOf = (id: string): Column<LeadValue> => ({
  header: SCORES.has(id) ? `_${id}` : `_score_${id}`,
  from: 'score',
  which: id,
})

/** Columns that Callwright adds to files of its own; those of a file with rejected rows too. */
export const isOurs = (header: string): boolean => OURS.has(header.trim()) || OWN.test(header.trim())

/** With a score and the answers of each framework that somebody in the file is qualified by. */
export function genericFor(frameworks: readonly ExportFramework[]): Profile {
  const all = frameworks.length > 0 ? frameworks : [BANT]
  const scores = [...new Set(all.map(({ framework }) => framework))].map(scoreOf)
  const answers = [...new Set(all.flatMap(({ criteria }) => criteria.map(({ id }) => id)))].flatMap(answersOf)
  const columns = GENERIC.leads.columns.flatMap((column) =>
    column.from === 'score' ? scores : column.header === FIRST ? [...answers, column] : [column],
  )
  return { ...GENERIC, leads: { ...GENERIC.leads, columns } }
}
/** The column that stands after the answers. */
const FIRST = '_next_step'

/**
 * What an import reads back stands under plain headers; what only Callwright says begins with `_`, and an import
 * passes that over, so that a file that went out and comes in again changes nothing.
 */
const GENERIC: Profile = {
  bom: true,
  match: ['_lead_id'],
  mark: '_changed',
  leads: {
    part: 'leads',
    columns: [
      { header: 'External ID', from: 'externalId' },
      { header: 'Name', from: 'name' },
      { header: 'First name', from: 'givenName' },
      { header: 'Last name', from: 'familyName' },
      { header: 'Job title', from: 'title' },
      { header: 'Company', from: 'company' },
      { header: 'Industry', from: 'industry' },
      { header: 'Employees', from: 'employees' },
      { header: 'Website', from: 'domain' },
      { header: 'Phone', from: 'phone', which: 0 },
      { header: 'Phone 2', from: 'phone', which: 1 },
      { header: 'Phone 3', from: 'phone', which: 2 },
      { header: 'Email', from: 'email', which: 0 },
      { header: 'Email 2', from: 'email', which: 1 },
      { header: 'City', from: 'city' },
      { header: 'Province', from: 'province' },
      { header: 'Postal code', from: 'postalCode' },
      { header: 'Country', from: 'country' },
      { header: 'Source', from: 'source' },
      { header: 'Campaign', from: 'campaign' },
      { header: '_lead_id', from: 'leadId' },
      { header: '_list', from: 'list' },
      { header: '_owner', from: 'owner' },
      { header: '_stage', from: 'stage' },
      { header: '_sql_date', from: 'sqlDay' },
      { header: '_sql_by', from: 'sqlBy' },
      { header: '_bant', from: 'score', which: 'bant' },
      { header: '_threshold', from: 'threshold' },
      { header: '_override_by', from: 'overrideBy' },
      { header: '_override_reason', from: 'overrideReason' },
      { header: '_next_step', from: 'stepKind' },
      { header: '_next_step_at', from: 'stepAt' },
      { header: '_next_step_with', from: 'stepWith' },
      { header: '_note', from: 'note' },
      { header: '_problem', from: 'problem' },
      { header: '_size', from: 'size' },
      { header: '_size_unit', from: 'sizeUnit' },
      { header: '_amount', from: 'amount' },
      { header: '_currency', from: 'currency' },
      { header: '_expected_close', from: 'expectedClose' },
      { header: '_contract_reference', from: 'contractReference' },
      { header: '_contract_date', from: 'contractDate' },
      { header: '_do_not_call', from: 'doNotCall' },
    ],
  },
  calls: null,
  tasks: {
    part: 'customer-tasks',
    columns: [
      { header: '_task', from: 'taskTitle' },
      { header: '_task_id', from: 'taskId' },
      { header: '_due', from: 'dueDay' },
      { header: 'External ID', from: 'externalId' },
      { header: 'Name', from: 'name' },
      { header: 'Job title', from: 'title' },
      { header: 'Company', from: 'company' },
      { header: 'Phone', from: 'phone', which: 0 },
      { header: 'Email', from: 'email', which: 0 },
      { header: '_lead_id', from: 'leadId' },
      { header: '_list', from: 'list' },
      { header: '_found_at', from: 'foundDay' },
      { header: '_found_by', from: 'foundBy' },
      { header: '_note', from: 'words' },
    ],
  },
}

const OURS = new Set([
  '_line',
  '_reason',
  GENERIC.mark,
  ...[...genericFor(Object.values(FRAMEWORKS)).leads.columns, ...GENERIC.tasks.columns]
    .map(({ header }) => header)
    .filter((header) => header.startsWith('_')),
])
