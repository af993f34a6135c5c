import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { listBackups } from '#electron/db/backup'
import { keepBackups } from '#electron/engine/backups'
import { startEngine } from '#electron/engine/engine'
import type { AppEvent } from '#shared/contract/events'
import { openEngine, WORKER } from '../contract/transports.ts'

const CRASHING = pathToFileURL(resolve('tests/fixtures/crashing-worker.ts'))

let opened: Awaited<ReturnType<typeof openEngine>>
beforeEach(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  opened = await openEngine(CRASHING)
})
afterEach(async () => {
  await opened.close()
  vi.restoreAllMocks()
})

describe('an engine whose thread dies', () => {
  it('answers what was asked, comes back with what was confirmed, and logs why', async () => {
    const { engine, data } = opened
    await engine.dispatch('people.add', { name: 'Ana', role: 'rep' })
    const [lost, waiting] = await Promise.all([
      engine.dispatch('crash', {}),
      engine.dispatch('app.state', {}),
    ])
    expect(lost).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(waiting).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(await engine.dispatch('app.state', {})).toMatchObject({
      ok: true,
      value: { reps: [{ name: 'Ana' }] },
    })
    expect(readFileSync(join(data, 'callwright.log'), 'utf8')).toContain('crashed on purpose')
  })
})

describe('an engine', () => {
  it('refuses what cannot be sent, and goes on', async () => {
    const reply = await opened.engine.dispatch('people.add', { name: () => 'Ana' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(await opened.engine.dispatch('app.state', {})).toMatchObject({ ok: true })
  })

  it('lets nobody else at its data', async () => {
    const second = startEngine({ data: opened.data, entry: WORKER, openUri: () => Promise.resolve(false) })
    await expect(second).rejects.toMatchObject({ code: 'in-use' })
  })

  it('has nothing to say after it was closed', async () => {
    await opened.engine.close()
    expect(await opened.engine.dispatch('app.state', {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    })
  })
})

describe('reports', () => {
  it('are read in a thread of their own, see what was just confirmed, and leave one file behind', async () => {
    const { engine, data, close } = await openEngine()
    const ask = { unit: 'people', basis: 'cohort', from: '2020-01-01', to: '2030-01-01' }
    const figures = () =>
      engine.dispatch('metrics.table', { ...ask, listId: null, repId: null, source: null, by: 'rep' })
    expect(await figures()).toMatchObject({ ok: true, value: { rows: [] } })
    await engine.dispatch('demo.seed', {})
    expect(await figures()).toMatchObject({ ok: true, value: { rows: [{}, {}, {}] } })
    await engine.close()
    expect(existsSync(join(data, 'callwright.db'))).toBe(true)
    expect(existsSync(join(data, 'callwright.db-wal'))).toBe(false)
    expect(await figures()).toMatchObject({ ok: false, error: { code: 'internal' } })
    await close()
  })
})

describe('files handed in and out', () => {
  const path = (name: string) => join(opened.data, name)

  it('are copied, so that what happens to the original later does not matter', async () => {
    writeFileSync(path('leads.csv'), 'a;b\n')
    const { fileId, name } = await opened.engine.adopt(path('leads.csv'), 'C:\\listas\\leads\u0007.csv')
    writeFileSync(path('leads.csv'), 'changed')
    expect(name).toBe('leads.csv')
    expect(readFileSync(join(opened.data, 'inbox', fileId), 'utf8')).toBe('a;b\n')
  })

  it('are refused in plain words when they vanished, are a folder or hold nothing', async () => {
    mkdirSync(path('folder'))
    writeFileSync(path('empty.csv'), '')
    for (const name of ['gone.csv', 'folder', 'empty.csv'])
      await expect(opened.engine.adopt(path(name), name)).rejects.toMatchObject({
        code: 'unreadable-file',
        message: expect.stringMatching(/^[A-Z].*\.$/),
      })
  })

  it('are given out by their id and by nothing else', async () => {
    const fileId = '01890000-0000-7000-8000-00000000beef'
    writeFileSync(join(opened.data, 'outbox', fileId), 'x')
    expect(await opened.engine.outgoing(fileId)).toBe(join(opened.data, 'outbox', fileId))
    for (const other of ['../callwright.db', `../outbox/${fileId}`, fileId.toUpperCase(), ''])
      await expect(opened.engine.outgoing(other)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a backup while the engine writes', () => {
  it('is whole, one at a time, and shows as a job', async () => {
    const events: AppEvent[] = []
    const backups = keepBackups({
      script: new URL('./backup-worker.ts', WORKER),
      data: opened.data,
      emit: (event) => void events.push(event),
    })
    const writing = Array.from({ length: 50 }, (_, made) =>
      opened.engine.dispatch('people.add', { name: `Rep ${made}`, role: 'rep' }),
    )
    await Promise.all([backups.make('daily'), backups.make('import'), ...writing])
    await backups.stop()
    expect(
      listBackups(join(opened.data, 'backups'))
        .map(({ why }) => why)
        .toSorted(),
    ).toEqual(['daily', 'import'])
    const states = events.map((event) => event.kind === 'job' && event.job.state)
    expect(states.at(-1)).toBe('done')
    // As often as it takes time.
    expect(new Set(states.slice(0, -1))).toEqual(new Set(['running']))
  })
})
