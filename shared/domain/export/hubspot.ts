import type { Profile } from './profile.ts'

/** Left out: they only move forward there, and beside the pipeline they do not change. */
const LIFECYCLE = {
  inquiry: 'lead',
  lead: 'lead',
  mql: 'marketingqualifiedlead',
  sql: 'salesqualifiedlead',
  opportunity: 'opportunity',
  customer: 'customer',
}

const LEAD_STATUS = {
  new: 'NEW',
  dialled: 'ATTEMPTED_TO_CONTACT',
  reached: 'CONNECTED',
  mql: 'OPEN',
  sql: 'IN_PROGRESS',
  opportunity: 'OPEN_DEAL',
  nurture: 'BAD_TIMING',
  disqualified: 'UNQUALIFIED',
  lost: 'UNQUALIFIED',
}

const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7'
const NO_ANSWER = '73a0d17f-1163-4015-bdd5-ec830791da20'
const LEFT_LIVE_MESSAGE = 'a4c4c377-d246-4b32-a13b-75a56a4cd0ff'
const WRONG_NUMBER = '17b47fee-58de-441e-a44c-c6300d46f273'

/** The dispositions that every account has. A technical failure is no call. */
const DISPOSITIONS = {
  no_answer: NO_ANSWER,
  busy: '9d9162e7-6cf3-4944-bf63-4dff82258764',
  voicemail: NO_ANSWER,
  voicemail_message: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
  gatekeeper: CONNECTED,
  gatekeeper_message: LEFT_LIVE_MESSAGE,
  callback: CONNECTED,
  interested: CONNECTED,
  qualified: CONNECTED,
  nurture: CONNECTED,
  not_interested: CONNECTED,
  disqualified: CONNECTED,
  wrong_number: WRONG_NUMBER,
  dead_number: WRONG_NUMBER,
  referred: CONNECTED,
  do_not_call: CONNECTED,
}

/** Headers and values as HubSpot's import knows them. The evidence goes with the calls: a contact has no field for it. */
export const HUBSPOT: Profile = {
  bom: false,
  match: ['Email'],
  leads: {
    part: 'contacts',
    columns: [
      { header: 'Email', from: 'email', which: 0 },
      { header: 'First Name', from: 'givenName' },
      { header: 'Last Name', from: 'familyName' },
      { header: 'Phone Number', from: 'phone', which: 0 },
      { header: 'Company Name', from: 'company' },
      { header: 'Job Title', from: 'title' },
      { header: 'Lifecycle Stage', from: 'stage', options: LIFECYCLE },
      { header: 'Lead Status', from: 'progress', options: LEAD_STATUS },
      { header: 'Contact owner', from: 'owner' },
    ],
  },
  calls: {
    part: 'calls',
    link: 'Email',
    columns: [
      { header: 'Call title', from: 'callTitle' },
      { header: 'Activity date', from: 'callTime', required: true },
      { header: 'Call notes', from: 'callEvidence' },
      { header: 'Call outcome', from: 'callOutcome', options: DISPOSITIONS },
      { header: 'Call duration', from: 'callMilliseconds' },
      { header: 'Call direction', from: 'outbound', options: { outbound: 'OUTBOUND' } },
      { header: 'Email', from: 'email' },
    ],
  },
  tasks: {
    part: 'customer-tasks',
    columns: [
      { header: 'Task title', from: 'taskTitle' },
      { header: 'Due date', from: 'dueTime' },
      { header: 'Task notes', from: 'taskNote' },
      { header: 'Task type', from: 'toDo', options: { toDo: 'TODO' } },
      { header: 'Task status', from: 'toDo', options: { toDo: 'NOT_STARTED' } },
      { header: 'Email', from: 'email', which: 0 },
    ],
  },
}
