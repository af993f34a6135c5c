import * as z from 'zod'

import { api, type Handlers, type Method, type Output, type Reply } from '#shared/contract/api'
import { AppError, type ApiError } from '#shared/contract/errors'
import { ensureDevice } from '#electron/db/device'
import { settleBatches } from './batch-work.ts'
import { callHandlers } from './call.ts'
import { demoHandlers } from './demo/demo.ts'
import type { Deps } from './deps.ts'
import { deskHandlers } from './desk.ts'
import { exportHandlers } from './export/export.ts'
import { findHandlers } from './find.ts'
import { importHandlers } from './import/import.ts'
import { inspectHandlers } from './import/inspect.ts'
import { tryHandlers } from './import/try-rows.ts'
import { leadsHandlers } from './leads.ts'
import { metricsHandlers } from './metrics.ts'
import { objectionHandlers } from './objection.ts'
import { opportunityHandlers } from './opportunity.ts'
import { peopleHandlers } from './people.ts'
import { queueHandlers } from './queue-view.ts'
import { resumeRescore } from './rescore.ts'
import { rulesHandlers } from './rules-save.ts'
import { settingsHandlers } from './settings.ts'
import { scriptHandlers } from './script.ts'
import { stageHandlers } from './stage.ts'

export type Dispatch = (method: string, input: unknown) => Promise<Reply>

/** Every noun adds its deeds here; a method without one does not compile once `handlers` is complete. */
function handlersOf(deps: Deps): Partial<Handlers> {
  return {
    ...peopleHandlers(deps),
    ...settingsHandlers(deps),
    ...findHandlers(deps),
    ...leadsHandlers(deps),
    ...metricsHandlers(deps),
    ...exportHandlers(deps),
    ...inspectHandlers(deps),
    ...importHandlers(deps),
    ...tryHandlers(deps),
    ...demoHandlers(deps),
    ...queueHandlers(deps),
    ...deskHandlers(deps),
    ...callHandlers(deps),
    ...stageHandlers(deps),
    ...opportunityHandlers(deps),
    ...rulesHandlers(deps),
    ...objectionHandlers(deps),
    ...scriptHandlers(deps),
  }
}

/** The whole application behind one function. Shells differ only in how they reach it. */
export function createApp(deps: Deps): Dispatch {
  ensureDevice(deps.db, deps.newId)
  const handlers = handlersOf(deps)
  void resumeRescore(deps)
  void settleBatches(deps)

  return async (method, input) => {
    if (!isMethod(method))
      return refuse({ code: 'unknown-method', message: `There is no request "${method.slice(0, 60)}".` })
    const parsed = api[method].input.safeParse(input)
    if (!parsed.success) return refuse({ code: 'invalid-input', message: z.prettifyError(parsed.error) })
    // `Handlers` pairs each method with its input; the compiler cannot follow that through a union.
    const handle = handlers[method] as (input: unknown) => Output<Method> | Promise<Output<Method>>
    try {
      return { ok: true, value: await handle(parsed.data) }
    } catch (error) {
      return refuse(toApiError(error))
    }
  }
}

const isMethod = (name: string): name is Method => Object.hasOwn(api, name)

const refuse = (error: ApiError): Reply => ({ ok: false, error })

function toApiError(error: unknown): ApiError {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, ...(error.reason ? { reason: error.reason } : {}) }
  console.error(error)
  return { code: 'internal', message: 'Something went wrong. The log has the details.' }
}
