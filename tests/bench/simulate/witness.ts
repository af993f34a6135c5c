import type { Output } from '#shared/contract/api'
import { dayOf, isBusinessDay, minutesOf } from '#shared/domain/calendar'
import { holidaysOf } from '#shared/domain/holidays'
import { has, type OutcomeId, type WhoSpoke, withPerson } from '#shared/domain/outcome'
import { DAY, MINUTE } from '#shared/lib/time'
import { isAtWork, isTheirs, type Member } from './team.ts'

export type Card = NonNullable<Output<'desk.open'>>
export type Broken =
  'window' | 'cap' | 'promise' | 'suppressed' | 'starved' | 'territory' | 'sums' | 'refused'

const SPANISH = [
  [9 * 60, 14 * 60],
  [16 * 60, 19 * 60],
] as const
const ELSEWHERE = [[9 * 60, 19 * 60]] as const

type Promised = { at: number; ownerId: string | null; province: string | null }
type Served = { card: Card; repId: string; phoneId: string; now: number }

/**
 * Watches a team and keeps books of its own, without the queue's tables or rules: what was dialled, promised and asked
 * for. Says which rules of PRODUCT.md section 7 a call broke.
 */
export function witness(home: string, team: readonly Member[]) {
  const dials = { person: new Map<string, number[]>(), company: new Map<string, number[]>() }
  const numbers = new Map<string, number[]>()
  const promises = new Map<string, Promised>()
  const owners = new Map<string, string>()
  const silenced = new Set<string>()
  const homes = new Map<string, string | null>()
  const homeOf = ({ person }: Card) => homes.get(person.id) ?? null

  const zonesOf = ({ window }: Card) => (window.zones.length > 0 ? window.zones : [home])
  const isDue = ({ at }: Promised, now: number) => now >= at - 10 * MINUTE
  const lifts = (promise: Promised, now: number) => isDue(promise, now) && now < promise.at + 120 * MINUTE

  function isOpen(card: Card, now: number): boolean {
    const isSpanish = card.person.country === 'ES'
    return zonesOf(card).every((zone) => {
      const minutes = minutesOf(zone, now)
      const isWorkday = isBusinessDay(dayOf(zone, now), holidaysOf(card.person.country ?? ''))
      return (
        isWorkday && (isSpanish ? SPANISH : ELSEWHERE).some(([from, to]) => from <= minutes && minutes < to)
      )
    })
  }

  function isCapped({ card, phoneId, now }: Served): boolean {
    const [zone = home] = zonesOf(card)
    const today = (times: readonly number[] = []) =>
      times.filter((at) => dayOf(zone, at) === dayOf(zone, now)).length
    const person = dials.person.get(card.person.id) ?? []
    const number = card.person.phones.find(({ id }) => id === phoneId)
    return (
      today(person) >= 2 ||
      person.filter((at) => at > now - 30 * DAY).length >= 8 ||
      (card.company !== null && today(dials.company.get(card.company.id)) >= 3) ||
      today(numbers.get(number?.e164 ?? '')) >= (number?.status === 'switchboard' ? 3 : 2)
    )
  }

  /** Somebody else's promise comes first, who waits for this rep or for anybody. */
  function isAnotherDue({ card, repId, now }: Served): boolean {
    const mine = promises.get(card.leadId)
    // One that was missed comes before those that are due, however late it is.
    if (mine && isDue(mine, now)) return false
    return [...promises.values()].some((other) => lifts(other, now) && isFor(other, repId, now))
  }

  const member = (repId: string | null) => team.find(({ id }) => id === repId)

  /** Its owner's wherever it is; in a rep's territory whose owner is away, or has let a quarter of an hour go by. */
  function isFor({ ownerId, at, province }: Promised, repId: string, now: number): boolean {
    if (ownerId === repId) return true
    const [rep, owner] = [member(repId), member(ownerId)]
    const isFree =
      ownerId === null || now >= at + 15 * MINUTE || (owner !== undefined && !isAtWork(owner, now))
    return isFree && rep !== undefined && isTheirs(rep, province)
  }

  /** Nobody outside a rep's territory is served to them, but whom they promised to call. */
  function isOutside({ card, repId }: Served): boolean {
    const rep = member(repId)
    const isOwn = promises.get(card.leadId)?.ownerId === repId
    return rep !== undefined && !isTheirs(rep, homeOf(card)) && !isOwn
  }

  const dialled = (who: { personId: string; companyId: string | null; e164: string; at: number }) => {
    add(dials.person, who.personId, who.at)
    if (who.companyId !== null) add(dials.company, who.companyId, who.at)
    add(numbers, who.e164, who.at)
  }

  return {
    /** What was dialled and promised, and who owned whom, before the team began. */
    dialled,
    lives: (personId: string, province: string | null) => void homes.set(personId, province),
    owned: (leadId: string, repId: string) => void owners.set(leadId, repId),
    promised: (leadId: string, at: number, ownerId: string | null, province: string | null) =>
      void promises.set(leadId, { at, ownerId, province }),
    broken(served: Served): Broken[] {
      const { card, now } = served
      const promise = promises.get(card.leadId)
      const isLifted = promise !== undefined && lifts(promise, now)
      return [
        ...(silenced.has(card.person.id) ? (['suppressed'] as const) : []),
        ...(!isLifted && !isOpen(card, now) ? (['window'] as const) : []),
        ...(!isLifted && isCapped(served) ? (['cap'] as const) : []),
        ...(isAnotherDue(served) ? (['promise'] as const) : []),
        ...(isOutside(served) ? (['territory'] as const) : []),
      ]
    },
    /** Takes a logged call into the books. */
    note(
      { card, repId, phoneId, now }: Served,
      logged: { outcome: OutcomeId; spoke: WhoSpoke | null; promisedAt: number | null },
    ): void {
      const { outcome, spoke, promisedAt } = logged
      const e164 = card.person.phones.find(({ id }) => id === phoneId)?.e164 ?? ''
      if (has(outcome, 'attempt')) {
        dialled({ personId: card.person.id, companyId: card.company?.id ?? null, e164, at: now })
        promises.delete(card.leadId)
      }
      if (withPerson(outcome, spoke) && !owners.has(card.leadId)) owners.set(card.leadId, repId)
      if (outcome === 'do_not_call') silenced.add(card.person.id)
      if (promisedAt !== null)
        promises.set(card.leadId, {
          at: promisedAt,
          ownerId: owners.get(card.leadId) ?? null,
          province: homeOf(card),
        })
    },
    /** Promises whose time is over by more than two hours and that nobody has dialled. */
    forgotten: (now: number) => [...promises.values()].filter(({ at }) => now > at + 120 * MINUTE).length,
  }
}

function add(book: Map<string, number[]>, key: string, at: number): void {
  book.set(key, [...(book.get(key) ?? []), at])
}
