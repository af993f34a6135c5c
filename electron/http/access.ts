import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { HttpRefusal } from './reply.ts'

export type Access = {
  token: string
  /** A code that can be traded for the token once. */
  newCode: () => string
  trade: (code: unknown) => string
  /** Throws 403 when the request was meant for another host or comes from another page. */
  assertHome: (request: IncomingMessage) => void
  /** Throws 401 unless the request carries the token. */
  assertToken: (request: IncomingMessage) => void
}

const secret = () => randomBytes(32).toString('base64url')

/** Compared by digest: equal lengths, and a time that says nothing about where two differ. */
const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

/** Who may speak to this server; it was bound to `port` of 127.0.0.1. */
export function guard(port: () => number): Access {
  const token = secret()
  const codes = new Set<string>()

  return {
    token,
    newCode: () => {
      const code = secret()
      codes.add(code)
      return code
    },
    trade: (code) => {
      const known = typeof code === 'string' ? [...codes].find((one) => same(one, code)) : undefined
      if (!known)
        throw new HttpRefusal(403, 'not-allowed', 'This address was used already. Start Callwright again.')
      codes.delete(known)
      return token
    },
    // A name that was rebound to this machine still shows in Host; a page of another site shows in Origin.
    assertHome: ({ headers }) => {
      const home = `127.0.0.1:${port()}`
      const isHome =
        headers.host === home && (headers.origin === undefined || headers.origin === `http://${home}`)
      if (!isHome)
        throw new HttpRefusal(403, 'not-allowed', 'Only the Callwright page of this computer may ask.')
    },
    assertToken: ({ headers }) => {
      if (!same(headers.authorization ?? '', `Bearer ${token}`))
        throw new HttpRefusal(401, 'not-allowed', 'The token is missing or wrong. Start Callwright again.')
    },
  }
}
