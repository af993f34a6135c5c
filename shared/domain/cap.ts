import { DAY } from '../lib/time.ts'
import { addDays, dayOf, dayStart } from './calendar.ts'

/** Most dials, whoever makes them: PRODUCT.md section 7. */
export const CAPS = { personADay: 2, companyADay: 3, numberADay: 2, personIn30Days: 8 } as const

export const CAP_DAYS = 30

/** Instants of dials, in any order. Those of the last 30 days for the person, of the last two days for the others. */
export type Dials = {
  person: readonly number[]
  company: readonly number[]
  /** One entry for each number that could be called. */
  numbers: readonly { switchboard: boolean; dials: readonly number[] }[]
}

export type Cap = {
  why: 'cap_person' | 'cap_company' | 'cap_number'
  count: number
  most: number
  /** When it lifts: the start of the next day there; the calling window says when a phone may ring that day. */
  until: number
}

/**
 * The caps that are reached at this moment. A day is the calendar day in `zone`, where the person is. What was dialled
 * before the clock was set back counts too, though it lies ahead now.
 */
export function capsReached(dials: Dials, zone: string, now: number): Cap[] {
  const today = dayOf(zone, now)
  const from = dayStart(zone, today)
  const tomorrow = dayStart(zone, addDays(today, 1))
  const inDay = (times: readonly number[]) => times.filter((at) => at >= from && at < tomorrow).length
  const daily = (why: Cap['why'], times: readonly number[], most: number): Cap[] =>
    inDay(times) >= most ? [{ why, count: inDay(times), most, until: tomorrow }] : []

  const numbers = dials.numbers.map((number) => daily('cap_number', number.dials, mostOf(number)))
  return [
    ...daily('cap_person', dials.person, CAPS.personADay),
    ...inMonth(dials.person, now),
    // Another number of theirs that is still free keeps the lead in the queue.
    ...(numbers.every((caps) => caps.length > 0) ? numbers.flat().slice(0, 1) : []),
    ...daily('cap_company', dials.company, CAPS.companyADay),
  ]
}

const mostOf = ({ switchboard }: { switchboard: boolean }) =>
  switchboard ? CAPS.companyADay : CAPS.numberADay

function inMonth(times: readonly number[], now: number): Cap[] {
  const recent = times.filter((at) => at > now - CAP_DAYS * DAY).toSorted((a, b) => b - a)
  const eighth = recent[CAPS.personIn30Days - 1]
  if (eighth === undefined) return []
  const until = eighth + CAP_DAYS * DAY
  return [{ why: 'cap_person', count: recent.length, most: CAPS.personIn30Days, until }]
}
