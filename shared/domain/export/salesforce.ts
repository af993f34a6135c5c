import type { Profile } from './profile.ts'

const WORKING = 'Working - Contacted'
const CONVERTED = 'Closed - Converted'
const NOT_CONVERTED = 'Closed - Not Converted'

/** An SQL is converted on their side; until then they are working on it. */
const STATUS = {
  new: 'Open - Not Contacted',
  dialled: WORKING,
  reached: WORKING,
  mql: WORKING,
  sql: WORKING,
  nurture: WORKING,
  opportunity: CONVERTED,
  customer: CONVERTED,
  disqualified: NOT_CONVERTED,
  lost: NOT_CONVERTED,
}

const LEAD_SOURCE = {
  web: 'Web',
  phone: 'Phone Inquiry',
  partner: 'Partner Referral',
  bought: 'Purchased List',
  other: 'Other',
}

/** API names and lengths of the standard objects; a value that is too long is refused there, never cut. */
export const SALESFORCE: Profile = {
  bom: false,
  match: ['Id', 'Email'],
  leads: {
    part: 'leads',
    columns: [
      { header: 'Id', from: 'salesforceId', max: 18 },
      { header: 'FirstName', from: 'givenName', max: 40 },
      { header: 'LastName', from: 'familyName', max: 80, required: true },
      { header: 'Company', from: 'company', max: 255, required: true },
      { header: 'Title', from: 'title', max: 128 },
      { header: 'Email', from: 'email', which: 0, max: 80 },
      { header: 'Phone', from: 'landline', max: 40 },
      { header: 'MobilePhone', from: 'mobile', max: 40 },
      { header: 'Website', from: 'domain', max: 255 },
      { header: 'LeadSource', from: 'sourceClass', options: LEAD_SOURCE },
      { header: 'Status', from: 'progress', options: STATUS },
      { header: 'Industry', from: 'industry', max: 255 },
      { header: 'NumberOfEmployees', from: 'employees' },
      { header: 'DoNotCall', from: 'doNotCall' },
      { header: 'HasOptedOutOfEmail', from: 'doNotMail' },
      { header: 'Description', from: 'evidence', max: 32_000 },
    ],
  },
  calls: {
    part: 'tasks',
    link: 'WhoId',
    columns: [
      { header: 'Subject', from: 'callTitle', max: 255 },
      { header: 'WhoId', from: 'salesforceId' },
      { header: 'ActivityDate', from: 'callDay' },
      { header: 'Status', from: 'completed', options: { completed: 'Completed' } },
      { header: 'TaskSubtype', from: 'aCall', options: { call: 'Call' } },
      { header: 'CallType', from: 'outbound', options: { outbound: 'Outbound' } },
      { header: 'CallDurationInSeconds', from: 'callSeconds' },
      { header: 'CallDisposition', from: 'callOutcomeWord', max: 255 },
      { header: 'CallObject', from: 'callId', max: 255 },
      { header: 'Description', from: 'callNote', max: 32_000 },
    ],
  },
  tasks: {
    part: 'customer-tasks',
    columns: [
      { header: 'Subject', from: 'taskTitle', max: 255 },
      { header: 'WhoId', from: 'salesforceId' },
      { header: 'ActivityDate', from: 'dueDay' },
      { header: 'Status', from: 'toDo', options: { toDo: 'Not Started' } },
      { header: 'Description', from: 'taskNote', max: 32_000 },
    ],
  },
}
