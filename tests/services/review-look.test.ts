import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { lookForPairs } from '#electron/services/review-look'
import { importFile } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const FEBRL = readFileSync('../shared/data/febrl/dataset1.csv', 'utf8')

/** Every pair that waits for somebody, by the ids that the file gave. */
async function pairs(kind: 'person' | 'company' = 'person') {
  const found = []
  for (let offset = 0; ; offset += 50) {
    const page = await app.call('review.pairs', { kind, offset, limit: 50 })
    found.push(...page.rows)
    if (page.rows.length === 0) return found
  }
}
const truthOf = (id: string) => id.split('-')[1]

const COLUMNS = (
  [
    'externalId',
    'givenName',
    'familyName',
    null,
    null,
    null,
    'city',
    'postalCode',
    'province',
    null,
    null,
  ] as const
).map((field, index) => ({ index, field, rule: 'fill' as const }))
/** Birth date and national id, which nobody needs to call somebody. */
const SENSITIVE = [9, 10]
const WITHOUT = COLUMNS.map((one) =>
  SENSITIVE.includes(one.index) ? { ...one, field: 'skip' as const } : one,
)

async function febrl(columns: Partial<ImportPlan>) {
  await importFile(app, FEBRL, columns)
  await lookForPairs(app.deps, true)
  const leads = app.db.all<{ id: string; ref: string }>(
    sql`SELECT person_id AS id, external_id AS ref FROM leads`,
  )
  const refs = new Map(leads.map(({ id, ref }) => [id, ref]))
  const rows = await pairs()
  const isTrue = ({ sides: [a, b] }: (typeof rows)[number]) =>
    truthOf(refs.get(a.id) ?? 'a-1') === truthOf(refs.get(b.id) ?? 'b-2')
  return {
    persons: new Set(leads.map(({ id }) => id)).size,
    right: rows.filter(isTrue).length,
    wrong: rows.filter((pair) => !isTrue(pair)).length,
  }
}

describe('1,000 people, of whom 500 are there twice', () => {
  it.each([
    ['as columns are suggested', 475, {}],
    ['with every column kept', 475, { columns: COLUMNS }],
    // A name and an address, both of which were changed in some of them.
    ['without birth date and national id', 460, { columns: WITHOUT }],
  ])(
    '%s: none is merged by itself, at least %i pairs are shown, and next to nobody else',
    async (_, least, columns) => {
      const { persons, right, wrong } = await febrl(columns)
      expect(persons).toBe(1000)
      expect(right).toBeGreaterThanOrEqual(least)
      expect(wrong).toBeLessThanOrEqual(5)
    },
  )
})

describe('a search', () => {
  const bring = (...rows: string[]) =>
    importFile(app, ['Nombre;Empresa;Email;Teléfono', ...rows].join('\r\n'))

  it('shows people and companies, the one who is here longer first, and why', async () => {
    await bring('Ana García López;GTX Pro;;600111222', 'Anna Garcia Lopez;GTXPro;;600111333')
    await lookForPairs(app.deps)
    const [pair] = await pairs()
    expect(pair?.sides.map(({ name }) => name)).toEqual(['Ana García López', 'Anna Garcia Lopez'])
    expect(pair?.lines.map(({ of, how }) => `${of} ${how}`)).toEqual(['name near', 'company near'])
    const [companies] = await pairs('company')
    expect(companies?.sides.map(({ name }) => name)).toEqual(['GTX Pro', 'GTXPro'])
  })

  it('does not show again whom somebody kept apart, until that is taken back', async () => {
    await bring('Ana García López;GTX Pro;;600111222', 'Anna Garcia Lopez;GTXPro;;600111333')
    await lookForPairs(app.deps)
    const [pair] = await pairs()
    const [a = '', b = ''] = pair?.sides.map(({ id }) => id) ?? []
    const decided = await app.call('review.apart', { kind: 'person', a, b })
    expect(await pairs()).toEqual([])
    await lookForPairs(app.deps, true)
    expect(await pairs()).toEqual([])
    await app.call('review.undo', decided)
    expect(await pairs()).toEqual([pair])
  })

  it('compares only who came since the last one, with everybody', async () => {
    await bring('Ana García López;GTX Pro;;600111222', 'Luis Gil Roa;Norte;;600444555')
    await lookForPairs(app.deps)
    const { id = '' } = (await app.call('app.state', {})).lists[0] ?? {}
    await importFile(app, 'Nombre;Empresa;Teléfono\r\nAnna Garcia Lopez;GTX-Pro;600777888', {
      listId: id,
      newList: null,
    })
    await lookForPairs(app.deps)
    expect(await pairs()).toHaveLength(1)
  })

  it('leaves nobody there who is gone', async () => {
    await bring('Ana García López;GTX Pro;;600111222', 'Anna Garcia Lopez;GTXPro;;600111333')
    await lookForPairs(app.deps)
    app.db.run(sql`UPDATE review_pairs SET b = 'gone' WHERE kind = 'person'`)
    await lookForPairs(app.deps, true)
    expect((await pairs()).map(({ sides }) => sides.map(({ name }) => name))).toEqual([
      ['Ana García López', 'Anna Garcia Lopez'],
    ])
    expect(app.db.all(sql`SELECT 1 FROM review_pairs WHERE b = 'gone'`)).toEqual([])
  })
})
