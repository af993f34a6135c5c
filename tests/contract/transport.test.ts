import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { api } from '#shared/contract/api'
import { TRANSPORTS, type Opened } from './transports.ts'

const UNKNOWN = ['no.such', 'toString', '__proto__', 'constructor', 'app.state ', '../app.state', 'é', '']
const MALFORMED = [
  null,
  [],
  'text',
  7,
  true,
  {},
  { name: 7, role: 'rep' },
  { name: 'Ana', role: 'boss' },
  { name: '' },
]

/** One suite, every way in. A shell that passes it may carry the app. */
describe.each(Object.entries(TRANSPORTS))('over %s', (_name, open) => {
  let opened: Opened
  beforeEach(async () => void (opened = await open()))
  afterEach(() => opened.close())

  it('carries a value, and a null inside it', async () => {
    const reply = await opened.send('app.state', {})
    expect(reply).toMatchObject({ ok: true, value: { atDesk: null, reps: [], demo: false } })
  })

  it('carries a deed and the state after it, letters and all', async () => {
    const added = await opened.send('people.add', { name: 'Zoë Íñiguez 李', role: 'rep' })
    expect(added).toMatchObject({ ok: true, value: { name: 'Zoë Íñiguez 李', role: 'rep' } })
    const state = await opened.send('app.state', {})
    expect(state).toMatchObject({ ok: true, value: { atDesk: { name: 'Zoë Íñiguez 李' } } })
  })

  it('answers with what the contract promises, and nothing else', async () => {
    const reply = await opened.send('app.state', {})
    expect(api['app.state'].output.strict().safeParse(reply.ok && reply.value).error).toBeUndefined()
  })

  it('carries a refusal with its code, its sentence and its reason', async () => {
    await opened.send('people.add', { name: 'Ana', role: 'rep' })
    expect(await opened.send('people.add', { name: 'ana', role: 'rep' })).toEqual({
      ok: false,
      error: { code: 'conflict', message: expect.stringMatching(/^\S.*\.$/), reason: 'name-taken' },
    })
  })

  it('announces a change', async () => {
    const heard = opened.nextEvent()
    await opened.send('people.add', { name: 'Ana', role: 'rep' })
    expect(await heard).toMatchObject({ kind: 'changed', topics: expect.arrayContaining(['people']) })
  })

  it('does not know what no noun has, nor what every object has', async () => {
    for (const method of UNKNOWN) {
      const reply = await opened.send(method, {})
      expect([method, reply]).toMatchObject([method, { ok: false, error: { code: 'unknown-method' } }])
    }
  })

  it('refuses malformed input and writes nothing', async () => {
    for (const input of MALFORMED) {
      const reply = await opened.send('people.add', input)
      expect([input, reply]).toMatchObject([input, { ok: false, error: { code: 'invalid-input' } }])
    }
    expect(await opened.send('app.state', {})).toMatchObject({ ok: true, value: { reps: [] } })
  })

  it('answers many at once, each its own', async () => {
    const names = Array.from({ length: 25 }, (_, at) => `Rep ${at}`)
    const replies = await Promise.all(names.map((name) => opened.send('people.add', { name, role: 'rep' })))
    expect(
      replies.map((reply) => (reply.ok && reply.value && 'name' in reply.value ? reply.value.name : '')),
    ).toEqual(names)
  })
})
