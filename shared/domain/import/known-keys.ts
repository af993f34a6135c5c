import { emailKey } from '../email-key.ts'
import type { KnownPerson } from './known.ts'

type KeysOf = Pick<KnownPerson, 'externalIds' | 'emails' | 'phones'>
type Kind = 'external' | 'email' | 'phone'

const asIs = (text: string) => text
const OF = {
  external: [(person: KeysOf) => person.externalIds, asIs],
  email: [(person: KeysOf) => person.emails, emailKey],
  phone: [(person: KeysOf) => person.phones, asIs],
} as const satisfies Record<Kind, readonly [(person: KeysOf) => readonly string[], (text: string) => string]>

/** Has somebody an id, an address (by its `emailKey`) or a number? Whoever has thousands is not gone through each time. */
export function hasKey(person: KeysOf, kind: Kind, key: string): boolean {
  const [of, keyOf] = OF[kind]
  const all = of(person)
  return all.length <= A_FEW ? all.some((each) => keyOf(each) === key) : setOf(all, keyOf).has(key)
}
const A_FEW = 8

/** Somebody only ever gets more of them. */
const kept = new WeakMap<readonly string[], Set<string>>()
const counted = new WeakMap<readonly string[], number>()

function setOf(all: readonly string[], keyOf: (text: string) => string): ReadonlySet<string> {
  const set = kept.get(all) ?? new Set<string>()
  for (let at = counted.get(all) ?? 0; at < all.length; at++) set.add(keyOf(all[at] ?? ''))
  kept.set(all, set)
  counted.set(all, all.length)
  return set
}
