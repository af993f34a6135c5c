import type { Reply } from '#shared/contract/api'
import type { Bridge, HandedIn } from '#shared/contract/bridge'
import { AppError, toAppError } from '#shared/contract/errors'
import { ORDER } from '#shared/contract/wire-order'
import { fanOut, listen } from './event-stream.ts'
import { seatHere } from './seat.ts'

/** What was typed just before a reload must still arrive; the others do without, which is quicker. */
const TYPED: ReadonlySet<string> = new Set(['desk.note', 'call.answer'])
/** Bytes that a page may still send while it is being left. */
const KEEPALIVE = 60_000

/** The bridge over loopback HTTP, for the app in a browser's window. */
export function httpHost(origin: string, token: string): Bridge {
  const headers = { authorization: `Bearer ${token}` }
  const window = crypto.randomUUID()
  let sent = 0
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${origin}${path}`, { ...init, headers }).catch(gone)
    if (!response.ok) throw await refusal(response)
    return response
  }

  return {
    send: async (method, input) => {
      const body = JSON.stringify(input)
      const keepalive = TYPED.has(method) && body.length < KEEPALIVE
      const response = await fetch(`${origin}/api/${method}`, {
        method: 'POST',
        headers: { ...headers, [ORDER]: `${window} ${++sent}` },
        body,
        keepalive,
      }).catch(gone)
      return (await response.json()) as Reply
    },
    onEvent: fanOut((listener) => listen(`${origin}/events?seat=${seatHere()}`, headers, listener)),
    upload: async (file) => {
      const response = await ask(`/upload?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        body: file,
      })
      return (await response.json()) as HandedIn
    },
    save: async (fileId, name) => {
      const response = await ask(`/file/${fileId}?name=${encodeURIComponent(name)}`)
      hand(await response.blob(), name)
      return true
    },
  }
}

function gone(): never {
  throw new AppError('internal', 'Callwright is not running any more. Start it again.', 'engine-gone')
}

async function refusal(response: Response): Promise<AppError> {
  const reply = (await response.json().catch(() => null)) as Reply | null
  return reply && !reply.ok
    ? toAppError(reply.error)
    : new AppError('internal', `The engine answered ${response.status}.`)
}

/** Lets the browser put a file where downloads go. */
function hand(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
