import type { IncomingMessage } from 'node:http'

import { HttpRefusal } from './reply.ts'

/** Bytes of a JSON request: the longest note is 20,000 characters. */
export const LARGEST_BODY = 1024 * 1024

/** Throws 413 when it is too large and 400 when it is no JSON. What is left of a refused body is read and dropped. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = Number(request.headers['content-length'] ?? 0)
  if (size > LARGEST_BODY) throw tooLarge(request)
  size = 0
  // Not destroyed on a throw: that would cut the connection before the refusal is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) throw tooLarge(request)
    chunks.push(chunk)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new HttpRefusal(400, 'invalid-input', 'The request is not valid JSON.')
  }
}

function tooLarge(request: IncomingMessage): HttpRefusal {
  request.resume()
  return new HttpRefusal(413, 'invalid-input', 'The request is larger than 1 MB.')
}
