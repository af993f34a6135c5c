import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'

import { leads, lists } from '#electron/db/schema/lead'
import { historyOf } from '../helpers/history.ts'
import { ended, handIn, importFile, inspect, planOf } from '../helpers/import-file.ts'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

const FILE = `ID,Nombre,Apellidos,Cargo,Empresa,Sector,Empleados,Web,Teléfono,Email,Ciudad,Provincia,CP,País,Origen,Campaña,Notas internas
A-1,Ana,Pérez García,Gerente,"Forjas Núñez, S.L.",Metalurgia,40,forjas.example,91 555 12 12 / 600-111-222,ana@forjas.example,Eibar,Gipuzkoa,20600,España,Feria,Otoño,=1+1
A-2,Luis,Gil,"=cmd|' /C calc'!A0",-Tornos,,,,+34 915 55 13 13,luis@tornos.example,Madrid,Madrid,28001,ES,Web,,'s-Gravenhage
A-3,Zoe,O'Neill,"Head, ""Ops""",@home Ltd,Software,12,,020 7946 0123,"zoe@home.example; z2@home.example",London,,E1 1AA,GB,,,"two
lines"
`

type Column = ReturnType<typeof planOf>['columns'][number]

/** Every lead an SQL, all of them out, and in again where whatever differed would be written. */
async function outAndIn(app: TestApp, known?: ReadonlyMap<string, Column>) {
  const add = historyOf(app.db, app.deps.newId)
  const { atDesk } = await app.call('app.state', {})
  for (const { id } of app.db.select().from(leads).all()) {
    add.stage({ leadId: id, repId: atDesk?.id ?? '', at: NOW, to: 'sql' })
    app.db.run(sql`UPDATE leads SET stage = 'sql' WHERE id = ${id}`)
  }
  const { files, rows } = await app.call('export.run', { profile: 'generic' })
  const out = readFileSync(join(app.data, 'outbox', files[0]?.fileId ?? ''), 'utf8')
  const listId = app.db.select().from(lists).get()?.id ?? null
  const fileId = handIn(app, out)
  const inspected = await inspect(app, fileId)
  const plan = planOf(inspected, { listId, newList: null })
  const of = new Map(plan.columns.map((column) => [inspected.header[column.index] ?? '', column]))
  // A handful of hostile cells may speak against a header; what it means was seen on a plain file.
  const columns = plan.columns.map((column) => {
    const { field } = known?.get(inspected.header[column.index] ?? '') ?? column
    return { ...column, field, rule: 'overwrite' as const }
  })
  const { importId } = await app.call('import.run', { fileId, plan: { ...plan, columns } })
  return { rows, again: await ended(app, importId), of }
}

it('what goes out and comes in again changes nothing', async () => {
  const app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
  const first = await importFile(app, FILE)
  expect(first).toMatchObject({ state: 'done', counts: { create: 3, error: 0 } })
  const { rows, again } = await outAndIn(app)
  expect(rows).toBe(3)
  expect(again.counts).toEqual({ ...NONE, duplicate: 3 })
  app.close()
})

const HEADER =
  'ID,Nombre,Apellidos,Cargo,Empresa,Sector,Empleados,Teléfono,Email,Ciudad,CP,País,Origen,Campaña,Otra'
const cell = (...texts: string[]) => fc.constantFrom('', ...texts)
const HOSTILE = [
  '=1+1',
  '+34',
  '-x',
  '@home',
  `a "b", c`,
  'dos\nlíneas',
  "'apóstrofo",
  '0123',
  '  ',
  'ñ;|',
  '1-5',
  '<b>',
]
const person = fc.tuple(
  fc.constantFrom('Ana', 'José Luis', "D'Arcy", 'Zoë', '=Eva'),
  cell('Pérez García', 'de la Fuente', "O'Neill", 'Łuk', ...HOSTILE.slice(3, 6)),
  cell('Gerente', 'Head, "Ops"', ...HOSTILE),
  cell('Forjas, S.L.', 'Núñez & Co', ...HOSTILE.slice(2, 9)),
  cell('Metal', 'Software', ...HOSTILE.slice(0, 4)),
  cell('40', '10-49', '1.200'),
  cell('91 555 12 %%', '600-111-2%%', '+44 20 7946 01%%', '600 222 3%% / 91 444 22 %%'),
  cell('a%%@x.example', 'b%%@x.example; c%%@y.example'),
  cell('Madrid', "L'Hospitalet", ...HOSTILE.slice(0, 6)),
  cell('08019', '28001', 'E1 1AA'),
  cell('España', 'GB', 'fr'),
  cell('Feria', 'Web', ...HOSTILE.slice(0, 5)),
  cell('Otoño', ...HOSTILE.slice(4)),
  cell('rojo', ...HOSTILE),
)

it('law: whatever people a file holds, out and in again changes nothing', async () => {
  const plain = testApp()
  await plain.call('people.add', { name: 'Ana', role: 'rep' })
  await importFile(plain, FILE_OF_ALL)
  const known = (await outAndIn(plain)).of
  const { columns } = planOf(await inspect(plain, handIn(plain, FILE_OF_ALL)))
  plain.close()
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 8 }), async (people) => {
      const app = testApp()
      await app.call('people.add', { name: 'Ana', role: 'rep' })
      const rows = people.map((cells, n) => [
        `id-${n}`,
        ...cells.map((each) => each.replaceAll('%%', String(10 + n))),
      ])
      const first = await importFile(app, `${HEADER}\n${Papa.unparse(rows, { newline: '\n' })}`, { columns })
      expect(first).toMatchObject({ state: 'done', rows: people.length, counts: { error: 0 } })
      const { again } = await outAndIn(app, known)
      const { duplicate } = again.counts
      const page = { importId: again.importId, filter: 'update', offset: 0, limit: 3 } as const
      const differs = (await app.call('import.rows', page)).rows.map(({ changes }) => changes)
      expect({ ...again.counts, differs }).toEqual({ ...NONE, duplicate, differs: [] })
      expect(duplicate).toBe(again.rows)
      app.close()
    }),
    { numRuns: 12 },
  )
})

/** A file in which every column shows what it is. */
const FILE_OF_ALL = `${HEADER}
1,Ana,Pérez García,Gerente,"Forjas, S.L.",Metal,40,91 555 12 12,a@x.example,Madrid,08019,España,Feria,Otoño,rojo
2,Luis,Gil,Gerente,"Núñez, S.A.",Metal,41,91 555 12 13,b@x.example,Madrid,08019,España,Feria,Otoño,azul`

const NONE = { error: 0, suppressed: 0, second_look: 0, re_disqualified: 0, create: 0, update: 0 }
