import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { leads, lists } from '#electron/db/schema/lead'
import { historyOf } from '../helpers/history.ts'
import { ended, handIn, importFile, inspect, planOf } from '../helpers/import-file.ts'
import { NOW, testApp } from '../helpers/test-app.ts'

const FILE = `ID,Nombre,Apellidos,Cargo,Empresa,Sector,Empleados,Web,Teléfono,Email,Ciudad,Provincia,CP,País,Origen,Campaña,Notas internas
A-1,Ana,Pérez García,Gerente,"Forjas Núñez, S.L.",Metalurgia,40,forjas.example,91 555 12 12 / 600-111-222,ana@forjas.example,Eibar,Gipuzkoa,20600,España,Feria,Otoño,=1+1
A-2,Luis,Gil,"=cmd|' /C calc'!A0",-Tornos,,,,+34 915 55 13 13,luis@tornos.example,Madrid,Madrid,28001,ES,Web,,'s-Gravenhage
A-3,Zoe,O'Neill,"Head, ""Ops""",@home Ltd,Software,12,,020 7946 0123,"zoe@home.example; z2@home.example",London,,E1 1AA,GB,,,"two
lines"
`

it('what goes out and comes in again changes nothing', async () => {
  const app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
  const first = await importFile(app, FILE)
  expect(first).toMatchObject({ state: 'done', counts: { create: 3, error: 0 } })

  const add = historyOf(app.db, app.deps.newId)
  const { atDesk } = await app.call('app.state', {})
  for (const { id } of app.db.select().from(leads).all()) {
    add.stage({ leadId: id, repId: atDesk?.id ?? '', at: NOW, to: 'sql' })
    app.db.run(sql`UPDATE leads SET stage = 'sql' WHERE id = ${id}`)
  }
  const { files, rows } = await app.call('export.run', { profile: 'generic' })
  expect(rows).toBe(3)

  const out = readFileSync(join(app.data, 'outbox', files[0]?.fileId ?? ''), 'utf8')
  const listId = app.db.select().from(lists).get()?.id ?? null
  const fileId = handIn(app, out)
  const plan = planOf(await inspect(app, fileId), { listId, newList: null })
  // Whatever differed would be written, and so be an update.
  const columns = plan.columns.map((column) => ({ ...column, rule: 'overwrite' as const }))
  const { importId } = await app.call('import.run', { fileId, plan: { ...plan, columns } })
  const again = await ended(app, importId)
  expect(again.counts).toEqual({ ...NONE, duplicate: 3 })
  app.close()
})

const NONE = { error: 0, suppressed: 0, second_look: 0, re_disqualified: 0, create: 0, update: 0 }
