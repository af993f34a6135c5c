import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { inOrder } from '#electron/http/in-order'
import { ORDER } from '#shared/contract/wire-order'
import { callerOf } from './http-caller.ts'
import { openServer } from './transports.ts'

describe('requests of one window', () => {
  let opened: Awaited<ReturnType<typeof openServer>>
  beforeAll(async () => void (opened = await openServer()))
  afterAll(() => opened.close())

  it('are handed on in the order they were sent, however they arrive', async () => {
    const { send } = callerOf(opened.server)
    const save = (theme: string, number: number) =>
      send('/api/settings.save', {
        body: JSON.stringify({ theme }),
        headers: { [ORDER]: `window ${number}` },
      })
    const later = [save('dark', 3), save('light', 2)]
    // The others are read by now; this one is what they wait for.
    await send('/api/app.state', { body: '{}' })
    await Promise.all([...later, save('system', 1)])
    const { body } = await send('/api/app.state', { body: '{}' })
    expect(body).toContain('"theme":"dark"')
  })

  it('goes on after one that was malformed', async () => {
    const { send } = callerOf(opened.server)
    const headers = (number: number) => ({ [ORDER]: `other ${number}` })
    const second = send('/api/app.state', { body: '{}', headers: headers(2) })
    expect((await send('/api/app.state', { body: '{', headers: headers(1) })).status).toBe(400)
    expect((await second).status).toBe(200)
  })
})

describe('the order', () => {
  afterEach(() => void vi.useRealTimers())

  it('waits two seconds for one that never comes, and then no more', async () => {
    vi.useFakeTimers()
    const turn = inOrder()
    const third = vi.fn<() => void>()
    const done = turn('a 3').then((handedOn) => (third(), handedOn()))
    await vi.advanceTimersByTimeAsync(1999)
    expect(third).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await done
    expect(third).toHaveBeenCalledOnce()
    const fourth = await turn('a 4')
    fourth()
    const late = await turn('a 2')
    late()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('keeps windows apart and asks nothing of a caller without a mark', async () => {
    const turn = inOrder()
    const first = await turn('a 1')
    await turn('b 1')
    await turn(undefined)
    await turn('nonsense')
    let passed = false
    const second = turn('a 2').then(() => (passed = true))
    await Promise.resolve()
    expect(passed).toBe(false)
    first()
    await second
    expect(passed).toBe(true)
  })
})
