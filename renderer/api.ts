import type { Call, Reply } from '#shared/contract/api'
import { toAppError } from '#shared/contract/errors'

type Send = (method: string, input: unknown) => Promise<Reply>

/** Makes a typed call out of a transport. A refusal comes back as an error that can be shown. */
export function callOver(send: Send): Call {
  return async (method, input) => {
    const reply = (await send(method, input)) as Reply<typeof method>
    if (!reply.ok) throw toAppError(reply.error)
    return reply.value
  }
}
