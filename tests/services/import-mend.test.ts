import { afterEach, beforeEach, expect, it } from 'vitest'

import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const CSV =
  'Nombre;Teléfono;E-mail;Alta\r\nAna;60011122;ana@;31/12/2025\r\n;;;nada\r\nEva;600111223;;1/2/2026\r\n'
const problems = async (cells: string[]) => {
  const fileId = handIn(app, CSV)
  const { rows } = await app.call('import.tryRows', {
    fileId,
    plan: planOf(await inspect(app, fileId)),
    rows: [{ line: 2, cells }],
  })
  return rows[0]?.problems.map(({ problem, column, mend }) => [problem, column, mend])
}

it('says of every cell that is being mended how it would be read', async () => {
  expect(await problems(['Ana', '60011122', 'ana@', '31/12/2025'])).toEqual([
    ['phone_invalid', 1, 'check_number'],
    ['email_invalid', 2, 'check_email'],
  ])
  expect(await problems(['Ana', '600 111 222', 'ana@roa.example', '31/12/2025'])).toEqual([])
  expect(await problems(['', '', '', ''])).toEqual([['nobody', null, 'add_identity']])
})

it('mended rows are judged in the next check like any other', async () => {
  const fileId = handIn(app, CSV)
  const plan = planOf(await inspect(app, fileId))
  const before = await app.call('import.check', { fileId, plan })
  expect(await ended(app, before.importId)).toMatchObject({ marked: 2, counts: { error: 1, create: 2 } })
  const mended = [{ line: 3, cells: ['Luis', '600111224', '', ''] }]
  const after = await app.call('import.check', { fileId, plan: { ...plan, mended } })
  expect(await ended(app, after.importId)).toMatchObject({ marked: 1, counts: { error: 0, create: 3 } })
})
