import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

import { capsReached } from '#shared/domain/cap'
import { groundOf } from '#shared/domain/ground'
import { mayCall, type Asked, type MayCall } from '#shared/domain/may-call'
import { hasRules } from '#shared/domain/policy/packs'
import { clockOfKey, hoursKey, isHolidayOfKey, windowAt, zonesOfKey } from '#shared/domain/window'
import { countryOf } from '#shared/domain/zone'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import { policyAsked } from './law.ts'
import type { Gathered, Phone } from './placing.ts'
import { promiseHeldBy } from './promise-held.ts'
import { settingsOf } from './settings.ts'
import { wishUntil } from './wish-open.ts'

type Window = { zones: string[]; open: boolean; changesAt: number | null; several: boolean }

/** May this lead be called now, on this number? `phoneId` null asks about the first number that could be called. */
export function mayCallFound(tx: Db, deps: Deps, found: Gathered, phoneId: string | null): MayCall {
  const phone = found.phones.find(({ id }) => id === phoneId) ?? found.callable[0] ?? found.phones[0] ?? null
  return mayCall(askedOf(tx, deps, found, phone))
}

/** The calling window where the person is. */
export function windowIn(calendar: string, now: number, business: boolean): Window {
  const zones = [...zonesOfKey(calendar)]
  const { open, changesAt } = windowAt(hoursKey(calendar, business), now)
  return { zones, open, changesAt, several: zones.length > 1 }
}

function askedOf(tx: Db, deps: Deps, found: Gathered, phone: Phone | null): Asked {
  const now = deps.now()
  const { placing, row, suppressed, where, law, held } = found
  const { calendar } = placing
  const zone = clockOfKey(calendar)
  const ground = groundOf({ ...placing, place: { zone, isHoliday: isHolidayOfKey(calendar) } }, now)
  const country = countryOf(where)
  const hours = hoursKey(calendar, law.audience === 'business')
  const scopes = suppressed.filter(({ scope, e164 }) => scope !== 'number' || e164 === phone?.e164)
  return {
    business: law.audience === 'business',
    suppressed: [...new Set(scopes.map(({ scope }) => scope))],
    wishUntil: scopes.some(({ scope }) => scope === 'company')
      ? wishUntil(tx, deps, row.lead.companyId)
      : null,
    erased: row.person.erasedAt !== null,
    number: phone && { status: phone.status, ...kindOf(phone.e164) },
    line: lineOf(tx),
    solicited: ground?.bucket === 'promise' || ground?.bucket === 'hot',
    country,
    hasRules: hasRules(country),
    ...policyAsked(law, { country, e164: phone?.e164 }, hours, now),
    screened: (phone && law.screened.get(phone.e164)) ?? null,
    zones: zonesOfKey(calendar),
    // What is missing on paper shows as itself, not as a window that never opens.
    window: windowAt(hours, now),
    caps: capsReached(dialsOf(found, phone), zone, now),
    wait: ground && ground.readyAt > now ? { why: ground.wait, until: ground.readyAt } : null,
    other: held && { ...held, list: held.listName },
    lifted: ground !== null && ground.lifted && ground.readyAt <= now,
    closed: ground === null ? placing.standing.stage : null,
    held: ground && promiseHeldBy(tx, deps, ground, row.list.promisePolicy, placing.standing.ownerId),
  }
}

/** A code is there for a mobile to read. */
function lineOf(tx: Db): Asked['line'] {
  const { dialWith, line } = settingsOf(tx)
  return dialWith === 'qr' ? 'mobile' : line
}

/** Only the cap of the number that would be dialled. */
function dialsOf({ callable, placing: { dials } }: Gathered, phone: Phone | null) {
  return { ...dials, numbers: dials.numbers.filter((_, place) => callable[place]?.id === phone?.id) }
}

function kindOf(e164: string): { premium: boolean; possible: boolean } {
  const parsed = parsePhoneNumberFromString(e164)
  return { premium: parsed?.getType() === 'PREMIUM_RATE', possible: parsed?.isPossible() ?? false }
}
