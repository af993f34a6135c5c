import { createConnection } from 'node:net'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { openServer } from './transports.ts'

let opened: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => void (opened = await openServer()))
afterAll(() => opened.close())

type Asked = { verb?: string; headers?: Record<string, string>; body?: string }

/** Plain node:http, since `fetch` will not send another Host or Origin. */
function send(path: string, { verb = 'POST', headers = {}, body = '' }: Asked = {}) {
  const { url, token } = opened.server
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const request = ask(`${url}${path}`, {
        method: verb,
        headers: { authorization: `Bearer ${token}`, ...headers },
      })
      request.once('error', reject)
      request.once('response', (response) => {
        text(response).then(
          (answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }),
          reject,
        )
      })
      request.end(body)
    },
  )
}

const codeOf = (answer: { body: string }) =>
  (JSON.parse(answer.body) as { error: { code: string } }).error.code
const reps = async () =>
  JSON.parse((await send('/api/app.state', { body: '{}' })).body).value.reps as unknown[]
const add = { body: '{"name":"Ana","role":"rep"}' }

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
      const answer = await send(path, { verb, headers, ...(verb === 'POST' ? add : {}) })
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 401, 'not-allowed'])
    }
    expect(await reps()).toEqual([])
  })

  it.each([
    ['Host', { host: 'callwright.example' }],
    ['Host by name', { host: 'localhost' }],
    ['Host without the port', { host: '127.0.0.1' }],
    ['Origin', { origin: 'https://callwright.example' }],
    ['Origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['Origin of a sandboxed page', { origin: 'null' }],
  ])('is refused with another %s, token or not, page or not', async (_name, headers) => {
    expect((await send('/api/people.add', { ...add, headers })).status).toBe(403)
    expect((await send('/', { verb: 'GET', headers })).status).toBe(403)
    expect((await send('/session', { body: '{"code":"x"}', headers })).status).toBe(403)
    expect(await reps()).toEqual([])
  })

  it('is let in from the page itself', async () => {
    expect(
      (await send('/api/app.state', { body: '{}', headers: { origin: opened.server.url } })).status,
    ).toBe(200)
  })
})

describe('the code in the address', () => {
  const trade = (code: unknown) =>
    send('/session', { headers: { authorization: '' }, body: JSON.stringify({ code }) })

  it('is traded for the token once', async () => {
    const code = new URL(opened.server.newAddress()).hash.slice(1)
    expect(JSON.parse((await trade(code)).body)).toEqual({ token: opened.server.token })
    expect((await trade(code)).status).toBe(403)
  })

  it.each([undefined, null, '', 'guess', 7, {}, []])('is not %j', async (code) => {
    expect((await trade(code)).status).toBe(403)
  })

  it('can be asked for by whoever has the token', async () => {
    const { code } = JSON.parse((await send('/code')).body) as { code: string }
    expect(JSON.parse((await trade(code)).body)).toEqual({ token: opened.server.token })
  })
})

describe('a malformed request', () => {
  it.each(['', '{', 'name=Ana', '{"name":"Ana",}', '\u0000'])('with the body %j is told so', async (body) => {
    const answer = await send('/api/people.add', { body })
    expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid-input'])
  })

  it('over 1 MB is refused, with its length declared or not', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(1024 * 1024), role: 'rep' })
    for (const headers of [{ 'content-length': String(body.length) }, { 'transfer-encoding': 'chunked' }]) {
      const answer = await send('/api/people.add', { body, headers })
      expect([answer.status, codeOf(answer)]).toEqual([413, 'invalid-input'])
    }
    expect(await reps()).toEqual([])
  })

  it('just under 1 MB is the app to judge', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(1024 * 1024 - 100), role: 'rep' })
    expect(codeOf(await send('/api/people.add', { body }))).toBe('invalid-input')
  })

  it.each([
    ['GET', '/api/app.state'],
    ['PUT', '/api/app.state'],
    ['DELETE', '/upload'],
    ['POST', '/events'],
    ['GET', '/session'],
  ])('with the wrong verb, %s %s, is told the right one', async (verb, path) => {
    const answer = await send(path, { verb })
    expect([answer.status, codeOf(answer)]).toEqual([405, 'unknown-method'])
    expect(answer.headers['allow']).toMatch(/^(GET|POST)$/)
  })

  it('whose address cannot be read is told so', async () => {
    expect((await send('/api/%E0%A4%A')).status).toBe(400)
  })

  it('that is cut off in the middle changes nothing and harms nobody', async () => {
    await cutOff('/api/people.add', '{"name":"Ana"')
    await cutOff('/upload?name=a.csv', 'name;phone\n')
    expect(await reps()).toEqual([])
    // The server hears of the cut after the caller has hung up.
    await vi.waitFor(() => expect(readdirSync(join(opened.data, 'inbox'))).toEqual([]))
  })
})

/** Promises more than it sends, then hangs up; settles once the server has let go. */
function cutOff(path: string, body: string): Promise<void> {
  const { host, port, hostname } = new URL(opened.server.url)
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(port), hostname)
    socket.once('error', reject).once('close', () => resolve())
    const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${opened.server.token}\r\n`
    socket.write(`${head}content-length: 5000\r\n\r\n${body}`, () => socket.destroy())
  })
}

describe('files', () => {
  it('arrive whole under an id of ours', async () => {
    const answer = await send('/upload?name=..%2F..%2Fmis%20leads.csv', { body: 'a;b\n1;2\n' })
    const { fileId, name } = JSON.parse(answer.body) as { fileId: string; name: string }
    expect(name).toBe('mis leads.csv')
    expect(existsSync(join(opened.data, 'inbox', fileId))).toBe(true)
  })

  it('that are empty are refused and leave nothing', async () => {
    const before = readdirSync(join(opened.data, 'inbox'))
    const answer = await send('/upload?name=empty.csv')
    expect([answer.status, codeOf(answer)]).toEqual([422, 'unreadable-file'])
    expect(readdirSync(join(opened.data, 'inbox'))).toEqual(before)
  })

  it('are taken away under the name they were given', async () => {
    const fileId = '01890000-0000-7000-8000-000000000001'
    writeFileSync(join(opened.data, 'outbox', fileId), 'x;y\n')
    const answer = await send(`/file/${fileId}?name=${encodeURIComponent("año '26.csv")}`, { verb: 'GET' })
    expect(answer.body).toBe('x;y\n')
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''a%C3%B1o%20%2726.csv")
  })

  it.each(['..%2Fcallwright.db', '%2Fetc%2Fpasswd', '01890000-0000-7000-8000-00000000dead', '.'])(
    'that are none of ours are not found: %s',
    async (id) => {
      expect((await send(`/file/${id}`, { verb: 'GET' })).status).toBe(404)
    },
  )
})

describe('the page', () => {
  const get = (path: string) => send(path, { verb: 'GET', headers: { authorization: '' } })

  it('needs no token and runs under a strict policy', async () => {
    const answer = await get('/')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
  })

  it('brings its scripts, and itself for every screen', async () => {
    expect((await get('/assets/app.js')).headers['content-type']).toMatch(/javascript/)
    expect((await get('/settings/people')).body).toBe((await get('/')).body)
  })

  it.each([
    '/../../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/assets/../../pages.json',
    '/assets/missing.js',
    '//etc/passwd.txt',
    '/.stamp',
    '/assets\\..\\..\\package.json',
  ])('has nothing at %s', async (path) => {
    const answer = await get(path)
    expect(answer.body).not.toContain('"name"')
    expect([404, 400]).toContain(answer.status)
  })
})
