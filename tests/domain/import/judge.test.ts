import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import type { ColumnRule, ImportMode } from '#shared/domain/import/field'
import { judge } from '#shared/domain/import/judge'
import { isContradicted, isSame, keysOf } from '#shared/domain/import/same-person'
import { VERDICTS } from '#shared/domain/import/verdict'
import { DAY } from '#shared/lib/time'
import {
  ANA,
  ended,
  ground,
  LEAD,
  NOW,
  read,
  row,
  verdictOf,
  type Cells,
} from '../../helpers/known-person.ts'

describe('the first verdict that fits', () => {
  it('error: nobody to identify, though much is known about them', () => {
    const found = verdictOf({ company: 'Forjas', title: 'Gerente', phone: 'abc' }, null)
    expect(found.verdict).toBe('error')
    expect(found.problems.map(({ problem }) => problem)).toEqual(['phone_letters', 'nobody'])
  })
  it('error: a quote that never closes says nothing that can be trusted', () => {
    const [record] = parseCsv('x9;"Ana;a@b.example', ';')
    expect(judge(read(record!), null, ground()).verdict).toBe('error')
  })
  it('suppressed: by the row, by the person, or because all its numbers are', () => {
    expect(verdictOf({ fullName: 'Eva', doNotCall: 'Sí' }, null)).toMatchObject({
      verdict: 'suppressed',
      isNewLead: true,
    })
    expect(verdictOf({ externalId: 'x1' }, { ...ANA, suppressed: true }).verdict).toBe('suppressed')
    expect(verdictOf({ phone: '600999999' }, null).verdict).toBe('suppressed')
    expect(verdictOf({ phone: '600999999 / 600111333' }, null).verdict).toBe('create')
  })
  it('suppressed: an erased person, of whom nothing is stored', () => {
    expect(verdictOf({ externalId: 'x1', title: 'CEO' }, { ...ANA, erased: true })).toMatchObject({
      verdict: 'suppressed',
      isNewLead: false,
      changes: [],
    })
  })
  it('create: somebody new, or new in this list', () => {
    expect(verdictOf({ fullName: 'Eva' }, null)).toMatchObject({ verdict: 'create', isNewLead: true })
    const elsewhere = { ...ANA, leads: [{ ...LEAD, listId: 'there' }] }
    expect(verdictOf({ externalId: 'x1' }, elsewhere)).toMatchObject({ verdict: 'create', isNewLead: true })
  })
  it('update, and what would change; duplicate, when nothing would', () => {
    const found = verdictOf({ externalId: 'x1', email: 'ana@home.example', title: 'CEO' }, ANA)
    expect(found).toMatchObject({ verdict: 'update', isNewLead: false, lead: LEAD })
    expect(found.changes).toEqual([
      { field: 'email', header: null, before: 'ana@forjas.example', after: 'ana@home.example' },
    ])
    expect(verdictOf({ externalId: 'x1', fullName: 'ANA ROA', phone: '600 11 12 22' }, ANA).verdict).toBe(
      'duplicate',
    )
  })
})

describe('a new interest', () => {
  const closed = { ...ANA, leads: [{ ...LEAD, stage: 'lost' as const, since: NOW - 30 * DAY }] }
  it('is an id that the person did not have, or a date after the last lead was closed', () => {
    expect(verdictOf({ externalId: 'x1' }, closed).verdict).toBe('duplicate')
    expect(verdictOf({ externalId: 'x2', email: 'ana@forjas.example' }, closed).verdict).toBe('create')
    expect(verdictOf({ externalId: 'x1', arrivedAt: '01/01/2026' }, closed).verdict).toBe('duplicate')
    expect(verdictOf({ externalId: 'x1', arrivedAt: '01/03/2026' }, closed).verdict).toBe('create')
  })
  it('never makes a second open lead in one list', () => {
    expect(verdictOf({ externalId: 'x2', email: 'ana@forjas.example' }, ANA)).toMatchObject({
      verdict: 'update',
      isNewLead: false,
    })
  })
  it('a demo that was asked for since is taken in, once', () => {
    const found = verdictOf({ externalId: 'x1', demo: '09/03/2026' }, ANA)
    expect(found).toMatchObject({
      verdict: 'update',
      changes: [{ field: 'demo', after: '2026-03-08T23:00:00.000Z' }],
    })
    const known = {
      ...ANA,
      leads: [{ ...LEAD, signals: [{ kind: 'demo' as const, at: Date.UTC(2026, 2, 8, 23) }] }],
    }
    expect(verdictOf({ externalId: 'x1', demo: '09/03/2026' }, known).verdict).toBe('duplicate')
    expect(verdictOf({ externalId: 'x1', demo: 'Sí' }, known).verdict).toBe('duplicate')
  })
})

describe('rules of columns and modes', () => {
  const cells = { externalId: 'x1', title: 'CEO', company: 'Aceros', kept: 'rojo' }
  const known = { ...ANA, leads: [{ ...LEAD, extra: { H10: 'azul' } }] }
  it('fill leaves what stands, overwrite does not, never writes nothing', () => {
    expect(verdictOf(cells, known).verdict).toBe('duplicate')
    expect(verdictOf(cells, known, ground('create_update', 'overwrite')).changes).toEqual([
      { field: 'title', header: null, before: 'Gerente', after: 'CEO' },
      { field: 'company', header: null, before: 'Forjas S.L.', after: 'Aceros' },
      { field: null, header: 'H10', before: 'azul', after: 'rojo' },
    ])
    const blank = { ...ANA, title: null }
    expect(verdictOf(cells, blank).changes).toMatchObject([
      { field: 'title', before: null, after: 'CEO' },
      { field: null, header: 'H10', before: null, after: 'rojo' },
    ])
    expect(verdictOf(cells, blank, ground('create_update', 'never')).verdict).toBe('duplicate')
  })
  it('create leaves those who are there; update brings in nobody new, and says so', () => {
    expect(verdictOf({ externalId: 'x1', email: 'b@b.example' }, ANA, ground('create')).verdict).toBe(
      'duplicate',
    )
    expect(verdictOf({ fullName: 'Eva' }, null, ground('update'))).toMatchObject({
      verdict: 'error',
      isNewLead: false,
      problems: [{ problem: 'nobody_to_update' }],
    })
  })
})

describe('who is who', () => {
  const same = (cells: Cells, person = ANA) => {
    const { values } = row(cells)
    return keysOf(values).map((key) => isSame(key, person, values))
  }
  it('an id or an address of their own decides; a number only with the name', () => {
    expect(same({ externalId: 'x1', fullName: 'Otra Persona' })).toEqual([true])
    expect(same({ email: 'ana@forjas.example', fullName: 'Otra Persona' })).toEqual([true])
    expect(same({ phone: '600111222', fullName: 'Luis Gil' })).toEqual([false])
    expect(same({ phone: '600111222', fullName: 'Roa Peña, Ana' })).toEqual([true])
    expect(same({ phone: '600111222' })).toEqual([true])
  })
  it('a mailbox that many read is like a switchboard', () => {
    const shared = { ...ANA, emails: ['info@forjas.example'] }
    expect(same({ email: 'info@forjas.example', fullName: 'Luis Gil' }, shared)).toEqual([false])
  })
  it('an id with another name, number and address is somebody else under a number that was used twice', () => {
    const { values } = row({ externalId: 'x1', fullName: 'Luis Gil', email: 'luis@otra.example' })
    const [key] = keysOf(values)
    expect(key && isContradicted(key, ANA, values)).toBe(true)
    const married = row({ externalId: 'x1', fullName: 'Ana García', email: 'a@otra.example' }).values
    expect(key && isContradicted(key, ANA, married)).toBe(false)
  })
})

it('every row has one verdict, and only those of new leads and changes are stored', () => {
  const cell = (...values: string[]) => fc.constantFrom('', ...values)
  const cells = fc.record({
    externalId: cell('x1', 'x2'),
    fullName: cell('Ana Roa', 'Luis Gil'),
    email: cell('ana@forjas.example', 'no@'),
    phone: cell('600111222', '600999999', 'abc'),
    company: cell('Forjas', 'Aceros'),
    demo: cell('01/03/2026', 'sí'),
    doNotCall: cell('sí', 'no'),
    arrivedAt: cell('01/03/2026'),
  })
  const person = fc.constantFrom(null, ANA, ended('competitor'), ended('no_need'), {
    ...ANA,
    suppressed: true,
  })
  const mode = fc.constantFrom<ImportMode>('create', 'create_update', 'update')
  const rule = fc.constantFrom<ColumnRule>('fill', 'overwrite', 'never')
  fc.assert(
    fc.property(cells, person, mode, rule, (cells, person, mode, rule) => {
      const found = verdictOf(cells, person, ground(mode, rule))
      expect(VERDICTS).toContain(found.verdict)
      if (found.verdict === 'error') expect([found.isNewLead, found.changes]).toEqual([false, []])
      if (found.verdict === 'create') expect(found.isNewLead).toBe(true)
      if (found.verdict === 'duplicate') expect([found.isNewLead, found.changes]).toEqual([false, []])
      if (found.isNewLead)
        expect(person?.leads.some(({ listId, stage }) => listId === 'here' && stage === 'lead')).not.toBe(
          true,
        )
      if (cells.doNotCall === 'sí' && found.verdict !== 'error') expect(found.verdict).toBe('suppressed')
    }),
  )
})
