import { afterAll, describe, expect, it } from 'vitest'

import { answerRows, sharedAnswers } from '#electron/db/answer'
import {
  answersSince,
  editsOfCall,
  findCall,
  isUndone,
  lastOutcome,
  newestCall,
  textsOf,
} from '#electron/db/call'
import { colleaguesOf, elsewhereOf, emailsOf } from '#electron/db/card'
import { dropUntouched, findDraft } from '#electron/db/draft'
import { isUntouched, openLeadOf, peopleKnownBy } from '#electron/db/referral'
import { findOpportunity, giverOf } from '#electron/db/stage'
import {
  callsTo,
  datesOf,
  handOversOf,
  importOf,
  movesOf,
  opportunitiesOf,
  wishesOf,
} from '#electron/db/timeline'
import { hasLead, leadsOfCompany, leadsOfPerson, sharersOf } from '#electron/db/touched'
import { emptyStore } from '../helpers/empty-store.ts'

const { sqlite, db, stepsOf } = emptyStore()
afterAll(() => sqlite.close())

const ID = 'x'
const OF = { id: ID, personId: ID, companyId: ID, leadId: ID }
/** Small, or a part of a query that an index has narrowed already. */
const SMALL = /^SCAN (reps|device|drafts|undos|lists|exports|imports|\(subquery-\d+\)|CONSTANT ROW)/

const QUERIES: Readonly<Record<string, () => unknown>> = {
  'the answers of a lead': () => answerRows(db, ID),
  'answers of colleagues and other leads': () => sharedAnswers(db, OF),
  'answers of a call': () => answersSince(db, { leadId: ID, callId: ID, since: 0 }),
  'calls to a person': () => callsTo(db, ID),
  'moves of a lead': () => movesOf(db, ID),
  'dates of a lead': () => datesOf(db, ID),
  'wishes of a person': () => wishesOf(db, ID),
  'opportunities of a lead': () => [opportunitiesOf(db, ID), findOpportunity(db, ID)],
  'hand-overs and import of a lead': () => [handOversOf(db, ID), importOf(db, ID)],
  'e-mails, colleagues and other lists': () => [emailsOf(db, ID), colleaguesOf(db, OF), elsewhereOf(db, OF)],
  'a draft and those only looked at': () => [
    findDraft(db, ID),
    dropUntouched(db, { repId: ID, keptLeadId: ID, seat: ID, now: 0 }),
  ],
  'a call, its texts and its undo': () => [
    findCall(db, ID),
    textsOf(db, ID),
    isUndone(db, ID),
    newestCall(db, ID),
  ],
  'the last outcome of a rep': () => lastOutcome(db, ID, 0),
  'what a call set': () => editsOfCall(db, ID, ID),
  'who gave a name': () => giverOf(db, OF),
  'who is known by a number': () => [
    peopleKnownBy(db, { email: ID, phone: ID }),
    sharersOf(db, { e164: ID, personId: ID }),
  ],
  'leads around': () => [
    hasLead(db, ID),
    leadsOfCompany(db, ID),
    leadsOfPerson(db, ID),
    openLeadOf(db, ID, ID),
  ],
  'whether a lead was touched': () => isUntouched(db, ID),
}

describe('the desk reads by an index', () => {
  it.each(Object.entries(QUERIES))('%s', (_, ask) => {
    const steps = stepsOf(ask)
    expect(steps).not.toEqual([])
    const scans = steps.filter((step) => step.startsWith('SCAN') && !SMALL.test(step))
    expect(scans).toEqual([])
  })

  it('of a company of thousands only those it shows first, with nothing to sort but a lead’s own answers', () => {
    const ofEach = [
      'SEARCH persons USING INDEX persons_id_unique (id=?)',
      'CORRELATED SCALAR SUBQUERY 1',
      'SEARCH answers USING INDEX answers_by_lead (lead_id=?)',
      'USE TEMP B-TREE FOR ORDER BY',
    ]
    expect(stepsOf(() => colleaguesOf(db, OF))).toEqual([
      'SEARCH leads USING INDEX leads_dialled (company_id=? AND last_dial_at>?)',
      ...ofEach,
      'SEARCH leads USING INDEX leads_by_company (company_id=?)',
      ...ofEach,
    ])
    const asked = stepsOf(() => sharedAnswers(db, OF)).join('\n')
    expect(asked).toContain('leads USING INDEX leads_dialled (company_id=? AND last_dial_at>?)')
    expect(asked).not.toContain('leads_by_company')
  })
})
