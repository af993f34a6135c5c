import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'

import { AppError } from '#shared/contract/errors'
import type { Deps } from '../deps.ts'
import { erasedFolder } from './journal.ts'
import { keysBeside } from './keys.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

type Place = Pick<Deps, 'data'>
const pathOf = (deps: Place, id: string) => join(erasedFolder(deps), `${id}.sealed`)
const keyFor = (master: Buffer, id: string) =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `sealed ${id}`, KEY_BYTES))

/** Keeps a text that nobody reads, apart from the store and never in a copy of it. */
export function seal(deps: Place, master: Buffer, id: string, text: string): void {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(master, id), iv)
  const sealed = Buffer.concat([cipher.update(deflateSync(text)), cipher.final()])
  writeFileSync(pathOf(deps, id), Buffer.concat([iv, cipher.getAuthTag(), sealed]), {
    mode: 0o600,
    flush: true,
  })
}

const isSealed = (deps: Place, id: string): boolean => existsSync(pathOf(deps, id))

/** Throws AppError 'not-found' (reason `seal-gone`) when it was destroyed, or cannot be read with this folder's key. */
export function unseal(deps: Place, id: string): string {
  const keys = keysBeside(deps)
  const gone = () => new AppError('not-found', 'The sealed copy is not here any more.', 'seal-gone')
  if (!keys || !isSealed(deps, id)) throw gone()
  const bytes = readFileSync(pathOf(deps, id))
  const decipher = createDecipheriv(CIPHER, keyFor(keys.seal, id), bytes.subarray(0, IV_BYTES))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
    return inflateSync(text).toString('utf8')
  } catch {
    throw gone()
  }
}

export const destroy = (deps: Place, id: string): void => rmSync(pathOf(deps, id), { force: true })
