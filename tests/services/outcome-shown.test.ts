import { afterEach, beforeEach, expect, it } from 'vitest'

import type { Input } from '#shared/contract/api'
import { SHIPPED_OUTCOMES } from '#shared/domain/outcome-set'
import { historyPlan } from '../helpers/call-history.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { handIn, importFile } from '../helpers/import-file.ts'

let app: DeskApp
let ana: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  app.sit(app.given.rep('Eva Sanz', 'admin'))
  const own = {
    code: 'own_retired',
    kind: 'disqualified',
    label: { es: 'Jubilado', en: 'Retired' },
    key: null,
    on: true,
    needs: [],
    delay: null,
    reason: 'student',
  }
  const outcomes = structuredClone([...SHIPPED_OUTCOMES, own]) as Input<'outcome.save'>['set']
  await app.call('outcome.save', { set: outcomes, from: null })
  app.sit(app.lucia)
  await app.log(ana, 'disqualified', { own: 'own_retired', reason: null })
})
afterEach(() => app.close())

it('what was pressed is shown as such in the history, the story, the list and the day', async () => {
  const card = await app.call('lead.card', { leadId: ana })
  expect(card.history.find(({ kind }) => kind === 'call')).toMatchObject({
    outcome: 'disqualified',
    own: 'own_retired',
  })
  const day = await app.call('day.view', {})
  expect(JSON.stringify(day)).toContain('own_retired')
})

it('the list is narrowed by it, and not by the kind it is', async () => {
  const found = async (outcome: string) => {
    const filter = { outcomes: [outcome] }
    const order = { filter, sort: 'name', descending: false, offset: 0, limit: 10 } as const
    const page = await app.call('leads.page', order)
    return page.rows.map(({ lastOutcome }) => lastOutcome)
  }
  expect([await found('own_retired'), await found('disqualified')]).toEqual([['own_retired'], []])
})

it('is counted as its kind: a dial, a connect, a conversation', async () => {
  expect(app.rows('leads')).toMatchObject([
    { dials: 1, stage: 'disqualified', reason: 'student', attempts: 0 },
  ])
})

it('a call history names it by its name, or by what is said of a cell', async () => {
  await importFile(app, 'ID;Nombre;Teléfono\r\nx1;Luis Peña;600111221')
  const file = [
    'Fecha;Teléfono;Resultado',
    '02/03/2026 10:00;600111221;Jubilado',
    '03/03/2026 17:00;600111221;Código 7',
    '04/03/2026 17:00;600111221;Ocupado',
  ].join('\r\n')
  const fields = ['calledAt', 'phone', 'outcome'] as const
  const values = { 'codigo 7': 'own_retired' }
  await app.call('history.run', {
    fileId: handIn(app, file),
    plan: historyPlan(fields, {
      columns: fields.map((field, index) => ({ index, field, ...(field === 'outcome' ? { values } : {}) })),
      closes: false,
    }),
  })
  type Pressed = { outcome: string; own_outcome: string | null }
  const calls = app.rows<Pressed>('calls', 'import_id IS NOT NULL')
  const sorted = calls.toSorted((a, b) => a.outcome.localeCompare(b.outcome))
  expect(sorted.map(({ outcome, own_outcome }) => [outcome, own_outcome])).toEqual([
    ['busy', null],
    ['disqualified', 'own_retired'],
    ['disqualified', 'own_retired'],
  ])
})
