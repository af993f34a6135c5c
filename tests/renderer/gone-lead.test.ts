import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { createCallStore } from '../../renderer/features/call/call-store.ts'
import { deskApp } from '../helpers/desk.ts'

it('a note for a lead that is gone never keeps the next one from the desk', async () => {
  const app = deskApp()
  const [ana, bea] = [app.lead('Ana Ruiz'), app.lead('Bea Gil')]
  const desk = createCallStore(app.call, app.list)
  await desk.getState().open(ana)
  for (const table of ['drafts', 'queue'])
    app.db.run(sql.raw(`DELETE FROM ${table} WHERE lead_id = '${ana}'`))
  app.db.run(sql.raw(`DELETE FROM leads WHERE id = '${ana}'`))
  desk.getState().write('a medias')
  await desk.getState().open(bea)
  expect(desk.getState()).toMatchObject({ desk: { kind: 'lead', card: { leadId: bea } }, note: '' })
  app.close()
})
