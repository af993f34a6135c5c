import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { AppError } from '#shared/contract/errors'
import { LARGEST_FILE } from '#shared/contract/files'
import { unreadable } from '#electron/services/import/unreadable'

export type Incoming = { fileId: string; name: string }

const LONGEST_NAME = 200
const FILE_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Copies a file into the inbox under a random name, since it may change or vanish while it is read. */
export async function adoptFile(data: string, path: string, name: string): Promise<Incoming> {
  const found = await stat(path).catch(() => null)
  if (!found) throw unreadable('file-gone')
  if (!found.isFile()) throw unreadable('file-folder')
  if (found.size === 0) throw unreadable('file-empty')
  return receiveFile(data, createReadStream(path), name)
}

/** Whole or not at all: a file is in the inbox under its id only once its last byte was written. */
export async function receiveFile(data: string, stream: Readable, name: string): Promise<Incoming> {
  const fileId = randomUUID()
  const path = join(data, 'inbox', fileId)
  const unfinished = `${path}.part`
  const gauge = gaugeOf(LARGEST_FILE)
  try {
    await pipeline(stream, gauge.through, createWriteStream(unfinished, { mode: 0o600 }))
    if (gauge.bytes() === 0) throw unreadable('file-empty')
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (error instanceof AppError) throw error
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    throw unreadable(isFull ? 'file-disk-full' : 'file-cut-off')
  }
  return { fileId, name: plainName(name) }
}

export async function outgoingFile(data: string, fileId: string): Promise<string> {
  const path = join(data, 'outbox', fileId)
  // Only an id of ours ever becomes part of a path.
  const found = FILE_ID.test(fileId) ? await stat(path).catch(() => null) : null
  if (!found?.isFile()) throw new AppError('not-found', 'That file is not there any more. Export it again.')
  return path
}

/** The last part of a path of any system, in one line. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/\p{Cc}/gu, '').trim()
  return plain.slice(0, LONGEST_NAME) || 'file'
}

function gaugeOf(limit: number) {
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > limit) done(unreadable('file-too-large'))
      else done(null, chunk)
    },
  })
  return { through, bytes: () => bytes }
}
