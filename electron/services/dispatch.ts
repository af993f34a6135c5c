import * as z from 'zod'

import { api, type Handlers, type Method, type Output, type Reply } from '#shared/contract/api'
import { AppError, INTERNAL, toApiError, type ApiError } from '#shared/contract/errors'
import { diskFull, isDiskFull } from './disk-full.ts'

export type Dispatch = (method: string, input: unknown) => Promise<Reply>

/** Validates, dispatches and words what went wrong: here and nowhere else. */
export const dispatchTo =
  (handlers: Partial<Handlers>): Dispatch =>
  async (method, input) => {
    if (!isMethod(method))
      return refuse({ code: 'unknown-method', message: `There is no request "${method.slice(0, 60)}".` })
    const parsed = api[method].input.safeParse(input)
    if (!parsed.success) return refuse({ code: 'invalid-input', message: z.prettifyError(parsed.error) })
    // `Handlers` pairs each method with its input; the compiler cannot follow that through a union.
    const handle = handlers[method] as (input: unknown) => Output<Method> | Promise<Output<Method>>
    try {
      return { ok: true, value: await handle(parsed.data) }
    } catch (error) {
      return refuse(worded(error))
    }
  }

const isMethod = (name: string): name is Method => Object.hasOwn(api, name)

const refuse = (error: ApiError): Reply => ({ ok: false, error })

function worded(error: unknown): ApiError {
  if (error instanceof AppError) return toApiError(error)
  if (isDiskFull(error)) return toApiError(diskFull())
  console.error(error)
  return INTERNAL
}
