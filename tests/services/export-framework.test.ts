import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { gather } from '#electron/services/export/gather'
import { evidenceOf } from '#shared/domain/export/evidence'
import { isOurs } from '#shared/domain/export/generic'
import { MEDDIC } from '#shared/domain/meddic'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let admin: string
beforeEach(() => {
  app = deskApp()
  admin = app.given.rep('Eva Sanz', 'admin')
})
afterEach(() => app.close())

const OWN = {
  ...MEDDIC,
  framework: 'spiced',
  name: 'SPICED',
  weights: { need: 60, pain: 40 },
  criteria: [
    ...MEDDIC.criteria.filter(({ id }) => id === 'need'),
    {
      id: 'pain',
      label: { es: 'Dolor', en: 'Ache' },
      key: 'Q',
      staleMonths: 6,
      gate: null,
      grades: [
        { id: 'sharp', label: { es: 'agudo', en: 'sharp' }, worth: 100 },
        { id: 'dull', label: { es: 'sordo', en: 'dull' }, worth: 0 },
      ],
    },
  ],
}
const BEST = Object.fromEntries(MEDDIC.criteria.map(({ id, grades }) => [id, grades[0]?.id ?? '']))

async function qualified(name: string, listId: string, grades: Record<string, string>): Promise<string> {
  app.sit(app.lucia)
  const lead = app.lead(name, { listId })
  await app.open(lead)
  await app.answerAll(lead, grades)
  expect(await app.log(lead, 'qualified', { step: { ...TOMORROW, kind: 'demo' } })).toMatchObject({
    kind: 'logged',
  })
  return lead
}
async function choose(listId: string, framework: string) {
  app.sit(admin)
  await app.call('definition.choose', { listId, framework })
}
async function written(profile: 'generic' | 'salesforce') {
  const { files } = await app.call('export.run', { profile })
  const text = readFileSync(join(app.data, 'outbox', files[0]?.fileId ?? ''), 'utf8')
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
}

it('a list that qualifies by MEDDIC goes out with its columns, and with none of BANT’s own', async () => {
  await choose(app.list, 'meddic')
  await qualified('Ana Ruiz', app.list, BEST)
  const [row = {}] = await written('generic')
  expect(row).toMatchObject({
    _meddic: '100',
    _metrics: 'medidas',
    _decision_process: 'con fechas',
    _authority: 'decide',
    _champion: 'nos vende',
  })
  expect(Object.keys(row)).not.toContain('_bant')
  expect(Object.keys(row)).not.toContain('_budget')
  expect(
    Object.keys(row)
      .filter((header) => header.startsWith('_'))
      .every(isOurs),
  ).toBe(true)
})

it('a team’s own framework has its words; two frameworks in one file stand side by side', async () => {
  app.sit(admin)
  expect(await app.dispatch('definition.save', { definition: OWN })).toMatchObject({
    value: { kind: 'saved' },
  })
  const other = app.given.list('Feria')
  app.db.run(`UPDATE lists SET basis = 'legitimate interest'`)
  await choose(other, 'spiced')
  await qualified('Ana Ruiz', app.list, {
    budget: 'will_buy',
    authority: 'decides',
    need: 'must_have',
    timeline: 'now',
  })
  await qualified('Eva Gil', other, { need: 'must_have', pain: 'sharp' })
  const rows = await written('generic')
  const of = (name: string) => rows.find((row) => row['Name'] === name) ?? {}
  expect(of('Ana Ruiz')).toMatchObject({ _bant: '100', _score_spiced: '', _answer_pain: '' })
  expect(of('Eva Gil')).toMatchObject({ _bant: '', _score_spiced: '100', _answer_pain: 'agudo' })
  expect(
    Object.keys(of('Eva Gil'))
      .filter((header) => header.startsWith('_'))
      .every(isOurs),
  ).toBe(true)
  // Another list's framework gives the file more columns; it does not change a lead.
  expect(await app.call('export.ready', { profile: 'generic' })).toMatchObject({ new: 0, changed: 0 })
})

it('what was exported before another framework came is not sent again for its blank columns', async () => {
  await qualified('Ana Ruiz', app.list, {
    budget: 'will_buy',
    authority: 'decides',
    need: 'must_have',
    timeline: 'now',
  })
  await written('generic')
  const other = app.given.list('Feria')
  app.db.run(`UPDATE lists SET basis = 'legitimate interest'`)
  await choose(other, 'meddic')
  await qualified('Eva Gil', other, BEST)
  expect(await app.call('export.ready', { profile: 'generic' })).toMatchObject({ new: 1, changed: 0 })
})

it('the CRM’s own columns stay as they are, and the evidence names the framework', async () => {
  const before = (await app.call('export.ready', { profile: 'salesforce' })).headers
  await choose(app.list, 'meddic')
  const lead = await qualified('Ana Ruiz', app.list, BEST)
  expect((await app.call('export.ready', { profile: 'salesforce' })).headers).toEqual(before)
  const evidence = gather(app.deps, [lead]).map(evidenceOf).join()
  expect(evidence).toMatch(/MEDDIC 100 \(umbral 75\)/)
  expect(evidence).toMatch(/Cifras: medidas/)
})
