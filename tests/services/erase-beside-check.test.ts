import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  app.sit(app.given.rep('Eva Sanz', 'admin'))
})
afterEach(() => app.close())

const rows = (...more: string[]) =>
  [
    'nombre;teléfono',
    ...Array.from({ length: 3000 }, (_, n) => `Persona ${n};6111${10_000 + n}`),
    ...more,
  ].join('\n')
async function check(text: string) {
  const fileId = handIn(app, text)
  const plan = planOf(await inspect(app, fileId))
  return { fileId, plan, ...(await app.call('import.check', { fileId, plan })) }
}
const status = (importId: string) => app.call('import.status', { importId })
const turn = () => new Promise((resolve) => setImmediate(resolve))
const erase = () => app.call('erase.person', { leadId: ana, askedOn: null })
/** Everything that lies in the folder beside the store, as text. */
const staged = () => {
  const folder = join(app.data, 'staging')
  const files = existsSync(folder) ? readdirSync(folder) : []
  return files.map((file) => readFileSync(join(folder, file)).toString('latin1')).join('')
}

describe('somebody is erased beside a dry run', () => {
  it('that runs: it begins anew, and ends as it would have', async () => {
    const { importId } = await check(rows())
    const erasing = erase()
    expect((await status(importId)).state).toBe('running')
    await erasing
    const end = await ended(app, importId)
    expect(end).toMatchObject({ state: 'checked', rows: 3000, message: 'erased-meanwhile' })
    expect(end.counts.create).toBe(3000)
    const page = { importId, filter: 'create', offset: 0, limit: 5 } as const
    expect((await app.call('import.rows', page)).rows).toHaveLength(5)
  })

  it('that is over and looked at: its rows are there again', async () => {
    const { importId, fileId, plan } = await check(rows())
    expect(await ended(app, importId)).toMatchObject({ state: 'checked', message: null })
    await erase()
    expect(await ended(app, importId)).toMatchObject({ state: 'checked', message: 'erased-meanwhile' })
    const page = { importId, filter: 'create', offset: 0, limit: 5 } as const
    expect((await app.call('import.rows', page)).rows).toHaveLength(5)
    const run = await app.call('import.run', { fileId, plan })
    expect(await ended(app, run.importId)).toMatchObject({ state: 'done', rows: 3000 })
  })

  it.each([false, true])('and the file names them: what was held of it goes (over: %s)', async (isOver) => {
    const { importId, fileId, plan } = await check(rows('Ana Ruiz;600000001'))
    if (isOver) await ended(app, importId)
    await erase()
    expect(await ended(app, importId)).toMatchObject({ state: 'failed', message: 'file-erased' })
    expect(existsSync(join(app.data, 'inbox', fileId))).toBe(false)
    expect(staged()).not.toContain('Ruiz')
    await expect(app.call('import.run', { fileId, plan })).rejects.toMatchObject({ reason: 'file-gone' })
    // Chosen again, they are counted and nothing of them is kept.
    const again = await check(rows('Ana Ruiz;600000001'))
    expect(await ended(app, again.importId)).toMatchObject({ state: 'checked', erased: 1 })
    expect(staged()).not.toContain('Ruiz')
  })

  it.each([false, true])('can be stopped meanwhile, and is then over (before: %s)', async (isOver) => {
    const { importId } = await check(rows())
    if (isOver) await ended(app, importId)
    const erasing = erase()
    while ((await status(importId)).state === 'checked') await turn()
    expect(await app.call('import.cancel', { importId })).toMatchObject({ state: 'cancelled' })
    await erasing
    expect(await status(importId)).toMatchObject({ state: 'cancelled' })
  })

  it.each([false, true])('to whoever looks it runs on all the while (over: %s)', async (isOver) => {
    const { importId } = await check(rows())
    if (isOver) await ended(app, importId)
    const erased = new AbortController()
    const erasing = erase().finally(() => erased.abort())
    const seen = new Set<string>()
    while (!erased.signal.aborted) {
      seen.add((await status(importId)).state)
      await turn()
    }
    await erasing
    expect([...seen]).not.toContain('cancelled')
    expect(await ended(app, importId)).toMatchObject({ state: 'checked' })
  })

  it('and the file names them: every window is told', async () => {
    const { importId } = await check(rows('Ana Ruiz;600000001'))
    await ended(app, importId)
    app.events.length = 0
    await erase()
    expect(app.events).toContainEqual({ kind: 'changed', topics: ['imports'] })
  })
})
