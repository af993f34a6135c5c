import { afterEach, beforeEach, expect, it } from 'vitest'

import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'

let app: DeskApp
beforeEach(() => void (app = deskApp()))
afterEach(() => app.close())

it('of two imports that both wait for a dry run to end, one comes in', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `Eva Gil ${n};${600_000_000 + n}`)
  const fileId = handIn(app, `nombre;teléfono\n${rows.join('\n')}\n`)
  const plan = planOf(await inspect(app, fileId))
  await app.call('import.check', { fileId, plan })
  const named = (name: string) => ({ ...plan, newList: plan.newList && { ...plan.newList, name } })
  const both = await Promise.allSettled(
    ['A', 'B'].map((name) => app.call('import.run', { fileId, plan: named(name) })),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  for (const each of both) if (each.status === 'fulfilled') await ended(app, each.value.importId)
})

it('nobody is found to be another while a file comes in that was judged by who was who', async () => {
  const [ana, double] = [app.lead('Ana Ruiz'), app.lead('Ana Ruíz')]
  const personOf = (id: string) =>
    app.rows<{ person_id: string }>('leads', `id = '${id}'`)[0]?.person_id ?? ''
  const merge = () =>
    app.call('review.merge', {
      kind: 'person',
      keepId: personOf(ana),
      otherId: personOf(double),
      choices: {},
    })
  const { pairingId } = await merge()
  await app.call('review.undo', { pairingId })
  const again = await merge()
  const rows = Array.from({ length: 3000 }, (_, n) => `Eva Gil ${n};${600_100_000 + n}`)
  const fileId = handIn(app, `nombre;teléfono\n${rows.join('\n')}\n`)
  const { importId } = await app.call('import.run', { fileId, plan: planOf(await inspect(app, fileId)) })
  await expect(app.call('review.undo', again)).rejects.toMatchObject({ reason: 'import-running' })
  await ended(app, importId)
  await app.call('review.undo', again)
  expect(personOf(double)).not.toBe(personOf(ana))
})

it.each([
  ['running', false],
  ['finishing', false],
  ['undoing', false],
  ['done', true],
  ['undone', true],
  ['failed', true],
  ['cancelled', true],
] as const)(
  'while an import is %s two people, or two companies, are found to be one: %s',
  async (state, may) => {
    app.lead('Ana Ruiz')
    app.lead('Ana Ruíz')
    const [keepId = '', otherId = ''] = app.rows<{ id: string }>('persons').map(({ id }) => id)
    app.db.run(`INSERT INTO imports (id, rep_id, at, file_name, sha256, state, plan, counts)
    VALUES ('00000000-0000-7000-8000-00000000000a', '${app.oscar}', 0, 'a.csv', '', '${state}', '{}', '{}')`)
    const refused = { ok: false, error: { code: 'conflict', reason: 'import-running' } }
    const people = await app.dispatch('review.merge', { kind: 'person', keepId, otherId, choices: {} })
    if (may) expect(people.ok).toBe(true)
    else expect(people).toMatchObject(refused)
    const sur = app.given.company('Talleres Sur')
    app.sit(app.oscar)
    const companies = { kind: 'company', keepId: app.norte, otherId: sur, choices: {} }
    const merged = await app.dispatch('review.merge', companies)
    if (may) expect(merged.ok).toBe(true)
    else expect(merged).toMatchObject(refused)
  },
)
