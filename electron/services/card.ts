import type { Card } from '#shared/contract/card'
import { isPromise, openDate } from '#shared/domain/promise'
import { merge, openerFor, type Fields, type Occasion } from '#shared/domain/script'
import { showPhone } from '#shared/domain/show-phone'
import { IN_QUEUE, type Stage } from '#shared/domain/stage'
import { colleaguesOf, elsewhereOf, emailsOf, namedBy } from '#electron/db/card'
import { findDraft } from '#electron/db/draft'
import { callsOf, promisesOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { findRep } from '#electron/db/people'
import { boardView } from './board.ts'
import type { Deps } from './deps.ts'
import { toDraft } from './draft.ts'
import { caseOf, sitting, type Case, type Rep } from './facts.ts'
import { hoursOf } from './rep-hours.ts'
import { throughLens } from './framework.ts'
import { historyOf } from './history.ts'
import { mayCallFound, windowIn } from './may-call.ts'
import { objectionsFor } from './objection.ts'
import { opportunityOf } from './opportunity.ts'
import type { Phone } from './placing.ts'
import { whyOf } from './queue.ts'
import { receiptsOf } from './score.ts'
import { scriptFor } from './script.ts'
import { missingToQualify } from './stage.ts'

/** Everything the call screen shows of one lead. Throws AppError 'not-found'. */
export function cardOf(tx: Db, deps: Deps, leadId: string): Card {
  const rep = sitting(tx)
  const found = caseOf(tx, deps, leadId)
  const { lead, list, company } = found.row
  const { standing } = found.placing
  const draft = findDraft(tx, leadId)
  const { script, language } = scriptFor(tx, found.row)
  const fields = fieldsOf(found, rep)
  const why = whyOf(tx, deps, found)
  return {
    leadId,
    listId: list.id,
    listName: list.name,
    language,
    stage: standing.stage,
    reason: standing.reason,
    source: lead.source,
    campaign: lead.campaign,
    arrivedAt: lead.arrivedAt,
    owner: standing.ownerId && (findRep(tx, standing.ownerId)?.name ?? null),
    person: personOf(tx, found),
    company: company && {
      id: company.id,
      name: company.name,
      industry: company.industry,
      employees: company.employees,
    },
    why,
    window: windowIn(found.placing.calendar, deps.now(), found.law.audience === 'business'),
    mayCall: mayCallFound(tx, deps, found, draft?.phoneId ?? null),
    ...receiptsOf(deps, found),
    board: boardView(tx, throughLens(tx, deps, found)),
    script: {
      opener: openerFor(script, OCCASIONS[why?.bucket ?? ''] ?? 'cold', fields),
      numberFrom: merge(script.numberFrom, fields),
    },
    history: historyOf(tx, lead),
    objections: objectionsFor(tx, lead.personId),
    named: namedBy(tx, leadId),
    colleagues: colleaguesFor(tx, found),
    alsoIn: alsoIn(tx, found),
    draft: draft ? toDraft(draft, deps) : null,
    hours: hoursOf(tx, rep.id),
    opportunity: opportunityOf(tx, leadId),
    missing: missingToQualify(tx, deps, found, rep),
    extra: lead.extra ?? {},
  }
}

function personOf(tx: Db, { row: { person }, phones }: Case): Card['person'] {
  const { id, name, givenName, title, city, country } = person
  return { id, name, givenName, title, city, country, phones: phones.map(phoneOf), emails: emailsOf(tx, id) }
}

const phoneOf = ({ id, e164, extension, type, status }: Phone) => ({
  id,
  e164,
  display: showPhone(e164),
  extension,
  type,
  status,
})

const OCCASIONS: Readonly<Record<string, Occasion>> = { promise: 'promised', hot: 'asked' }

function fieldsOf({ row: { person, company, lead } }: Case, rep: Rep): Fields {
  const [first = null] = rep.name.split(' ')
  const { givenName, name, city } = person
  return { first: givenName, name, rep: first, company: company?.name ?? null, city, source: lead.source }
}

/** One row a person, whichever of their leads was dialled last. */
function colleaguesFor(tx: Db, { row: { lead } }: Case): Card['colleagues'] {
  if (lead.companyId === null) return []
  const rows = colleaguesOf(tx, { personId: lead.personId, companyId: lead.companyId })
  const firsts = rows.filter((row, at) => rows.findIndex(({ personId }) => personId === row.personId) === at)
  return firsts.map(({ leadId, name, title, authority, lastDialAt }) => ({
    leadId,
    name,
    title,
    decides: authority === 'decides',
    lastDialAt,
  }))
}

const STILL_OPEN: readonly Stage[] = [...IN_QUEUE, 'sql', 'opportunity', 'nurture']

function alsoIn(tx: Db, { leadId, row: { lead } }: Case): Card['alsoIn'] {
  const others = elsewhereOf(tx, { personId: lead.personId, leadId })
  const open = others.filter(({ stage }) => STILL_OPEN.includes(stage))
  if (open.length === 0) return []
  const ids = open.map((other) => other.leadId)
  const [calls, promises] = [callsOf(tx, ids), promisesOf(tx, ids)]
  return open.map((other) => {
    const date = openDate(calls.get(other.leadId) ?? [], promises.get(other.leadId) ?? [])
    return { listName: other.listName, promisedAt: isPromise(date) ? date.dueAt : null }
  })
}
