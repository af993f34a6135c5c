import type { IncomingMessage } from 'node:http'

import type { FileReason } from '#shared/domain/import/file-reason'
import { HttpRefusal } from './reply.ts'

/** Bytes of a JSON request: the longest note is 20,000 characters. */
const LARGEST_BODY = 1024 * 1024
const BODY_TOO_LARGE = 'The request is larger than 1 MB.'

/** Throws 413 when it is too large and 400 when it is no JSON. What is left of a refused body is read and dropped. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  assertLength(request, LARGEST_BODY, BODY_TOO_LARGE)
  // Not destroyed on a throw: that would cut the connection before the refusal is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) throw tooLarge(request, BODY_TOO_LARGE)
    chunks.push(chunk)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new HttpRefusal(400, 'invalid-input', 'The request is not valid JSON.')
  }
}

/** Throws 413 when the request announces more than `limit` bytes. */
export function assertLength(
  request: IncomingMessage,
  limit: number,
  message: string,
  reason?: FileReason,
): void {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(request, message, reason)
}

function tooLarge(request: IncomingMessage, message: string, reason?: FileReason): HttpRefusal {
  request.resume()
  return new HttpRefusal(413, 'invalid-input', message, reason)
}
