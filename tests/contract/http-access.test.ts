import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ADD, callerOf, codeOf } from './http-caller.ts'
import { openServer } from './transports.ts'

let opened: Awaited<ReturnType<typeof openServer>>
let caller: ReturnType<typeof callerOf>
beforeAll(async () => {
  opened = await openServer()
  caller = callerOf(opened.server)
})
afterAll(() => opened.close())

describe('whoever has no business here', () => {
  it.each([
    ['without a token', { authorization: '' }],
    ['with another token', { authorization: 'Bearer wrong' }],
    ['with the token under another scheme', { authorization: 'Basic abc' }],
  ])('is refused %s', async (_name, headers) => {
    for (const [verb, path] of [
      ['POST', '/api/people.add'],
      ['GET', '/events'],
      ['POST', '/upload?name=a.csv'],
      ['GET', '/file/00000000-0000-4000-8000-000000000000'],
      ['POST', '/code'],
    ] as const) {
      const answer = await caller.send(path, { verb, headers, ...(verb === 'POST' ? ADD : {}) })
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 401, 'not-allowed'])
    }
    expect(await caller.reps()).toEqual([])
  })

  it.each([
    ['Host', { host: 'callwright.example' }],
    ['Host by name', { host: 'localhost' }],
    ['Host without the port', { host: '127.0.0.1' }],
    ['Origin', { origin: 'https://callwright.example' }],
    ['Origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['Origin of a sandboxed page', { origin: 'null' }],
  ])('is refused with another %s, token or not, page or not', async (_name, headers) => {
    expect((await caller.send('/api/people.add', { ...ADD, headers })).status).toBe(403)
    expect((await caller.send('/', { verb: 'GET', headers })).status).toBe(403)
    expect((await caller.send('/session', { body: '{"code":"x"}', headers })).status).toBe(403)
    expect(await caller.reps()).toEqual([])
  })

  it('is let in from the page itself', async () => {
    expect(
      (await caller.send('/api/app.state', { body: '{}', headers: { origin: opened.server.url } })).status,
    ).toBe(200)
  })
})

describe('the code in the address', () => {
  const trade = (code: unknown) =>
    caller.send('/session', { headers: { authorization: '' }, body: JSON.stringify({ code }) })

  it('is traded for the token once', async () => {
    const code = new URL(opened.server.newAddress()).hash.slice(1)
    expect(JSON.parse((await trade(code)).body)).toEqual({ token: opened.server.token })
    expect((await trade(code)).status).toBe(403)
  })

  it.each([undefined, null, '', 'guess', 7, {}, []])('is not %j', async (code) => {
    expect((await trade(code)).status).toBe(403)
  })

  it('can be asked for by whoever has the token', async () => {
    const { code } = JSON.parse((await caller.send('/code')).body) as { code: string }
    expect(JSON.parse((await trade(code)).body)).toEqual({ token: opened.server.token })
  })
})
