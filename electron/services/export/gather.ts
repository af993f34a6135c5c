import type { Frozen } from '#shared/domain/frozen'
import type { ExportFramework, ExportLead, ExportSql } from '#shared/domain/export/lead'
import { namedBy } from '#electron/db/card'
import {
  answersOf,
  callsOf,
  emailsOf,
  leadParts,
  movesToSql,
  opportunitiesOf,
  phonesOf,
  stepsOf,
  withoutMail,
} from '#electron/db/export-leads'
import { suppressionsOf } from '#electron/db/suppression'
import type { Deps } from '../deps.ts'
import { currentRules } from '../rules.ts'
import { outcomeLabels } from '../outcome-versions.ts'

/** Everything that may leave with these leads, in a handful of queries for all of them. */
export function gather(
  { db, zone, now }: Pick<Deps, 'db' | 'zone' | 'now'>,
  ids: readonly string[],
): ExportLead[] {
  const parts = leadParts(db, ids)
  const personIds = parts.map(({ person }) => person.id)
  const byPerson = {
    phones: by('personId', phonesOf(db, personIds)),
    emails: by('personId', emailsOf(db, personIds)),
  }
  const noMail = withoutMail(db, personIds)
  const calls = by('leadId', callsOf(db, ids))
  const labels = outcomeLabels(db, now())
  const moves = by('leadId', movesToSql(db, ids))
  const answers = by('leadId', answersOf(db, ids))
  const steps = by('leadId', stepsOf(db, ids))
  const deals = by(
    'leadId',
    opportunitiesOf(db, ids).map((deal) => ({ leadId: deal.fact.leadId, ...deal })),
  )

  const frameworks = new Map<string, ExportFramework>()
  const frameworkOf = (listId: string) => {
    const found = frameworks.get(listId) ?? currentRules(db, listId).definition
    frameworks.set(listId, found)
    return found
  }

  return parts.map(({ lead, person, company, list, owner }) => {
    const framework = frameworkOf(list.id)
    const own = calls.get(lead.id) ?? []
    const numbers = byPerson.phones.get(person.id) ?? []
    const held = { personId: person.id, companyId: company?.id ?? null, phones: numbers }
    const deal = deals.get(lead.id)?.at(-1)
    const sql = moves.get(lead.id)?.at(-1)
    return {
      leadId: lead.id,
      externalId: lead.externalId,
      name: person.name,
      givenName: person.givenName,
      familyName: person.familyName,
      title: person.title,
      company: company?.name ?? null,
      industry: company?.industry ?? null,
      employees: company?.employees ?? null,
      domain: company?.domain ?? null,
      emails: (byPerson.emails.get(person.id) ?? []).map(({ email }) => email),
      phones: numbers,
      city: person.city,
      province: person.province,
      postalCode: person.postalCode,
      country: person.country,
      list: list.name,
      framework,
      language: list.language,
      zone,
      source: lead.source,
      campaign: lead.campaign,
      owner,
      stage: lead.stage,
      doNotCall: suppressionsOf(db, held).length > 0,
      doNotMail: noMail.has(person.id),
      sql: sql ? sqlOf(sql) : null,
      answers: newest(answers.get(lead.id) ?? [], framework),
      step: steps.get(lead.id)?.at(-1) ?? null,
      note: own.findLast(({ note }) => note)?.note ?? null,
      opportunity: deal ? { ...deal.fact, problem: deal.problem } : null,
      decider: sql ? (namedBy(db, lead.id)?.name ?? null) : null,
      calls: own.map((call) => ({
        ...call,
        named: labels.get(call.own ?? call.outcome)?.[list.language] ?? null,
      })),
    }
  })
}

type Move = ReturnType<typeof movesToSql>[number]

function sqlOf({ at, by: who, callId, frozen, overrideBy, overrideReason }: Move): ExportSql {
  const override = overrideBy === null ? null : { by: overrideBy, reason: overrideReason }
  const { now: score = null, threshold = null, framework = null } = frozen as Partial<Frozen>
  return { at, by: who, callId, score, threshold, framework, override }
}

const by = <K extends string, T extends Record<K, string>>(key: K, rows: readonly T[]): Map<string, T[]> =>
  Map.groupBy(rows, (row) => row[key])

/** The last answer to each criterion, in the board's order; what only another framework asks comes last. */
function newest<T extends { criterion: string }>(answers: readonly T[], { criteria }: ExportFramework): T[] {
  const place = (id: string) =>
    (criteria.findIndex((each) => each.id === id) + criteria.length + 1) % (criteria.length + 1)
  const standing = [...new Map(answers.map((answer) => [answer.criterion, answer])).values()]
  return standing.toSorted((a, b) => place(a.criterion) - place(b.criterion))
}
