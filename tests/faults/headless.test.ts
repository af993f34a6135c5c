import Database from 'better-sqlite3'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { startHeadless } from '../helpers/headless.ts'

let data = ''
beforeEach(() => void (data = mkdtempSync(join(tmpdir(), 'callwright-faults-'))))
afterEach(() => rmSync(data, { recursive: true, force: true }))

const refusal = (flags?: string[]) =>
  startHeadless({ data, ...(flags ? { flags } : {}) }).then(
    async (app) => {
      await app.stop()
      return 'it started'
    },
    (error: Error) => error.message,
  )

describe('a headless process', () => {
  it('says where it is in one line, and ends whole when it is told to', async () => {
    const app = await startHeadless({ data })
    expect(JSON.parse(app.firstLine)).toEqual({ url: app.url, token: app.token, data })
    await app.call('people.add', { name: 'Ana', role: 'rep' })
    expect(await app.stop()).toEqual({ code: 0, signal: null })
    expect(app.stderr()).toBe('')
    expect(existsSync(join(data, 'callwright.db-wal'))).toBe(false)
  })

  it('keeps what was confirmed through kill -9 in the middle of writing, and nothing twice', async () => {
    const first = await startHeadless({ data })
    const confirmed: string[] = []
    const tenth = Promise.withResolvers<void>()
    for (let made = 0; made < 200; made++) {
      const name = `Rep ${made}`
      const noted = first.call('people.add', { name, role: 'rep' }).then(() => {
        if (confirmed.push(name) === 10) tenth.resolve()
      })
      noted.catch(() => {}) // Killed before its answer: never confirmed.
    }
    await tenth.promise
    await first.kill()
    const known = [...confirmed]

    const second = await startHeadless({ data })
    const names = (await second.call('app.state', {})).reps.map((rep) => rep.name)
    expect(names).toEqual(expect.arrayContaining(known))
    expect(new Set(names).size).toBe(names.length)
    await second.stop()
    const sqlite = new Database(join(data, 'callwright.db'), { readonly: true })
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    sqlite.close()
  })

  it('is refused on a data folder that is in use, and let in once the other was killed', async () => {
    const first = await startHeadless({ data })
    expect(await refusal()).toBe('Callwright is already open on this data folder. Close that window first.\n')
    expect(await first.call('app.state', {})).toMatchObject({ reps: [] })
    await first.kill()
    expect(await refusal()).toBe('it started')
  })

  it('refuses the data of a newer version in one plain sentence, and leaves it as it was', async () => {
    expect(await refusal()).toBe('it started')
    const file = join(data, 'callwright.db')
    const sqlite = new Database(file)
    sqlite.pragma('user_version = 9999')
    sqlite.close()
    const before = readFileSync(file)
    expect(await refusal()).toMatch(/^This data was written by a newer version of Callwright\..*\n$/)
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(join(data, 'backups'))).toEqual([])
  })

  it('says in one line what is wrong with its flags', async () => {
    expect(await refusal(['--no-open', '--port', 'many'])).toMatch(/^--port takes a number .*\n$/)
    expect(await refusal(['--no-open', '--port'])).toMatch(/^Option '--port <value>' argument missing\n$/)
    expect(await refusal(['--no-open', '--nonsense'])).toMatch(/^.*--nonsense.*\n$/)
  })

  it('says when its port is taken', async () => {
    const first = await startHeadless({ data })
    const port = new URL(first.url).port
    const other = mkdtempSync(join(tmpdir(), 'callwright-faults-'))
    await expect(startHeadless({ data: other, flags: ['--no-open', '--port', port] })).rejects.toThrow(
      /port is taken/,
    )
    rmSync(other, { recursive: true, force: true })
    await first.stop()
  })
})
