import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { importFile, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const FIELDS = ['externalId', 'fullName', 'phone', 'email', 'company', 'title', 'doNotCall'] as const
const columns: ImportPlan['columns'] = FIELDS.map((field, index) => ({ index, field, rule: 'overwrite' }))
const cell = (...values: string[]) => fc.constantFrom('', ...values)
const row = fc.tuple(
  cell('1', '2', '3', '4'),
  fc.constantFrom('Ana Roa', 'Luis Gil', 'Eva Sanz', 'Ana Roa Gil'),
  cell('600111222', '600111333', '600111444'),
  cell('a@a.example', 'b@b.example'),
  cell('Forjas', 'Forjas SL', 'Norte'),
  cell('Jefa', 'CEO'),
  cell('sí'),
)
const which = fc.nat(5)
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('bring' as const),
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
      list: fc.constantFrom('A', 'B'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('merge' as const),
      kind: fc.constantFrom('person' as const, 'company' as const),
      pair: fc.tuple(which, which),
      side: fc.constantFrom('kept' as const, 'other' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), n: which }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

/** A store and what was done to it; nothing of it may fail but by a plain no. */
function workOn(app: TestApp) {
  const imports: string[] = []
  const merges: string[] = []
  const merge = async ({ kind, pair, side }: Extract<Deed, { do: 'merge' }>) => {
    const table = sql.identifier(kind === 'person' ? 'persons' : 'companies')
    const all = app.db.all<{ id: string }>(sql`SELECT id FROM ${table} ORDER BY id`)
    const [keepId = '', otherId = ''] = pair.map((n) => all[n % all.length]?.id)
    if (keepId === otherId) return
    const choices = kind === 'person' ? { company: side, title: side, name: side } : { name: side }
    const reply = await app.dispatch('review.merge', { kind, keepId, otherId, choices })
    if (reply.ok) merges.push((reply.value as { pairingId: string }).pairingId)
    else expect(reply.error.code).toBe('conflict')
  }
  return async (given: Deed): Promise<void> => {
    app.clock.advance(60_000)
    if (given.do === 'merge') return merge(given)
    if (given.do === 'unmerge') {
      const pairingId = merges.pop()
      if (pairingId) await app.call('review.undo', { pairingId })
    } else if (given.do === 'undo') {
      const [importId] = imports.splice(given.n % Math.max(imports.length, 1), 1)
      if (importId) expect((await undoImport(app, importId)).state).toBe('undone')
    } else {
      const listId = (await app.call('app.state', {})).lists.find(({ name }) => name === given.list)?.id ?? ''
      const text = [FIELDS, ...given.rows].map((cells) => cells.join(',')).join('\n')
      const into = { newList: null, listId, headerLine: 1, delimiter: ',', columns } as const
      imports.push((await importFile(app, text, into)).importId)
    }
  }
}

const WRONG = {
  withoutLead: sql`SELECT name FROM persons WHERE id NOT IN (SELECT person_id FROM leads)`,
  ofNobody: sql`SELECT key FROM identities WHERE person_id NOT IN (SELECT id FROM persons)`,
  notFoundBy: sql`SELECT e164 FROM phones AS p WHERE NOT EXISTS (SELECT 1 FROM identities AS i WHERE kind = 'phone'
    AND key = e164 AND i.person_id = p.person_id)`,
  foundByNoMore: sql`SELECT key FROM identities AS i WHERE kind = 'phone' AND NOT EXISTS (SELECT 1 FROM phones AS p
    WHERE p.person_id = i.person_id AND e164 = key)`,
}

it('law: whatever is brought in, merged, taken apart and undone, nobody is left whom no lead shows, and numbers find whose they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 14 }), async (deeds) => {
      const app = testApp()
      await app.call('people.add', { name: 'Irene', role: 'admin' })
      for (const name of ['A', 'B']) await app.call('lists.save', { ...NEW_LIST, id: null, name })
      const work = workOn(app)
      for (const each of deeds) await work(each)
      for (const each of deeds) if (each.do === 'merge') await work({ do: 'unmerge' })
      for (const each of deeds) if (each.do === 'bring') await work({ do: 'undo', n: 0 })
      const found = Object.entries(WRONG).map(([what, query]) => [what, app.db.all(query)])
      app.close()
      expect(Object.fromEntries(found)).toEqual({
        withoutLead: [],
        ofNobody: [],
        notFoundBy: [],
        foundByNoMore: [],
      })
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
