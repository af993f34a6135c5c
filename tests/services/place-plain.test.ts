import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'

import { plainLeads } from '#electron/db/plain-leads'
import { refresh } from '#electron/services/queue'
import { OUTCOME_IDS } from '#shared/domain/outcome'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ended, importFile, NEW_LIST } from '../helpers/import-file.ts'

const HEADER = [
  'ID',
  'Nombre',
  'Teléfono',
  'Empresa',
  'Cargo',
  'Sector',
  'Provincia',
  'No llamar',
  'Solicita demo',
  'Base legal',
  'Etapa',
]
const cell = (...values: string[]) => fc.constantFrom('', ...values)
/** Ids and numbers are few, so that people share numbers and companies. */
const row = fc.tuple(
  fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'),
  fc.constantFrom('Ana Roa', 'Luis Gil', 'Eva Sanz', 'Sol Mora'),
  cell('600111221', '600111222', '915551212', '600111223 / 922551212'),
  cell('Forjas S.L.', 'Peña', 'Talleres Norte'),
  cell('Gerente', 'CEO'),
  cell('Metal', 'Energía'),
  cell('Madrid', 'Las Palmas'),
  fc.constantFrom('', '', '', 'Sí'),
  fc.constantFrom('', '', '', '09/03/2026'),
  fc.constantFrom('', '', '', 'consentimiento', 'interés legítimo'),
  fc.constantFrom('', '', '', 'MQL', 'nurture', 'customer', 'lost'),
)
const file = fc.uniqueArray(row, { minLength: 3, maxLength: 8, selector: ([id]) => id })
const happening = fc.record({
  who: fc.nat(7),
  outcome: fc.constantFrom(...OUTCOME_IDS.filter((id) => id !== 'qualified' && id !== 'referred')),
  later: fc.constantFrom(0, DAY, 3 * DAY),
  isUndone: fc.boolean(),
})
const bytes = (rows: readonly (readonly string[])[]) =>
  [HEADER, ...rows].map((cells) => cells.join(';')).join('\r\n')
const columns = (
  [
    'externalId',
    'fullName',
    'phone',
    'company',
    'title',
    'industry',
    'province',
    'doNotCall',
    'demo',
    'basis',
    'stage',
  ] as const
).map((field, index) => ({ index, field, rule: 'overwrite' as const }))
const read = { columns, headerLine: 1, delimiter: ';' } as const

const standing = (app: DeskApp) => ({
  queue: app.rows('queue'),
  leads: app.db.all(
    sql`SELECT id, stage, fit, bant_now, attempts, dials, owner_id, wakes_at FROM leads ORDER BY id`,
  ),
})

it('many at once stand where each stands by its facts, whatever happened to anybody', async () => {
  let plain = 0
  await fc.assert(
    fc.asyncProperty(
      file,
      file,
      fc.array(happening, { maxLength: 6 }),
      fc.boolean(),
      async (first, second, past, isConsumers) => {
        const app = deskApp()
        try {
          app.sit(app.oscar)
          await importFile(app, bytes(first), { ...read, newList: null, listId: app.list })
          const ids = app.rows<{ id: string }>('leads').map(({ id }) => id)
          for (const { who, outcome, later, isUndone } of past) {
            const leadId = ids[who % ids.length] ?? ''
            await app.log(leadId, outcome).catch(() => null)
            if (isUndone) await app.call('call.undo', { reason: 'slip' }).catch(() => null)
            app.clock.advance(later)
          }
          const newList = { ...NEW_LIST, name: 'B', business: !isConsumers }
          const done = await importFile(app, bytes(second), { ...read, newList })
          expect((await ended(app, done.importId)).state).toBe('done')
          const leads = app.rows<{ id: string }>('leads').map(({ id }) => id)
          plain += plainLeads(app.db, leads, app.clock.now() - 2 * DAY).size

          const stood = standing(app)
          const ofFile = new Set(
            app.rows<{ id: string }>('leads', `list_id <> '${app.list}'`).map(({ id }) => id),
          )
          // Nothing of before may help the second time.
          app.db.transaction((tx) => {
            tx.run(sql`DELETE FROM queue WHERE list_id <> ${app.list}`)
            refresh(tx, app.deps, [...ofFile])
          })
          expect(standing(app)).toEqual(stood)
        } finally {
          app.close()
        }
      },
    ),
    { numRuns: 15 },
  )
  expect(plain).toBeGreaterThan(8)
})

it('who moved with the same file is called by the clock of where they are now', async () => {
  const app = deskApp()
  onTestFinished(() => app.close())
  app.sit(app.oscar)
  await importFile(
    app,
    bytes([['1', 'Ana Roa', '600111221', 'Peña', 'Gerente', 'Metal', 'Madrid', '', '', '', '']]),
    {
      ...read,
      newList: null,
      listId: app.list,
    },
  )
  const again = await importFile(
    app,
    bytes([['1', 'Ana Roa', '600111221', 'Peña', 'CEO', 'Metal', 'Las Palmas', '', '', '', '']]),
    { ...read, newList: { ...NEW_LIST, name: 'B' } },
  )
  expect(again.counts.create).toBe(1)
  const clocks = app.rows<{ calendar: string }>('queue').map(({ calendar }) => calendar.includes('Canary'))
  expect(clocks).toEqual([true, true])
})
