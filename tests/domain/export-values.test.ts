import { describe, expect, it } from 'vitest'

import { csvOf } from '#shared/domain/export/csv'
import { callNoteOf, evidenceOf } from '#shared/domain/export/evidence'
import { guard, unguard } from '#shared/domain/export/guard'
import type { ExportLead } from '#shared/domain/export/lead'
import { sourceClass } from '#shared/domain/export/source-class'
import { callValue, leadValue, type CallValue, type LeadValue } from '#shared/domain/export/values'
import { AT, call, lead, SQL, type Call } from '../helpers/exported.ts'

const value = (from: LeadValue, more: Partial<ExportLead> = {}, which: string | number = 0) =>
  leadValue(lead(more), from, which)
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
