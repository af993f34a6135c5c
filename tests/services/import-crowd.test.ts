import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { importFile } from '../helpers/import-file.ts'
import { testApp } from '../helpers/test-app.ts'

const NAMES = ['Ana', 'Luis', 'Eva', 'Iker', 'Nora']
const FAMILIES = ['Roa', 'Gil', 'Sanz', 'Paz', 'Mur']
/** More than are looked at one by one. */
const CROWD = NAMES.flatMap((given) => FAMILIES.map((family) => `${given} ${family}`))

it('of many who share a number each is found by their name, again and again, and nobody by the number alone', async () => {
  const app = testApp()
  await app.call('people.add', { name: 'Irene', role: 'rep' })
  const people = CROWD.map((name, n) => `${name};p${n}@forjas.example;910000000`)
  await importFile(app, ['Nombre;Email;Teléfono', ...people].join('\n'))
  const { id = '' } = (await app.call('app.state', {})).lists[0] ?? {}
  const rows = [...CROWD.slice(-3), ...CROWD.slice(-3), 'Otra Persona'].map((name) => `${name};910000000`)
  const later = await importFile(app, ['Nombre;Teléfono', ...rows].join('\n'), { listId: id, newList: null })
  expect(later.counts).toMatchObject({ duplicate: 6, create: 1 })
  expect(app.db.get(sql`SELECT count(*) AS n FROM persons`)).toEqual({ n: CROWD.length + 1 })
  app.close()
})
