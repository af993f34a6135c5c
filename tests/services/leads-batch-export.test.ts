import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { deskApp } from '../helpers/desk.ts'

it('writes what was picked into a file, in the order asked for, with no formula to run', async () => {
  const app = deskApp()
  app.lead('=cmd|calc', { extra: { Feria: 'Bilbao "24"' } })
  app.lead('Ana Ruiz')
  const file = await app.call('batch.export', {
    which: { filter: {}, except: [] },
    order: { filter: {}, sort: 'name', descending: true },
    columns: [
      { id: 'name', header: 'Nombre' },
      { id: 'stage', header: 'Etapa' },
      { id: 'extra:Feria', header: 'Feria' },
    ],
    words: { 'stage.lead': 'Lead' },
  })
  expect(file).toMatchObject({ rows: 2, name: 'callwright-leads-2026-03-10-1000.csv' })
  expect(readFileSync(join(app.data, 'outbox', file.fileId), 'utf8')).toBe(
    '\uFEFFNombre,Etapa,Feria\r\nAna Ruiz,Lead,\r\n"\'=cmd|calc",Lead,"Bilbao ""24"""\r\n',
  )
  app.close()
})
