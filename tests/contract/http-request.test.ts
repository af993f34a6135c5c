import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { serve } from '#electron/http/serve'
import { INTERNAL } from '#shared/contract/errors'
import { callerOf, codeOf } from './http-caller.ts'
import { openEngine, openServer } from './transports.ts'

/** Milliseconds; a busy machine takes its time. */
const LONG = 30_000

let opened: Awaited<ReturnType<typeof openServer>>
let caller: ReturnType<typeof callerOf>
beforeAll(async () => {
  opened = await openServer()
  caller = callerOf(opened.server)
})
afterAll(() => opened.close())

describe('a malformed request', () => {
  it.each(['', '{', 'name=Ana', '{"name":"Ana",}', '\u0000'])('with the body %j is told so', async (body) => {
    const answer = await caller.send('/api/people.add', { body })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid-input'])
  })

  it('over 1 MB is refused, with its length declared or not', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(1024 * 1024), role: 'rep' })
    for (const headers of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
      const answer = await caller.send('/api/people.add', { body, headers })
      expect([answer.status, codeOf(answer)]).toEqual([413, 'invalid-input'])
    }
    expect(await caller.reps()).toEqual([])
  })

  it('just under 1 MB is the app to judge', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(1024 * 1024 - 100), role: 'rep' })
    expect(codeOf(await caller.send('/api/people.add', { body }))).toBe('invalid-input')
  })

  it.each([
    ['GET', '/api/app.state'],
    ['PUT', '/api/app.state'],
    ['DELETE', '/upload'],
    ['POST', '/events'],
    ['GET', '/session'],
  ])('with the wrong verb, %s %s, is told the right one', async (verb, path) => {
    const answer = await caller.send(path, { verb })
    expect([answer.status, codeOf(answer)]).toEqual([405, 'unknown-method'])
    expect(answer.headers['allow']).toMatch(/^(GET|POST)$/)
  })

  it('whose address cannot be read is told so', async () => {
    expect((await caller.send('/api/%E0%A4%A')).status).toBe(400)
  })

  it('that is cut off in the middle changes nothing and harms nobody', async () => {
    const inbox = () => readdirSync(join(opened.data, 'inbox'))
    const hangUps = [
      caller.start('/api/people.add', '{"name":"Ana"'),
      caller.start('/upload?name=a.csv', 'name;phone\n'),
    ]
    await vi.waitFor(() => expect(inbox()).toEqual([expect.stringMatching(/\.part$/)]), LONG)
    for (const hangUp of hangUps) hangUp()
    await vi.waitFor(() => expect(inbox()).toEqual([]), LONG)
    expect(await caller.reps()).toEqual([])
  })
})

it('a bug is one plain sentence to whoever asked, and whole in the log', async () => {
  const { engine, data, close } = await openEngine()
  const receive = () => Promise.reject(new Error('EIO on the stick'))
  const server = await serve({ ...engine, receive, pages: resolve('tests/fixtures/pages') })
  const answer = await callerOf(server).send('/upload?name=a.csv', { body: 'a' })
  const log = readFileSync(join(data, 'callwright.log'), 'utf8')
  await server.close()
  await close()
  expect([answer.status, JSON.parse(answer.body)]).toEqual([500, { ok: false, error: INTERNAL }])
  expect(log).toMatch(/Error: EIO on the stick\n\s+at /)
})
