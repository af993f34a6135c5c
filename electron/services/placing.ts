import { AppError } from '#shared/contract/errors'
import { standingAnswers } from '#shared/domain/answers'
import { boardOf } from '#shared/domain/board'
import { CAP_DAYS, type Dials } from '#shared/domain/cap'
import { addDays, dayOf, dayStart } from '#shared/domain/calendar'
import type { LeadFacts, Standing } from '#shared/domain/facts'
import { asksEmails, type FitFacts } from '#shared/domain/fit'
import { promisedAt } from '#shared/domain/ground'
import { overrideAt } from '#shared/domain/override'
import type { Placing } from '#shared/domain/place'
import type { ScoreProfile } from '#shared/domain/profile'
import { NEVER } from '#shared/domain/queue'
import { behaviourOf, fitOf, lastIntent } from '#shared/domain/score'
import { standing } from '#shared/domain/standing'
import { regionOf } from '#shared/domain/region'
import { calendarKey, clockOfKey } from '#shared/domain/window'
import { countryOf, zonesOf, type Whereabouts } from '#shared/domain/zone'
import { DAY } from '#shared/lib/time'
import { dialsOfCompany, dialsOfNumber, dialsOfPerson } from '#electron/db/dials'
import { addressesOf, factsOfLead, findLead, phonesOf, signalsOf, type LeadRow } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { promisedElsewhere } from '#electron/db/queue'
import { snoozedUntil } from '#electron/db/skip'
import { overridesOf } from '#electron/db/override'
import { suppressionsOf, type Suppressed } from '#electron/db/suppression'
import type { Deps } from './deps.ts'
import { calendarPart, countryToScreen, lawOf, type Law } from './law.ts'
import { withDelays } from './outcome-versions.ts'
import { withExit } from './reason-versions.ts'
import { currentRules, rulesAt } from './rules.ts'
import { patchesIn, siteOf } from './territory.ts'

/** A day there may have begun up to this long ago. */
const LAST_DAYS = 2 * DAY

export type Phone = ReturnType<typeof phonesOf>[number]

/**
 * Another list has this person: which, and until when. `promisedAt`: of what was promised there, which holds until it is
 * kept (`until` is `NEVER`), however late that is.
 */
type Held = { until: number; leadId: string; listName: string; promisedAt: number | null }

/** All that is known of a lead when it is asked where it stands. */
export type Gathered = {
  row: LeadRow
  phones: readonly Phone[]
  /** Those that could be called: no status and no wish against them. */
  callable: readonly Phone[]
  suppressed: readonly Suppressed[]
  where: Whereabouts
  law: Law
  held: Held | null
  placing: Placing
}

/** Throws AppError 'not-found'. */
export function gather(tx: Db, deps: Deps, leadId: string): Gathered {
  const row = findLead(tx, leadId)
  if (!row) throw new AppError('not-found', 'That lead is not here any more.', 'lead-unknown')
  const now = deps.now()
  const { lead, person, list } = row
  const facts = withExit(tx, withDelays(tx, factsOfLead(tx, lead)))
  const phones = phonesOf(tx, person.id)
  const suppressed = suppressionsOf(tx, { personId: person.id, companyId: lead.companyId, phones })
  const silenced = new Set(suppressed.map(({ e164 }) => e164))
  const where = whereabouts(row, phones)
  const law = lawFor(tx, deps, row, where, phones)
  const isScreened = (e164: string) => law.screened.get(e164)?.consentedSince === false
  const callable = phones.filter(
    ({ e164, status }) => isCallable(status) && !silenced.has(e164) && !isScreened(e164),
  )
  const calendar = calendarOf(where, list, deps.zone, law, patchesIn(tx)(siteOf(row, where)))
  const dials = dialsOfPerson(tx, person.id, now - CAP_DAYS * DAY)
  const { definition, score } = currentRules(tx, list.id)
  const signals = signalsOf(tx, leadId)
  const stands = standing(facts, definition, deps.zone)
  const held = heldElsewhere(tx, row, stands, { dials, zone: clockOfKey(calendar), now })
  const placing: Placing = {
    facts,
    standing: stands,
    signals,
    profile: score,
    calendar,
    forbidden: person.erasedAt !== null || suppressed.some(({ scope }) => scope !== 'number'),
    callable: callable.length,
    dials: dialsFor(tx, lead, callable, dials, now),
    heldUntil: held?.until ?? null,
    snoozedUntil: snoozedUntil(tx, leadId, now, lastIntent(signals, score, now)?.at ?? null),
    pointsAt: (at) => pointsAt(tx, deps, placing, row, Math.min(at, now), at),
  }
  return { row, phones, callable, suppressed, where, law, held, placing }
}

export const isCallable = (status: Phone['status']) => status === 'ok' || status === 'switchboard'

export const whereabouts = ({ person, list }: LeadRow, phones: readonly Phone[]): Whereabouts => ({
  zone: person.zone,
  country: person.country,
  province: person.province,
  postalCode: person.postalCode,
  phones,
  listCountry: list.country,
})

function lawFor(
  tx: Db,
  { zone, now }: Deps,
  { lead, person, list }: LeadRow,
  where: Whereabouts,
  phones: readonly Phone[],
): Law {
  const country = countryOf(where)
  const first = phones.find(({ status }) => isCallable(status)) ?? phones[0]
  return lawOf(tx, zone, now(), list, {
    country,
    numberCountry: countryToScreen(first?.e164, country),
    hasCompany: lead.companyId !== null,
    personId: person.id,
    e164s: where.phones.map(({ e164 }) => e164),
  })
}

/** Without what the law says of them, only their clock can be read from it. */
export const calendarOf = (
  where: Whereabouts,
  list: { business: boolean; basis: string | null },
  home: string,
  law: Law | null = null,
  patch = '',
) => {
  const country = countryOf(where)
  return calendarKey({
    country,
    region: regionOf({ ...where, country }),
    business: list.business,
    basis: list.basis !== null,
    ...(law && calendarPart(law)),
    zones: zonesOf(where),
    home,
    patch,
  })
}

export const fitFactsOf = (tx: Db, { lead, person, company }: LeadRow, profile: ScoreProfile): FitFacts => ({
  industry: company?.industry ?? null,
  employees: company?.employees ?? null,
  title: person.title,
  country: person.country,
  province: person.province,
  city: person.city,
  source: lead.source,
  campaign: lead.campaign,
  emails: asksEmails(profile) ? addressesOf(tx, person.id) : null,
  extra: lead.extra,
})

/** Fit + behaviour + BANT now as they stand at an instant, under the rules in force by then. */
function pointsAt(tx: Db, deps: Deps, lead: Placing, row: LeadRow, rulesBy: number, at: number): number {
  const { score, definition } = rulesAt(tx, rulesBy, row.list.id)
  const given = standingAnswers(
    definition,
    lead.facts.answers.filter((answer) => answer.at <= at),
    [],
    lead.facts.jobChanges?.filter((changed) => changed.at <= at),
  ).map(({ answer }) => answer)
  const bant = given.length > 0 ? boardOf(definition, given, at, deps.zone).now : 0
  const set = overridesOf(tx, row.lead.id)
  const fit = overrideAt(set, 'fit', at)?.points ?? fitOf(fitFactsOf(tx, row, score), score, row.list.id)
  const behaviour = overrideAt(set, 'behaviour', at)?.points ?? behaviourOf(lead.signals, score, at)
  return fit + behaviour + bant
}

function dialsFor(
  tx: Db,
  { companyId }: LeadRow['lead'],
  callable: readonly Phone[],
  person: readonly { at: number }[],
  now: number,
): Dials {
  const since = now - LAST_DAYS
  return {
    person: person.map(({ at }) => at),
    company: companyId === null ? [] : dialsOfCompany(tx, companyId, since),
    numbers: callable.map((phone) => ({
      switchboard: phone.status === 'switchboard',
      dials: dialsOfNumber(tx, phone, since),
    })),
  }
}

/**
 * A person in several lists is served once: while one lead is promised or was dialled today, the others wait (PRODUCT.md
 * section 2). Of two that are promised each is called at its time.
 */
function heldElsewhere(
  tx: Db,
  { lead }: LeadRow,
  stands: Standing,
  { dials, zone, now }: { dials: readonly { at: number; leadId: string }[]; zone: string; now: number },
): Held | null {
  const endOf = (at: number) => dayStart(zone, addDays(dayOf(zone, at), 1))
  const promised = promisedAt(stands) === null ? promisedElsewhere(tx, lead) : null
  const elsewhere = dials.filter(({ leadId, at }) => leadId !== lead.id && endOf(at) > now)
  const last = elsewhere.toSorted((a, b) => b.at - a.at)[0]
  const leadId = promised?.leadId ?? last?.leadId
  if (leadId === undefined) return null
  const until = promised || !last ? NEVER : endOf(last.at)
  const listName = findLead(tx, leadId)?.list.name ?? ''
  return { until, leadId, listName, promisedAt: promised?.dueAt ?? null }
}

/** A lead's facts and what follows from them. */
export function standingOf(tx: Db, deps: Deps, leadId: string): { facts: LeadFacts; standing: Standing } {
  const row = findLead(tx, leadId)
  if (!row) throw new Error(`No lead ${leadId}`)
  const facts = factsOfLead(tx, row.lead)
  return { facts, standing: standing(facts, currentRules(tx, row.list.id).definition, deps.zone) }
}
