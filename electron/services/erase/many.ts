import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dayOf } from '#shared/domain/calendar'
import { emailKey, isEmail } from '#shared/domain/email-key'
import { parsePhone } from '#shared/domain/phone'
import type { Db } from '#electron/db/open'
import { personsOf } from '#electron/db/known'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from '../deps.ts'
import { eraseAll } from './erase.ts'
import { openRequest } from './requests.ts'
import { admin, mayErase, rowOf } from './who.ts'

export const manyHandlers = (deps: Deps) =>
  ({ 'erase.many': (input) => many(deps, input) }) satisfies Partial<Handlers>

type Found = Output<'erase.many'>

/** Wishes that came as a list. Whoever shares the number or mailbox with others is only told: nobody knows which is meant. */
async function many(deps: Deps, input: Input<'erase.many'>): Promise<Found> {
  const { db, zone, now } = deps
  const rep = admin(db)
  const { askedOn } = input
  if (askedOn > dayOf(zone, now())) throw new AppError('conflict', 'That day is still to come.', 'day-ahead')
  const found = find(db, input)
  if (!input.erase || found.found.length === 0) return found
  const rows = found.found.map(({ leadId }) => rowOf(db, leadId))
  for (const row of rows) mayErase(db, row)
  const wanted = rows.map(({ person }) => {
    const refersTo = openRequest(db, person.id)?.id ?? null
    return { personId: person.id, repId: rep.id, cause: 'request' as const, askedOn, refersTo }
  })
  const { done } = await eraseAll(deps, wanted)
  return { ...found, erased: done }
}

function find(db: Db, { text, country }: Pick<Input<'erase.many'>, 'text' | 'country'>): Found {
  const lines = [...new Set(text.split(/[\r\n;]+/).map((line) => line.trim()))].filter(Boolean)
  const result: Found = {
    lines: lines.length,
    found: [],
    unknown: [],
    unreadable: [],
    several: [],
    erased: 0,
  }
  const met = new Set<string>()
  for (const line of lines) {
    const key = keyOf(line, country)
    const persons = key ? personsOf(db, key) : []
    const leadId = persons.length === 1 ? leadsOfPerson(db, persons[0] ?? '')[0] : undefined
    if (!key) result.unreadable.push(line)
    else if (persons.length > 1) result.several.push(line)
    else if (!leadId) result.unknown.push(line)
    else if (!met.has(persons[0] ?? '')) {
      met.add(persons[0] ?? '')
      result.found.push({ leadId, name: rowOf(db, leadId).person.name, line })
    }
  }
  return result
}

function keyOf(line: string, country: string): { kind: 'email' | 'phone'; key: string } | null {
  if (isEmail(line)) return { kind: 'email', key: emailKey(line) }
  const parsed = parsePhone(line, country)
  return parsed.ok ? { kind: 'phone', key: parsed.value.e164 } : null
}
