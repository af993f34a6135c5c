import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { handIn, importFile, inspect, NEW_LIST, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const names = (table: string) =>
  app.db
    .all<{ name: string }>(
      sql.raw(`SELECT DISTINCT name FROM ${table} JOIN persons ON persons.id = person_id ORDER BY 1`),
    )
    .map(({ name }) => name)

it('a question whose no is the wish keeps those out of the queue, also when the same columns come again', async () => {
  const file =
    'ID;Nombre;Teléfono;¿Llamar?\r\n1;Eva Gil;600111221;NO\r\n2;Luis Peña;600111222;SÍ\r\n3;Sol Mora;600111223;\r\n'
  const fileId = handIn(app, file)
  const found = await inspect(app, fileId)
  expect(found.columns[3]?.suggestion).toEqual({
    field: 'doNotCall',
    reason: 'header',
    share: null,
    wishIs: 'no',
  })
  expect((await importFile(app, file)).counts).toMatchObject({ suppressed: 1, create: 2 })
  expect(names('queue')).toEqual(['Luis Peña', 'Sol Mora'])
  const again = await inspect(app, handIn(app, file))
  expect(again.saved?.columns[3]).toMatchObject({ field: 'doNotCall', wishIs: 'no' })
})

it('words that say it count in any column that is mapped so, and what else stands there is kept', async () => {
  const file =
    'ID;Nombre;Teléfono;Prioridad;Etapa\r\n1;Eva Gil;600111221;Alta;Nuevo\r\n2;Luis Peña;600111222;NO LLAMAR;Nuevo\r\n' +
    '3;Sol Mora;600111223;Baja;No llamar\r\n'
  const done = await importFile(app, file)
  expect(done.counts).toMatchObject({ suppressed: 2, create: 1 })
  expect(names('queue')).toEqual(['Eva Gil'])
  expect(app.db.all(sql`SELECT extra FROM leads ORDER BY external_id LIMIT 2`)).toEqual([
    { extra: '{"Prioridad":"Alta"}' },
    { extra: '{"Prioridad":"NO LLAMAR"}' },
  ])
})

/** So that no first look at the file comes so far. */
const PAD = 'torno '.repeat(30)

it('a cell that says it in a column that is only kept marks its row, however late it comes', async () => {
  const rows = Array.from({ length: 4000 }, (_, n) => `${n};Persona ${n};${n === 3900 ? 'no llamar' : PAD}`)
  const fileId = handIn(app, `ID;Nombre;Máquina\r\n${rows.join('\r\n')}\r\n`)
  const plan = planOf(await inspect(app, fileId))
  expect(plan.columns[2]).toMatchObject({ field: null })
  const done = await importFile(app, `ID;Nombre;Máquina\r\n${rows.join('\r\n')}\r\n`)
  expect(done).toMatchObject({ marked: 1, counts: { create: 4000 } })
  const page = { importId: done.importId, filter: 'marked', offset: 0, limit: 5 } as const
  expect((await app.call('import.rows', page)).rows).toMatchObject([
    { line: 3902, problems: [{ problem: 'wish_unheeded', mend: 'map_wish', cell: 'no llamar' }] },
  ])
})

const answer = fc.constantFrom('', 'Sí', 'No', 'NO LLAMAR', 'x')
const asked = fc.record({ closed: answer, open: answer, also: answer })

it('law: whoever any column says must not be called is in no queue, and nobody else is kept out', async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 8 }), async (rows) => {
      const table = rows.map(({ closed, open, also }, at) => [
        `l${n}r${at}`,
        `P ${n} ${at}`,
        closed,
        open,
        also,
      ])
      const isWish = ({ closed, open, also }: (typeof rows)[number]) =>
        [closed, also].some((cell) => ['Sí', 'NO LLAMAR', 'x'].includes(cell)) ||
        ['No', 'NO LLAMAR'].includes(open)
      const header = ['ID', 'Nombre completo', 'No llamar', '¿Se puede llamar?', 'Lista Robinson']
      const columns = (['externalId', 'fullName', 'doNotCall', 'doNotCall', 'doNotCall'] as const).map(
        (field, index) => ({
          index,
          field,
          rule: 'fill' as const,
          ...(index === 3 ? { wishIs: 'no' as const } : {}),
        }),
      )
      const newList = { ...NEW_LIST, name: `List ${n++}` }
      const done = await importFile(app, Papa.unparse([header, ...table]), {
        headerLine: 1,
        delimiter: ',',
        columns,
        newList,
      })
      const wished = rows.filter(isWish).length
      expect([done.counts.suppressed, done.counts.create]).toEqual([wished, rows.length - wished])
    }),
    { numRuns: 12 },
  )
})
