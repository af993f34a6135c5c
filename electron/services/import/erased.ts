import type { KnownPerson } from '#shared/domain/import/known'
import { hasKey } from '#shared/domain/import/known-keys'
import type { Values } from '#shared/domain/import/row'
import { keysOf } from '#shared/domain/import/same-person'
import { erasedKeys } from '#electron/db/erasures'
import type { Db } from '#electron/db/open'
import { hashingKey, hashOf, hashOfNamed, sieveWith } from '../erase/keys.ts'

type IsErased = (values: Values, person: KnownPerson | null) => boolean
const NOBODY: IsErased = () => false

/**
 * Is the row about somebody who was erased? By a number or an e-mail that was theirs alone, or by one of several with the
 * name (PRODUCT.md section 9). What the person it was found to be has by now is theirs again.
 */
export function erasedOf(db: Db): IsErased {
  const key = hashingKey(db)
  const stored = erasedKeys(db)
  if (!key || stored.length === 0) return NOBODY
  const hashes = new Set(stored.map(({ hash }) => hash))
  const sieved = new Set(stored.map(({ sieve }) => sieve))
  const sieve = sieveWith(key)
  return (values, person) => {
    const name = values.name?.name ?? null
    return keysOf({ ...values, externalId: null }).some((own) => {
      const text = `${own.kind}\0${own.key}`
      if (!sieved.has(sieve(text)) || (person && hasKey(person, own.kind, own.key))) return false
      return hashes.has(hashOf(key, text)) || (name !== null && hashes.has(hashOfNamed(key, text, name)))
    })
  }
}
