import type { ServerResponse } from 'node:http'

import type { AppEvent } from '#shared/contract/events'

/** Milliseconds between signs of life, by which both ends notice that the other is gone. */
const HEARTBEAT = 15_000
/** Bytes a window may lag behind before it is dropped; it comes back and asks anew. */
const LARGEST_LAG = 1024 * 1024

/** The event streams of all open windows (server-sent events, read by `fetch` so that the token can go along). */
export function eventStreams(onCount: (open: number) => void) {
  const open = new Set<ServerResponse>()
  const say = (text: string) => {
    for (const stream of open) {
      if (stream.writableLength > LARGEST_LAG) stream.destroy()
      else stream.write(text)
    }
  }
  const heart = setInterval(() => say(':\n\n'), HEARTBEAT)
  heart.unref()

  return {
    add: (response: ServerResponse) => {
      // A stream is the last thing asked on its connection.
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', connection: 'close' })
      response.write(':\n\n')
      open.add(response)
      onCount(open.size)
      response.once('close', () => {
        open.delete(response)
        onCount(open.size)
      })
    },
    announce: (event: AppEvent) => say(`data: ${JSON.stringify(event)}\n\n`),
    end: () => {
      clearInterval(heart)
      for (const stream of open) stream.end()
    },
  }
}
