import { describe, expect, it } from 'vitest'

import { BANT } from '#shared/domain/bant'
import { isOurs } from '#shared/domain/export/generic'
import { HUBSPOT } from '#shared/domain/export/hubspot'
import type { ExportLead } from '#shared/domain/export/lead'
import { profileFor } from '#shared/domain/export/profiles'
import { outgoingOf } from '#shared/domain/export/row'
import { SALESFORCE } from '#shared/domain/export/salesforce'
import { FRAMEWORKS } from '#shared/domain/meddic'
import { call, lead, type Call } from '../helpers/exported.ts'

const whys = (
  profile: typeof HUBSPOT,
  more: Partial<ExportLead>,
  last: Parameters<typeof outgoingOf>[2] = null,
) => outgoingOf(profile, lead(more), last).problems.map(({ why, header }) => `${why} ${header ?? ''}`.trim())

describe('what a target would refuse stays', () => {
  it.each<[string, typeof HUBSPOT, Partial<ExportLead>, string[]]>([
    ['nothing', HUBSPOT, {}, []],
    ['who never passed the proofs', HUBSPOT, { sql: null }, ['no-proofs']],
    ['80 letters are a name', SALESFORCE, { familyName: 'x'.repeat(80) }, []],
    ['81 are too many', SALESFORCE, { familyName: 'x'.repeat(81) }, ['too-long LastName']],
    ['a blank is no company', SALESFORCE, { company: ' ' }, ['required Company']],
    ['a title of 129', SALESFORCE, { title: 'x'.repeat(129) }, ['too-long Title']],
    [
      'a call that says too much',
      SALESFORCE,
      { externalId: '00Q5g00000AbCdEEAX', calls: [call('c1', { note: 'x'.repeat(32_001) })] },
      ['too-long Description'],
    ],
  ])('%s', (_, profile, more, found) => expect(whys(profile, more)).toEqual(found))
  it('a change of whom it cannot find again is, and one thing to find them by is enough', () => {
    const last = (more: Partial<ExportLead>) => ({
      row: outgoingOf(SALESFORCE, lead(more), null).row,
      calls: [],
    })
    const gone = { emails: [] }
    expect(whys(SALESFORCE, { ...gone, title: 'CEO' }, last(gone))).toEqual(['no-match'])
    expect(whys(SALESFORCE, gone, last(gone))).toEqual([])
    expect(whys(SALESFORCE, { title: 'CEO' }, last({}))).toEqual([])
    expect(whys(SALESFORCE, { ...gone, title: 'CEO' })).toEqual([])
  })
})

describe('what goes out', () => {
  const sent = (calls: Call[], more: Partial<ExportLead> = {}, before: string[] = []) => {
    const { row } = outgoingOf(HUBSPOT, lead(more), null)
    const found = outgoingOf(HUBSPOT, lead({ ...more, calls }), { row, calls: before })
    return [found.calls.map(({ id }) => id), found.unlinked]
  }
  it('each dial once, and none of somebody who cannot be found there', () => {
    const calls = [call('c1'), call('c2', { outcome: 'technical_failure' }), call('c3')]
    expect(sent(calls)).toEqual([['c1', 'c3'], 0])
    expect(sent(calls, {}, ['c1'])).toEqual([['c3'], 0])
    expect(sent(calls, { emails: [] })).toEqual([[], 2])
  })
  it('a header that is new and blank is no change', () => {
    const { row } = outgoingOf(HUBSPOT, lead(), null)
    const { 'Job Title': _, ...older } = row
    expect(outgoingOf(HUBSPOT, lead(), { row: older, calls: [] }).changed).toEqual([])
    expect(outgoingOf(HUBSPOT, lead({ title: 'CEO' }), { row: older, calls: [] }).changed).toEqual([
      'Job Title',
    ])
  })
  it('the target’s own words, and none for what it does not know', () => {
    const { row } = outgoingOf(HUBSPOT, lead({ stage: 'nurture' }), null)
    expect([row['Lifecycle Stage'], row['Lead Status']]).toEqual(['', 'BAD_TIMING'])
    const disposition = (more: Partial<Call>) =>
      outgoingOf(HUBSPOT, lead({ calls: [call('c1', more)] }), null).calls[0]?.row['Call outcome']
    expect(disposition({ outcome: 'voicemail' })).toBe(disposition({ outcome: 'no_answer' }))
    expect(disposition({ outcome: 'voicemail', leftMessage: true })).not.toBe(
      disposition({ outcome: 'voicemail' }),
    )
  })
})

it('the columns of a file do not hang on who comes first in it, and our own are told from all others', () => {
  const [bant, meddic] = [{ framework: BANT }, { framework: FRAMEWORKS['meddic'] ?? BANT }]
  const headers = (leads: Parameters<typeof profileFor>[1]) =>
    profileFor('generic', leads).leads.columns.map(({ header }) => header)
  expect(headers([meddic, bant])).toEqual(headers([bant, meddic]))
  const own = {
    framework: { framework: 'ours', name: 'Ours', criteria: [{ id: 'owner' }] },
  } as unknown as typeof bant
  expect(headers([own])).toEqual(expect.arrayContaining(['_answer_owner', '_score_ours', '_owner']))
  expect(['_answer_x', ' _bant ', '_x', 'bant'].map(isOurs)).toEqual([true, true, false, false])
})
