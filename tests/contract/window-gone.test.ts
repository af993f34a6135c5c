import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { eventStreams } from '#electron/http/events'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As much of a response as a stream needs. */
const stream = () =>
  Object.assign(new EventEmitter(), {
    writeHead: () => {},
    write: () => true,
    end: () => {},
  }) as unknown as ServerResponse & EventEmitter

it('a window that is gone is told of once, ten seconds later; one that was reloaded is not', () => {
  const gone: string[] = []
  const streams = eventStreams(
    () => {},
    (seat) => void gone.push(seat),
  )
  const [left, right, again, second] = [stream(), stream(), stream(), stream()]
  streams.add(left, 'left')
  streams.add(right, 'right')
  streams.add(second, 'right')
  left.emit('close')
  right.emit('close')
  vi.advanceTimersByTime(9000)
  streams.add(again, 'left')
  vi.advanceTimersByTime(20_000)
  expect(gone).toEqual([])
  again.emit('close')
  second.emit('close')
  vi.advanceTimersByTime(10_000)
  expect(gone.toSorted()).toEqual(['left', 'right'])
  vi.advanceTimersByTime(60_000)
  expect(gone).toHaveLength(2)
  streams.end()
})
