import type { ServerResponse } from 'node:http'

import { AppError, INTERNAL, toApiError, type ErrorCode } from '#shared/contract/errors'

/** A refusal by this layer, before or beside the app: its status, and the same words the app would use. */
export class HttpRefusal extends AppError {
  readonly status: number

  constructor(status: number, code: ErrorCode, message: string, reason?: string) {
    super(code, message, reason)
    this.status = status
  }
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  })
  response.end(body)
}

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'invalid-input': 400,
  'not-found': 404,
  'not-allowed': 403,
  'unknown-method': 404,
  conflict: 409,
  'unreadable-file': 422,
  'newer-file': 409,
  'in-use': 409,
  internal: 500,
}

/** Every refusal has the shape of the app's own: `{ ok: false, error: { code, message, reason } }`. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  const told = error instanceof AppError ? toApiError(error) : INTERNAL
  const status = error instanceof HttpRefusal ? error.status : STATUS[told.code]
  sendJson(response, { ok: false, error: told }, status)
}
