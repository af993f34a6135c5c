import type { Common } from '#electron/db/import-copy'

/** What an id is of, as its digit in front of the count. */
const KINDS = {
  person: '1',
  phone: '2',
  lead: '3',
  company: '4',
  morePhone: '5',
  signal: '6',
  laterLead: '7',
} as const
export type IdKind = keyof typeof KINDS

/** Up to here, so that a second try shares no id with what somebody kept of the first. */
export const MOST_TRIES = 0xfff
const ID = /^([0-9a-f]{8}-[0-9a-f]{4}-7)[0-9a-f]{3}-[0-9a-f]{4}-([0-9a-f]{12})$/
const LOW = 2 ** 26

/**
 * The ids of all that an import makes: UUIDv7 of its own moment that count up, so that they are written to the end of
 * every index, and an import that is run again makes the same. `prefix` lacks the last eight digits, see `countOf`.
 */
export function idsOf(
  importId: string,
  tries: number,
): { prefix: (kind: IdKind) => string; id: (kind: IdKind, n: number) => string } {
  const [, time = '', tail = ''] = ID.exec(importId) ?? []
  const own = Number.parseInt(tail, 16) % LOW
  const high = (own >>> 14).toString(16).padStart(3, '0')
  const low = (0x8000 | (own & 0x3fff)).toString(16)
  const base = `${time}${high}-${low}-`
  const prefix = (kind: IdKind) => base + KINDS[kind] + tries.toString(16).padStart(3, '0')
  return { prefix, id: (kind, n) => prefix(kind) + countOf(n) }
}

export const countOf = (n: number): string => n.toString(16).padStart(8, '0')

type Of = Pick<Common, 'importId' | 'listId' | 'at'> & { tries: number }
export function commonOf({ tries, ...of }: Of): Common {
  const { prefix } = idsOf(of.importId, tries)
  return { ...of, person: prefix('person'), phone: prefix('phone'), lead: prefix('lead') }
}
