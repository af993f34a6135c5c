import { createHmac, randomBytes } from 'node:crypto'

import { findSecret, saveSecret } from '#electron/db/screening'
import type { Db } from '#electron/db/open'

const NAME = 'numbers'
const KEY_BYTES = 32
/** Of the hash that are kept: two of a thousand million numbers are alike once in 10^20. */
const KEPT_BYTES = 16

/** The key that phone numbers are hashed with, null before the first register came in. It stays in the store. */
export const keyOfNumbers = (tx: Db): Buffer | null => findSecret(tx, NAME)

/** The same, made when it is first needed. Call it in a transaction of its own, so that nothing takes it back. */
export function ensureKeyOfNumbers(tx: Db): Buffer {
  const found = keyOfNumbers(tx)
  if (found) return found
  const made = randomBytes(KEY_BYTES)
  saveSecret(tx, NAME, made)
  return made
}

/** An E.164 number that nobody can read back without the key. */
export const hashOf = (key: Buffer, e164: string): Buffer =>
  createHmac('sha256', key).update(e164).digest().subarray(0, KEPT_BYTES)
