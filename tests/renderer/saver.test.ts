import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createSaver } from '../../renderer/features/call/saver.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('saves what stands once the hand rests, and only that', async () => {
  const saved: string[] = []
  const saver = createSaver<string>(120, async (key, text) => void saved.push(`${key} ${text}`))
  saver.put('ana', 'q')
  saver.put('ana', 'qu')
  saver.put('ana', 'quiere')
  await vi.advanceTimersByTimeAsync(119)
  expect(saved).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(saved).toEqual(['ana quiere'])
})

it('flush saves everything now, each under its own name', async () => {
  const saved: string[] = []
  const saver = createSaver<string>(120, async (key, text) => void saved.push(`${key} ${text}`))
  saver.put('ana', 'uno')
  saver.put('luis', 'dos')
  await saver.flush()
  expect(saved).toEqual(['ana uno', 'luis dos'])
})

it('an older text never arrives after a newer one', async () => {
  const saved: string[] = []
  const gates: (() => void)[] = []
  const saver = createSaver<string>(120, async (_, text) => {
    await new Promise<void>((open) => gates.push(open))
    saved.push(text)
  })
  saver.put('ana', 'older')
  const first = saver.flush()
  await vi.advanceTimersByTimeAsync(0)
  saver.put('ana', 'newer')
  const second = saver.flush()
  gates.shift()?.()
  await first
  await vi.advanceTimersByTimeAsync(0)
  gates.shift()?.()
  await second
  expect(saved).toEqual(['older', 'newer'])
})

it('a failure is told, and what was typed is kept for the next try', async () => {
  let isBroken = true
  const saved: string[] = []
  const saver = createSaver<string>(120, async (_, text) => {
    if (isBroken) throw new Error('gone')
    saved.push(text)
  })
  saver.put('ana', 'quiere')
  await expect(saver.flush()).rejects.toThrow('gone')
  isBroken = false
  await saver.flush()
  expect(saved).toEqual(['quiere'])
})
