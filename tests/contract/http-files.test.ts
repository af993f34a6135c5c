import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { callerOf, codeOf } from './http-caller.ts'
import { openServer } from './transports.ts'

let opened: Awaited<ReturnType<typeof openServer>>
let caller: ReturnType<typeof callerOf>
beforeAll(async () => {
  opened = await openServer()
  caller = callerOf(opened.server)
})
afterAll(() => opened.close())

describe('files', () => {
  it('arrive whole under an id of ours', async () => {
    const answer = await caller.send('/upload?name=..%2F..%2Fmis%20leads.csv', { body: 'a;b\n1;2\n' })
    const { fileId, name } = JSON.parse(answer.body) as { fileId: string; name: string }
    expect(name).toBe('mis leads.csv')
    expect(existsSync(join(opened.data, 'inbox', fileId))).toBe(true)
  })

  it('that are empty are refused and leave nothing', async () => {
    const before = readdirSync(join(opened.data, 'inbox'))
    const answer = await caller.send('/upload?name=empty.csv')
    expect([answer.status, codeOf(answer)]).toEqual([422, 'unreadable-file'])
    // In the words of whoever reads them.
    expect(JSON.parse(answer.body)).toMatchObject({ error: { reason: 'file-empty' } })
    expect(readdirSync(join(opened.data, 'inbox'))).toEqual(before)
  })

  it('that are announced as larger than 2 GB are refused before they are sent', async () => {
    const answer = await caller.announce('/upload?name=big.csv', 3 * 1024 ** 3)
    expect(answer).toMatch(/^HTTP\/1.1 413 .*larger than 2 GB.*file-too-large/s)
  })

  it('are taken away under the name they were given', async () => {
    const fileId = '01890000-0000-7000-8000-000000000001'
    writeFileSync(join(opened.data, 'outbox', fileId), 'x;y\n')
    const answer = await caller.send(`/file/${fileId}?name=${encodeURIComponent("año '26.csv")}`, {
      verb: 'GET',
    })
    expect(answer.body).toBe('x;y\n')
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''a%C3%B1o%20%2726.csv")
  })

  it.each(['..%2Fcallwright.db', '%2Fetc%2Fpasswd', '01890000-0000-7000-8000-00000000dead', '.'])(
    'that are none of ours are not found: %s',
    async (id) => {
      expect((await caller.send(`/file/${id}`, { verb: 'GET' })).status).toBe(404)
    },
  )
})

describe('the page', () => {
  const get = (path: string) => caller.send(path, { verb: 'GET', headers: { authorization: '' } })

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
