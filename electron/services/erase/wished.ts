import { insertSuppression } from '#electron/db/call'
import { isWished } from '#electron/db/erasures'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import type { Deps } from '../deps.ts'
import { hashingKey, hashOf, hashOfNamed, textOf } from './keys.ts'

type Written = { phoneId: string; e164: string; name: string }

/** A number that somebody writes down by hand: who asked for silence keeps it, also once they were erased. */
export function silenceWished(tx: Db, deps: Deps, { phoneId, e164, name }: Written): void {
  const key = hashingKey(tx)
  if (!key) return
  const text = textOf({ kind: 'phone', key: e164 })
  if (![hashOf(key, text), hashOfNamed(key, text, name)].some((hash) => isWished(tx, hash))) return
  const fact = { scope: 'number', channel: 'call', phoneId, source: 'erased', lifted: false } as const
  insertSuppression(tx, { ...stampOf(tx, deps), ...fact })
}
