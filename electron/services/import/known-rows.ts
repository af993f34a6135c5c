import type { Judgement } from '#shared/domain/import/judge'
import type { Row } from '#shared/domain/import/row'
import type { FitFacts } from '#shared/domain/fit'
import { differences, standing, type After } from './after.ts'
import type { Companies } from './companies.ts'
import type { Deed } from './deeds.ts'
import { birthOf, fitFacts, type Writing } from './fresh.ts'
import type { idsOf } from './ids.ts'
import type { JudgeStart } from './judging.ts'
import { isNewId, newId, newLeadId } from './newcomers.ts'
import type { Known, People } from './people.ts'
import { take, type Taken } from './take.ts'

type Given = {
  start: JudgeStart
  ids: ReturnType<typeof idsOf>
  people: People
  companies: Companies
  after: After
  writing: Writing
  fitOf: (facts: FitFacts) => number
}
type Ids = { personId: string; leadId: string }

/** What a row is to somebody who is known already: told as deeds for the end. */
export function knownTaker({ start, ids, people, companies, after, writing, fitOf }: Given) {
  const { list, at, importId } = start
  const { surely } = people.silenced
  let leads = 0

  /** The wishes, and whose the lead is. */
  const factsOf = ({ values }: Row, { personId, leadId }: Ids, isNewLead: boolean): Deed[] => {
    const { doNotCall, doNotEmail, ownerId } = values
    const silence = (channel: 'call' | 'mail'): Deed => ({ kind: 'silence', given: { personId, channel } })
    return [
      ...(doNotCall && !surely.has(personId) ? [silence('call')] : []),
      ...(doNotEmail && !people.unmailed.has(personId) ? [silence('mail')] : []),
      ...(isNewLead && ownerId !== null ? [{ kind: 'own', given: { leadId, repId: ownerId } } as const] : []),
    ]
  }

  const closing = ({ closed }: Row['values'], leadId: string): Deed[] =>
    closed ? [{ kind: 'close', given: { leadId, reason: closed } }] : []

  const basisOf = ({ values }: Row, personId: string, before: string | null): Deed[] => {
    const { basis } = values
    const isKnown = !isNewId(personId)
    return basis
      ? [{ kind: 'basis', given: { personId, basis, source: start.plan.name, before, isKnown } }]
      : []
  }

  const newLeadOf = ({ lead, person, row, judged }: Taken): Deed[] => {
    if (!lead) return []
    const { values } = row
    const { source, campaign, externalId, arrivedAt } = values
    const fit = fitOf(fitFacts({ ...person, source, campaign }, person.company, values.extra))
    const stage = values.stage ?? birthOf(lead.signals, fit, writing)
    const given = { source, campaign, externalId, importId, stage, fit, listId: list.id, createdAt: at }
    const extra = values.extra === null ? null : JSON.stringify(values.extra)
    const personal = { id: lead.id, personId: person.id, companyId: person.company?.id ?? null }
    const { ended } = judged
    return [
      { kind: 'newLead', given: { ...given, ...personal, extra, arrivedAt: arrivedAt ?? at } },
      ...lead.signals.map((signal): Deed => ({ kind: 'signal', given: { leadId: lead.id, ...signal } })),
      ...(judged.verdict === 're_disqualified' ? [] : closing(values, lead.id)),
      ...(judged.verdict === 're_disqualified' && ended
        ? [
            {
              kind: 'again',
              given: {
                leadId: lead.id,
                reason: ended.reason ?? 'outside_profile',
                wakesAt: ended.lead.wakesAt,
                refersTo: ended.lead.changeId,
              },
            } as const,
          ]
        : []),
    ]
  }

  const deedsOf = (taken: Taken, was: ReturnType<typeof standing>): Deed[] => {
    const { person, judged, lead, row } = taken
    const personId = person.id
    const open = judged.lead
    const isChanged = judged.changes.length > 0
    const basisChange = judged.changes.find(({ field }) => field === 'basis')
    const placed = isChanged || row.values.doNotCall ? person.leads : lead ? [lead] : []
    return [
      ...factsOf(row, { personId, leadId: lead?.id ?? '' }, lead !== null),
      ...(basisChange ? basisOf(row, personId, basisChange.before) : []),
      ...differences(was, person),
      ...taken.phones.map((given): Deed => ({ kind: 'phone', given: { personId, ...given } })),
      ...taken.emails.map((given): Deed => ({ kind: 'email', given: { personId, ...given } })),
      ...taken.keys.map((given): Deed => ({ kind: 'identity', given: { personId, ...given } })),
      ...(open
        ? taken.signals.map((each): Deed => ({ kind: 'signal', given: { leadId: open.id, ...each } }))
        : []),
      ...newLeadOf(taken),
      ...(isChanged ? [{ kind: 'index', given: { personId } } as const] : []),
      ...placed.map(({ id }): Deed => ({ kind: 'place', given: { leadId: id } })),
    ]
  }

  return {
    row(row: Row, judged: Judgement, known: Known): Taken | null {
      const { person } = known
      const was = standing(person, judged.lead)
      const laterId = () => ids.id('laterLead', ++leads)
      const given = {
        listId: list.id,
        newId: laterId,
        at,
        companyOf: (values: Row['values']) => companies.of(values),
      }
      const taken = take(row, judged, person, given)
      if (!taken) return null
      people.keep(known, taken.keys)
      after.add(deedsOf(taken, was))
      return taken
    },
    /** Of somebody new: wishes and owner, and their lead by its facts. */
    facts(row: Row, n: number, isByFacts: boolean): void {
      const leadId = newLeadId(n)
      after.add(factsOf(row, { personId: newId(n), leadId }, true))
      after.add(basisOf(row, newId(n), null))
      after.add(closing(row.values, leadId))
      if (isByFacts) after.add([{ kind: 'place', given: { leadId } }])
    },
  }
}
