import { describe, expect, it } from 'vitest'

import { BANT } from '#shared/domain/bant'
import { csvOf } from '#shared/domain/export/csv'
import { callNoteOf, evidenceOf } from '#shared/domain/export/evidence'
import { isOurs } from '#shared/domain/export/generic'
import { guard, unguard } from '#shared/domain/export/guard'
import { HUBSPOT } from '#shared/domain/export/hubspot'
import type { ExportLead } from '#shared/domain/export/lead'
import { profileFor } from '#shared/domain/export/profiles'
import { outgoingOf } from '#shared/domain/export/row'
import { SALESFORCE } from '#shared/domain/export/salesforce'
import { sourceClass } from '#shared/domain/export/source-class'
import { callValue, leadValue, type CallValue, type LeadValue } from '#shared/domain/export/values'
import { FRAMEWORKS } from '#shared/domain/meddic'

const AT = Date.UTC(2026, 2, 10, 9)
type Call = ExportLead['calls'][number]
const call = (id: string, more: Partial<Call> = {}): Call => ({
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
const SQL: NonNullable<ExportLead['sql']> = {
  at: AT,
  by: 'Ana',
  callId: 'c1',
  score: 5750,
  threshold: 75,
  framework: 'bant',
  override: null,
}
const lead = (more: Partial<ExportLead> = {}): ExportLead => ({
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
const value = (from: LeadValue, more: Partial<ExportLead> = {}, which: string | number = 0) =>
  leadValue(lead(more), from, which)
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

describe('values', () => {
  const phone = (e164: string, type: 'mobile' | 'fixed' | 'other', extension: string | null = null) => ({
    e164,
    type,
    extension,
  })
  it('a number that is no mobile is a line, with its extension', () => {
    const phones = [phone('+34600111222', 'mobile'), phone('+34902123456', 'other', '7')]
    expect([value('landline', { phones }), value('mobile', { phones })]).toEqual([
      '+34902123456 x7',
      '+34600111222',
    ])
  })
  it.each<[Partial<ExportLead>, string]>([
    [{ givenName: null, familyName: null }, 'Ana Roa'],
    [{ familyName: null }, ''],
    [{}, 'Roa'],
  ])('the family name of %j is %s', (more, name) => expect(value('familyName', more)).toBe(name))
  it.each<[ExportLead['stage'], Partial<Call> | null, string]>([
    ['lead', null, 'new'],
    ['inquiry', null, 'new'],
    ['inquiry', { outcome: 'gatekeeper' }, 'dialled'],
    ['lead', { outcome: 'technical_failure' }, 'new'],
    ['lead', { outcome: 'callback', spoke: 'person' }, 'reached'],
    ['mql', { outcome: 'gatekeeper' }, 'mql'],
  ])('a %s after %j is %s', (stage, more, progress) =>
    expect(value('progress', { stage, calls: more ? [call('c1', more)] : [] })).toBe(progress),
  )
  it('a score stands under its own framework', () => {
    expect([value('score', {}, 'bant'), value('score', {}, 'meddic')]).toEqual(['57.5', ''])
    expect(value('score', { sql: { ...SQL, framework: null } }, 'bant')).toBe('57.5')
  })
  it.each([
    ['00Q5g00000AbCdE', '00Q5g00000AbCdE'],
    ['00Q5g00000AbCdEEAX', '00Q5g00000AbCdEEAX'],
    ['00Q5g00000AbCdEE', ''],
    ['0035g00000AbCdE', ''],
  ])('%s is the id of a lead there: %s', (externalId, id) =>
    expect(value('salesforceId', { externalId })).toBe(id),
  )
  it('of a call: what the team calls it, a message that was left, and nothing for talk that nobody knows', () => {
    const of = (from: CallValue, more: Partial<Call>) =>
      callValue({ call: call('c1', more), lead: lead() }, from)
    expect(of('callTitle', { named: 'De vacaciones' })).toBe('Llamada: De vacaciones')
    expect(of('callOutcome', { outcome: 'voicemail', leftMessage: true })).toBe('voicemail_message')
    expect([of('callMilliseconds', {}), of('callMilliseconds', { talk: 0 })]).toEqual(['', '0'])
  })
  it.each([
    ['  ', null],
    ['Google Ads', 'web'],
    ['Referido por un socio', 'partner'],
    ['Feria', 'other'],
  ])('the source %j is of the kind %s', (source, kind) => expect(sourceClass(source)).toBe(kind))
})

describe('why this is an SQL', () => {
  const answers: ExportLead['answers'] = [
    {
      criterion: 'need',
      state: 'not_asked',
      grade: null,
      amountMinor: null,
      currency: null,
      date: null,
      evidence: null,
    },
  ]
  it('says score, who passed it, who decides and the problem, in the list’s language', () => {
    const opportunity = { problem: 'merma' } as NonNullable<ExportLead['opportunity']>
    const sql = { ...SQL, override: { by: 'Óscar', reason: 'conocido' } }
    const said = evidenceOf(lead({ sql, answers, opportunity, decider: 'Eva' })).split('\n')
    expect(said).toHaveLength(4)
    expect(said[0]).toMatch(/BANT 57,5 .* 75\)$/)
    expect(said[1]).toMatch(/Óscar: conocido$/)
    expect([said[2], said[3]].map((line) => line?.split(': ')[1])).toEqual(['Eva', 'merma'])
    expect(evidenceOf(lead({ language: 'en' }))).toContain('BANT 57.5')
  })
  it('stands in the call that qualified them, and in no other', () => {
    const calls = [call('c0', { at: AT - 2 }), call('c1', { at: AT - 1 }), call('c2', { at: AT + 1 })]
    const withProofs = (sql: ExportLead['sql']) =>
      calls.filter((each) => callNoteOf(each, lead({ sql, calls })) !== '').map(({ id }) => id)
    expect(withProofs({ ...SQL, callId: 'c0' })).toEqual(['c0'])
    expect(withProofs({ ...SQL, callId: null })).toEqual(['c1'])
    expect(withProofs(null)).toEqual([])
  })
})

it('nothing that a spreadsheet might run goes out, and numbers are dialled as they are', () => {
  const cells = [
    '=1',
    '＝1',
    "'-1",
    '-1',
    '@x',
    '+34600111222 x12',
    '+34600111222 x12=1',
    '+34 (0) 6',
    "it's",
    "'n",
  ]
  expect(cells.map(guard)).toEqual([
    "'=1",
    "'＝1",
    "''-1",
    "'-1",
    "'@x",
    '+34600111222 x12',
    "'+34600111222 x12=1",
    "'+34 (0) 6",
    "it's",
    "'n",
  ])
  expect(cells.map(guard).map(unguard)).toEqual(cells)
})

it('a cell that another reader would split or trim stands in quotes', () => {
  const text = csvOf([[' a', 'b;c', "it's", 'x', 'y ', 'say "hi"']], { bom: false })
  expect(text).toBe('" a","b;c","it\'s",x,"y ","say ""hi"""\r\n')
  expect(csvOf([['x']], { bom: true })).toBe('\uFEFFx\r\n')
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
