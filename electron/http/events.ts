import type { ServerResponse } from 'node:http'

import type { AppEvent } from '#shared/contract/events'

/** Milliseconds between signs of life, by which both ends notice that the other is gone. */
const HEARTBEAT = 15_000
/** Bytes a window may lag behind before it is dropped; it comes back and asks anew. */
const LARGEST_LAG = 1024 * 1024

/** Milliseconds a window may be without a stream before it counts as gone: a reload takes far less. */
const GRACE = 10_000

/**
 * The event streams of all open windows (server-sent events, read by `fetch` so that the token can go along). A window
 * that gave itself a name and is gone is told of once.
 */
export function eventStreams(onCount: (open: number) => void, onGone: (seat: string) => void) {
  const open = new Map<ServerResponse, string | null>()
  const going = new Map<string, NodeJS.Timeout>()
  const comes = (seat: string) => {
    clearTimeout(going.get(seat))
    going.delete(seat)
  }
  const goes = (seat: string) => {
    comes(seat)
    if ([...open.values()].includes(seat)) return
    going.set(
      seat,
      setTimeout(() => {
        going.delete(seat)
        onGone(seat)
      }, GRACE).unref(),
    )
  }
  const say = (text: string) => {
    for (const stream of open.keys()) {
      if (stream.writableLength > LARGEST_LAG) stream.destroy()
      else stream.write(text)
    }
  }
  const heart = setInterval(() => say(':\n\n'), HEARTBEAT)
  heart.unref()

  return {
    add: (response: ServerResponse, seat: string | null = null) => {
      // A stream is the last thing asked on its connection.
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', connection: 'close' })
      response.write(':\n\n')
      open.set(response, seat)
      if (seat) comes(seat)
      onCount(open.size)
      response.once('close', () => {
        open.delete(response)
        if (seat) goes(seat)
        onCount(open.size)
      })
    },
    announce: (event: AppEvent) => say(`data: ${JSON.stringify(event)}\n\n`),
    end: () => {
      clearInterval(heart)
      for (const timer of going.values()) clearTimeout(timer)
      for (const stream of open.keys()) stream.end()
    },
  }
}
