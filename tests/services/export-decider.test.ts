import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { BEST, deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => (app = deskApp()))
afterEach(() => app.close())

it('whoever influences and named who decides: a second person of the company, who stands in the evidence', async () => {
  const ana = app.lead('Ana Ruiz')
  app.db.run(`UPDATE persons SET family_name = 'Ruiz'`)
  await app.answerAll(ana, { ...BEST, authority: 'names_who_decides' })
  const decider = { name: 'Carmen Ortiz', phone: '976 55 12 13' }
  const { named } = await app.answer(ana, 'authority', { grade: 'names_who_decides', decider })
  expect(named).toMatchObject({ name: 'Carmen Ortiz' })
  expect(app.rows('leads', `id = '${named?.leadId}'`)).toMatchObject([
    { company_id: app.norte, list_id: app.list },
  ])
  await app.log(ana, 'qualified')
  const { files } = await app.call('export.run', { profile: 'salesforce' })
  const text = files.map(({ fileId }) => readFileSync(join(app.data, 'outbox', fileId), 'utf8')).join('\n')
  expect(text).toContain('Quién decide: Carmen Ortiz')
})
