import { sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'

import { MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'

/** So many that the store is copied first: what is judged by then is written only afterwards. */
const MANY = 1001
const NORTE = ['Eva Sanz;+34600500001;Talleres Norte', 'Luis Gil;+34600500002;Talleres Norte']
const bytes = (first: readonly string[]) =>
  [
    'Nombre;Teléfono;Empresa',
    ...first,
    ...Array.from({ length: MANY }, (_, n) => `Sol ${n};+3460060${String(n).padStart(4, '0')};Forjas ${n}`),
  ].join('\r\n')

/** Brings a file in and calls while it is on its way: its first rows were judged before anybody was dialled. */
async function bringWhile(
  app: DeskApp,
  copied: PromiseWithResolvers<void>,
  rows: string[],
  calls: () => unknown,
) {
  const fileId = handIn(app, bytes(rows))
  const plan = planOf(await inspect(app, fileId), { newList: null, listId: app.list })
  const { importId } = await app.call('import.run', { fileId, plan })
  while ((await app.call('import.status', { importId })).rows === 0)
    await new Promise((resolve) => setImmediate(resolve))
  await calls()
  copied.resolve()
  expect((await ended(app, importId)).state).toBe('done')
}

function busy() {
  const copied = Promise.withResolvers<void>()
  const app = deskApp({ deps: { backup: () => copied.promise } })
  onTestFinished(() => app.close())
  return { app, copied }
}

const waits = (app: DeskApp, name: string) =>
  app.db.all<{ why: string | null; until: number | null }>(
    sql`SELECT why, until FROM queue JOIN persons ON persons.id = person_id WHERE name = ${name}`,
  )
const TOMORROW = Date.UTC(2026, 2, 10, 23)

it('whoever comes in while their employer is called as often as it may be waits for tomorrow', async () => {
  const { app, copied } = busy()
  const known = ['Ana Ruiz', 'Iñigo Goñi', 'Marta Vidal'].map((name) => app.lead(name))
  await bringWhile(app, copied, NORTE, async () => {
    for (const id of known) await app.log(id, 'no_answer')
  })
  for (const row of NORTE)
    expect(waits(app, row.split(';')[0] ?? '')).toEqual([{ why: 'cap_company', until: TOMORROW }])
  expect(waits(app, 'Sol 1')).toEqual([{ why: null, until: null }])
})

it('one call less holds nobody back', async () => {
  const { app, copied } = busy()
  const known = ['Ana Ruiz', 'Iñigo Goñi'].map((name) => app.lead(name))
  await bringWhile(app, copied, NORTE, async () => {
    for (const id of known) await app.log(id, 'no_answer')
  })
  expect(waits(app, 'Eva Sanz')).toEqual([{ why: null, until: null }])
})

it('whoever comes in with a number that is called meanwhile as often as it may be waits too', async () => {
  const { app, copied } = busy()
  const leadId = app.lead('Ana Ruiz')
  const [phone] = app.rows<{ id: string; e164: string; person_id: string }>('phones')
  app.db.run(sql`INSERT INTO identities (kind, key, person_id) SELECT 'phone', e164, person_id FROM phones`)
  const of = { leadId, personId: phone?.person_id ?? '', phoneId: phone?.id ?? '', listId: app.list }
  await bringWhile(app, copied, [`Eva Sanz;${phone?.e164};Forjas Sur`], () => {
    for (const minutes of [2, 1])
      app.given.call({
        ...of,
        repId: app.lucia,
        at: app.clock.now() - minutes * MINUTE,
        outcome: 'no_answer',
      })
  })
  expect(waits(app, 'Eva Sanz')).toEqual([{ why: 'cap_number', until: TOMORROW }])
})
