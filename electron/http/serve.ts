import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

import { AppError } from '#shared/contract/errors'
import type { AppEvent } from '#shared/contract/events'
import { guard } from './access.ts'
import { eventStreams } from './events.ts'
import { ALWAYS } from './headers.ts'
import { HttpRefusal, sendError } from './reply.ts'
import { routesOf, type Behind, type Route } from './routes.ts'
import { staticFiles } from './static.ts'

type ServeOptions = Behind & {
  onEvent: (listener: (event: AppEvent) => void) => () => void
  /** Keeps a bug of this layer. */
  log: (error: unknown) => void
  /** Folder of the built page. */
  pages: string
  /** 0 takes a free one. */
  port?: number
  /** How many windows listen now. */
  onWindows?: (open: number) => void
}

export type Serving = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  url: string
  token: string
  /** An address that opens the app once: its fragment holds a code, which no server or log ever sees. */
  newAddress: () => string
  close: () => Promise<void>
}

/** Milliseconds that requests under way get to end when the server closes. */
const GRACE = 2000
/** Milliseconds a whole request may take; 2 GiB from a slow stick need most of an hour. */
const LONGEST_REQUEST = 3_600_000

/** The browser-hosted shell: the same dispatch, on loopback only, for whoever holds the token. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const streams = eventStreams(
    options.onWindows ?? (() => {}),
    (seat) => void options.dispatch('desk.leave', { seat }),
  )
  const access = guard(() => (server.address() as AddressInfo).port)
  const routes = routesOf(options, access, streams)
  const sendPage = staticFiles(options.pages)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value)
    access.assertHome(request)
    const { pathname, searchParams: query } = addressOf(request)
    const matching = routes.filter((route) => route.path.test(pathname))
    const route = matching.find(({ verb }) => verb === request.method)
    if (route) {
      if (!route.open) access.assertToken(request)
      const part = decode(route.path.exec(pathname)?.[1] ?? '')
      return route.handle({ request, response, part, query })
    }
    if (matching.length > 0 || request.method !== 'GET') refuseVerb(matching, response)
    // A browser cannot send a token with the first page it asks for, and the built page holds nothing private:
    // it is the same on every computer. All that touches data stands above and needs the token.
    await sendPage(pathname, response)
  }

  const underWay = new Set<ServerResponse>()
  const server = createServer(
    { requestTimeout: LONGEST_REQUEST, headersTimeout: 10_000 },
    (request, response) => {
      underWay.add(response)
      response.once('close', () => underWay.delete(response))
      answer(request, response).catch((error: unknown) => {
        // A window that closes in the middle of an answer is nobody's error.
        if (response.destroyed) return
        if (!(error instanceof AppError)) options.log(error)
        sendError(response, error)
      })
    },
  )
  const stopListening = options.onEvent(streams.announce)
  await listen(server, options.port ?? 0)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    token: access.token,
    newAddress: () => `${url}/#${access.newCode()}`,
    close: async () => {
      stopListening()
      streams.end()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const answered = Promise.all([...underWay].map((response) => once(response, 'close')))
      await Promise.race([answered, setTimeout(GRACE, undefined, { ref: false })])
      // Browsers open connections ahead of need; those would be waited for, although nothing was asked on them.
      server.closeAllConnections()
      await closed
    },
  }
}

function addressOf(request: IncomingMessage): URL {
  const address = URL.parse(`http://127.0.0.1${request.url ?? '/'}`)
  if (!address) throw new HttpRefusal(400, 'invalid-input', 'The address cannot be read.')
  return address
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new HttpRefusal(400, 'invalid-input', 'The address cannot be read.')
  }
}

function refuseVerb(matching: readonly Route[], response: ServerResponse): never {
  const verb = matching[0]?.verb ?? 'GET'
  response.setHeader('allow', verb)
  throw new HttpRefusal(405, 'unknown-method', `This address answers ${verb} only.`)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}
