import { once } from 'node:events'
import { request as ask } from 'node:http'
import { createConnection } from 'node:net'
import { text } from 'node:stream/consumers'

import type { Serving } from '#electron/http/serve'

type Asked = { verb?: string; headers?: Record<string, string>; body?: string }
type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string }

export const codeOf = (answer: Answer) => (JSON.parse(answer.body) as { error: { code: string } }).error.code
export const ADD = { body: '{"name":"Ana","role":"rep"}' } as const

/** A caller that says exactly what it is told to. Plain node:http, since `fetch` will not send another Host or Origin. */
export function callerOf({ url, token }: Serving) {
  const { host, port, hostname } = new URL(url)

  const send = (path: string, { verb = 'POST', headers = {}, body = '' }: Asked = {}) =>
    new Promise<Answer>((resolve, reject) => {
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
    })

  /** Announces `length` bytes, sends `body` of them, and keeps the line open. */
  const begin = (path: string, length: number, body = '') => {
    const socket = createConnection(Number(port), hostname)
    const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\n`
    socket.write(`${head}content-length: ${length}\r\n\r\n${body}`)
    return socket
  }

  return {
    send,
    reps: async () => {
      const { body } = await send('/api/app.state', { body: '{}' })
      return (JSON.parse(body) as { value: { reps: unknown[] } }).value.reps
    },
    /** What the server says before anything was sent. */
    announce: async (path: string, length: number): Promise<string> => {
      const socket = begin(path, length)
      const [answer] = (await once(socket, 'data')) as [Buffer]
      socket.destroy()
      return answer.toString()
    },
    /** Sends the beginning of a request; the answer hangs up. */
    start: (path: string, body: string): (() => void) => {
      const socket = begin(path, body.length + 5000, body)
      return () => socket.destroySoon()
    },
  }
}
