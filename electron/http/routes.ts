import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Dispatch } from '#electron/services/dispatch'
import { LARGEST_FILE, TOO_LARGE } from '#shared/contract/files'
import { ORDER } from '#shared/contract/wire-order'
import type { Access } from './access.ts'
import { assertLength, readJson } from './body.ts'
import type { eventStreams } from './events.ts'
import { inOrder } from './in-order.ts'
import { sendJson } from './reply.ts'

/** What this shell needs of the engine. */
export type Behind = {
  dispatch: Dispatch
  receive: (stream: Readable, name: string) => Promise<{ fileId: string; name: string }>
  outgoing: (fileId: string) => Promise<string>
}

type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  /** What the route's pattern caught. */
  part: string
  query: URLSearchParams
}

export type Route = {
  verb: 'GET' | 'POST'
  path: RegExp
  /** Answers without the token. */
  open?: true
  handle: (exchange: Exchange) => Promise<void> | void
}

export function routesOf(
  behind: Behind,
  access: Access,
  streams: ReturnType<typeof eventStreams>,
): readonly Route[] {
  const turn = inOrder()
  return [
    {
      verb: 'POST',
      path: /^\/api\/(.*)$/,
      // An answer of the app is 200 whether yes or no, as it is over IPC: the reply says which.
      handle: async ({ request, response, part }) => {
        const handedOn = await turn(String(request.headers[ORDER]))
        const reply = await readJson(request)
          .then((input) => ({ value: behind.dispatch(part, input) }))
          .finally(handedOn)
        sendJson(response, await reply.value)
      },
    },
    {
      verb: 'GET',
      path: /^\/events$/,
      handle: ({ response, query }) => streams.add(response, query.get('seat')),
    },
    {
      verb: 'POST',
      path: /^\/upload$/,
      handle: async ({ request, response, query }) => {
        // Said before the first byte is read; the stream itself is measured as well.
        assertLength(request, LARGEST_FILE, TOO_LARGE, 'file-too-large')
        sendJson(response, await behind.receive(request, query.get('name') ?? ''))
      },
    },
    {
      verb: 'GET',
      path: /^\/file\/(.*)$/,
      handle: async ({ response, part, query }) => {
        const path = await behind.outgoing(part)
        const { size } = await stat(path)
        response.writeHead(200, {
          'content-type': 'application/octet-stream',
          'content-length': size,
          'content-disposition': `attachment; filename*=UTF-8''${headerText(query.get('name') ?? part)}`,
        })
        await pipeline(createReadStream(path), response)
      },
    },
    {
      verb: 'POST',
      path: /^\/code$/,
      handle: ({ response }) => sendJson(response, { code: access.newCode() }),
    },
    {
      verb: 'POST',
      path: /^\/session$/,
      open: true,
      handle: async ({ request, response }) => {
        const given = (await readJson(request)) as { code?: unknown } | null
        sendJson(response, { token: access.trade(given?.code) })
      },
    },
  ]
}

/** RFC 8187 allows fewer characters than encodeURIComponent leaves. */
function headerText(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
