import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { identities } from '#electron/db/schema/person'
import { refresh } from '#electron/services/queue'
import { emailKey } from '#shared/domain/email-key'
import { MERGE_FIELDS, SIDES } from '#shared/domain/identity/merge'
import { HOUR } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

const text = (...values: string[]) => fc.constantFrom(null, ...values)
const person = fc.record({
  name: fc.constantFrom('Ana Ruiz', 'Ana Gil', 'García López, Ana'),
  title: text('Gerente', 'CEO'),
  city: text('Bilbao', 'Madrid'),
  province: text('Bizkaia'),
  postalCode: text('48001', '28001'),
  phones: fc.uniqueArray(fc.constantFrom('+34600111222', '+34600333444', '+34915551212'), { maxLength: 3 }),
  status: fc.constantFrom('ok', 'invalid', 'switchboard'),
  emails: fc.uniqueArray(fc.constantFrom('ana@a.es', 'ANA@a.es', 'ana@gmail.com'), { maxLength: 2 }),
  stages: fc.array(fc.constantFrom('inquiry', 'lead', 'mql', 'nurture', 'disqualified'), { maxLength: 3 }),
  signals: fc.nat(2),
  calls: fc.array(fc.constantFrom('no_answer', 'callback', 'interested', 'do_not_call'), { maxLength: 2 }),
})
type Given = typeof person extends fc.Arbitrary<infer P> ? P : never
const choices = fc.dictionary(fc.constantFrom(...MERGE_FIELDS), fc.constantFrom(...SIDES), { maxKeys: 4 })

async function make(app: DeskApp, given: Given, lists: readonly string[]): Promise<string> {
  const { stages, signals, calls, status, phones, emails, ...rest } = given
  const id = app.given.person(rest.name, { ...rest, country: 'ES', phones, emails })
  app.db.run(`UPDATE phones SET status = '${status}' WHERE person_id = '${id}' AND place = 0`)
  const keys = [...phones.map((key) => ['phone', key]), ...emails.map((email) => ['email', emailKey(email)])]
  for (const [kind, key = ''] of keys)
    app.db
      .insert(identities)
      .values({ kind: kind as 'phone', key, personId: id })
      .onConflictDoNothing()
      .run()
  const leads = stages.map((stage, at) =>
    app.given.lead(id, lists[at % lists.length] ?? '', {
      bornAs: stage,
      stage,
      createdAt: at,
      arrivedAt: at,
    }),
  )
  for (let n = 0; n < signals && leads[0]; n++)
    app.db.run(
      `INSERT INTO signals VALUES ('${app.deps.newId()}', '${leads[0]}', 'demo', ${app.clock.now()})`,
    )
  app.db.transaction((tx) => refresh(tx, app.deps, leads))
  for (const outcome of calls) {
    app.clock.advance(HOUR)
    if (leads[0]) await app.log(leads[0], outcome).catch(() => null)
  }
  return id
}

const TABLES = [
  'persons',
  'phones',
  'emails',
  'identities',
  'leads',
  'signals',
  'queue',
  'review_pairs',
  'companies',
]
const all = (app: DeskApp) => Object.fromEntries(TABLES.map((table) => [table, app.rows(table)]))
/** Time alone has moved nothing in between. */
const settle = (app: DeskApp) =>
  app.db.transaction((tx) =>
    refresh(
      tx,
      app.deps,
      app.rows<{ id: string }>('leads').map(({ id }) => id),
    ),
  )
const silenced = (app: DeskApp, id: string) => app.rows('live_suppressions', `person_id = '${id}'`).length > 0
const both = (run: (app: DeskApp, a: string, b: string) => Promise<void>, a: Given, b: Given) => async () => {
  const app = deskApp()
  try {
    const lists = [app.list, app.given.list('Feria')]
    await run(app, await make(app, a, lists), await make(app, b, lists))
  } finally {
    app.close()
  }
}

it('taken back, everything is as it was before, whoever stayed and whatever was chosen', async () => {
  await fc.assert(
    fc.asyncProperty(person, person, choices, async (a, b, chosen) => {
      await both(
        async (app, keepId, otherId) => {
          // A wish is shared with the other on the way; what it brings is not taken back.
          if (silenced(app, keepId) !== silenced(app, otherId)) return
          const pair = `'person', '${keepId}', '${otherId}', 50, '[]'`
          app.db.run(`INSERT INTO review_pairs VALUES (${pair})`)
          settle(app)
          const before = all(app)
          const merge = { kind: 'person', keepId, otherId, choices: chosen } as const
          const { pairingId } = await app.call('review.merge', merge)
          expect(app.rows('leads', `person_id = '${otherId}'`)).toEqual([])
          await app.call('review.undo', { pairingId })
          expect(all(app)).toEqual(before)
        },
        a,
        b,
      )()
    }),
    { numRuns: 40 },
  )
})

it('whoever stays, the same is silenced, and one lead a list is open', async () => {
  await fc.assert(
    fc.asyncProperty(person, person, async (a, b) => {
      const ends: unknown[] = []
      for (const turned of [false, true])
        await both(
          async (app, first, second) => {
            const wished = silenced(app, first) || silenced(app, second)
            const [keepId, otherId] = turned ? [second, first] : [first, second]
            await app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
            expect(silenced(app, keepId)).toBe(wished)
            if (wished) expect(app.rows('queue')).toEqual([])
            const open = app.rows<{ list_id: string }>(
              'leads',
              "stage NOT IN ('disqualified', 'lost', 'customer')",
            )
            expect(new Set(open.map((lead) => lead.list_id)).size).toBe(open.length)
            const keys = app
              .rows('identities', `person_id = '${keepId}'`)
              .map(({ kind, key }) => `${kind as string} ${key as string}`)
            ends.push([
              wished,
              open.map((lead) => lead.list_id),
              keys,
              app.rows('queue').map((row) => row['bucket']),
            ])
          },
          a,
          b,
        )()
      expect(ends[1]).toEqual(ends[0])
    }),
    { numRuns: 25 },
  )
})
