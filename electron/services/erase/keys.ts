import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { nameKey } from '#shared/domain/name'
import type { OwnKey } from '#electron/db/erase-keys'
import type { Db } from '#electron/db/open'
import { findSecret, saveSecret } from '#electron/db/screening'
import type { Deps } from '../deps.ts'
import { erasedFolder, type HashedKey } from './journal.ts'

const NAME = 'erased'
const BYTES = 32
const SIEVE_BITS = 12

type Keys = { hash: Buffer; seal: Buffer }

/**
 * What hashes the erased and what seals their copies. Kept beside the journal, so that both can still be read when an
 * older copy of the store takes its place; of the two only the first is in the store as well. Call it outside of a transaction.
 */
export function ensureKeys(deps: Pick<Deps, 'db' | 'data'>): Keys {
  const keys = keysBeside(deps) ?? newKeys(deps)
  if (!findSecret(deps.db, NAME)) saveSecret(deps.db, NAME, keys.hash)
  return keys
}

export function keysBeside(deps: Pick<Deps, 'data'>): Keys | null {
  const path = pathOf(deps)
  if (!existsSync(path)) return null
  const { hash, seal } = JSON.parse(readFileSync(path, 'utf8')) as Record<keyof Keys, string>
  return { hash: Buffer.from(hash, 'hex'), seal: Buffer.from(seal, 'hex') }
}

function newKeys(deps: Pick<Deps, 'db' | 'data'>): Keys {
  const keys = { hash: findSecret(deps.db, NAME) ?? randomBytes(BYTES), seal: randomBytes(BYTES) }
  mkdirSync(erasedFolder(deps), { recursive: true, mode: 0o700 })
  const text = JSON.stringify({ hash: keys.hash.toString('hex'), seal: keys.seal.toString('hex') })
  writeFileSync(pathOf(deps), text, { mode: 0o600, flush: true })
  return keys
}

const pathOf = (deps: Pick<Deps, 'data'>) => join(erasedFolder(deps), 'keys.json')

/** The key that the hashes in the store were made with; null as long as nobody was erased. */
export const hashingKey = (db: Db): Buffer | null => findSecret(db, NAME)

export const textOf = ({ kind, key }: Pick<OwnKey, 'kind' | 'key'>): string => `${kind}\0${key}`
const withName = (text: string, name: string): string => `${text}\0${nameKey(name)}`

export const hashOf = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex')
export const hashOfNamed = (key: Buffer, text: string, name: string): string =>
  hashOf(key, withName(text, name))

/** Says no for nearly every key that is not there, for a thousandth of what an HMAC costs. */
export function sieveWith(key: Buffer): (text: string) => number {
  const seed = key.readUInt32LE(0)
  return (text) => {
    let hash = seed
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    return (hash ^ (hash >>> 15)) >>> (32 - SIEVE_BITS)
  }
}

/** A number or mailbox of two or more says nobody without a name (PRODUCT.md section 9). */
export function hashedKeys(key: Buffer, own: readonly OwnKey[], names: readonly string[]): HashedKey[] {
  const sieve = sieveWith(key)
  return own.flatMap((each) => {
    const text = textOf(each)
    const hashes = each.shared ? names.map((name) => hashOfNamed(key, text, name)) : [hashOf(key, text)]
    return [...new Set(hashes)].map((hash) => ({ hash, sieve: sieve(text), wish: each.wish }))
  })
}
