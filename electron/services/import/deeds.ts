import { boardOf } from '#shared/domain/board'
import { becauseOf } from '#shared/domain/change'
import { freeze } from '#shared/domain/frozen'
import type { RowBasis } from '#shared/domain/import/basis-words'
import { basisText } from '#shared/domain/import/changes'
import { isAskedAgain } from '#shared/domain/import/stage-words'
import type { Phone } from '#shared/domain/phone'
import type { Signal } from '#shared/domain/profile'
import type { ReasonId } from '#shared/domain/reason'
import type { Stage } from '#shared/domain/stage'
import { clockOfKey } from '#shared/domain/window'
import { fold } from '#shared/lib/fold'
import { insertBasis } from '#electron/db/basis'
import { insertAssignment, insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { changeRow, keepChange, type Changes } from '#electron/db/import-changes'
import { closeComing, queuedLeads, suppressPerson, type Closed } from '#electron/db/import-facts'
import type { Db } from '#electron/db/open'
import { insertEmail, insertIdentity, insertPhone } from '#electron/db/person'
import { raw } from '#electron/db/raw'
import { indexKept } from '#electron/db/search-kept'
import { indexPeople } from '#electron/db/search-many'
import type { Deps } from '../deps.ts'
import { gather } from '../placing.ts'
import { refresh } from '../queue.ts'
import { reasonsAt } from '../reason-versions.ts'
import { currentRules } from '../rules.ts'

type NewLead = {
  id: string
  personId: string
  companyId: string | null
  listId: string
  externalId: string | null
  source: string | null
  campaign: string | null
  importId: string
  arrivedAt: number
  createdAt: number
  stage: Stage
  extra: string | null
  fit: number
}

type Kinds = {
  /** A wish in the file: the fact, and out of the queue in the same moment. */
  silence: { personId: string; channel: 'call' | 'mail' }
  /** Why they may be called, or that they took it back; `before` null of somebody new. */
  basis: { personId: string; basis: RowBasis; source: string; before: string | null; isKnown: boolean }
  /** In another list, of somebody who is there. */
  newLead: NewLead
  company: { id: string; set: Changes }
  /** `asOf`: what is known of them is as new as this. */
  person: { id: string; set: Changes; asOf: number }
  lead: { id: string; set: Changes }
  phone: { personId: string; phone: Phone; place: number }
  email: { personId: string; email: string; place: number }
  identity: { kind: string; key: string; personId: string }
  signal: { leadId: string } & Signal
  own: { leadId: string; repId: string }
  /** What closed the last one still holds. */
  again: Omit<Closed, 'to'>
  /** The file itself says why nobody is to be called. */
  close: { leadId: string; reason: ReasonId }
  /** Found by what they are called and reached by now. */
  index: { personId: string }
  /** By its facts, since its person was there before or a later row moved it. */
  place: { leadId: string }
}

/**
 * What an import does to those who were there, and every fact: done once nothing of it can be taken back any more, in this
 * order. Wishes come first, so that nobody is called who asked for silence in this very file.
 */
export const STEPS = [
  'silence',
  'basis',
  'company',
  'newLead',
  'person',
  'lead',
  'phone',
  'email',
  'identity',
  'signal',
  'own',
  'again',
  'close',
  'index',
  'place',
] as const satisfies readonly (keyof Kinds)[]
export type Deed = { [K in keyof Kinds]: { kind: K; given: Kinds[K] } }[keyof Kinds]

/** `n`: the deed's number, under which what stood before is kept. */
type Doing = { tx: Db; deps: Deps; importId: string; n: number }

const DO: { [K in keyof Kinds]: (doing: Doing, given: Kinds[K]) => void } = {
  silence: ({ tx, deps, importId }, { personId, channel }) => {
    suppressPerson(tx, deps, { personId, channel, importId })
    // Whoever is not in the queue is not in it either once nobody may call them.
    if (channel === 'call') refresh(tx, deps, queuedLeads(tx, personId))
  },
  // It refers to its import, whose undo takes all of them back at once.
  basis: ({ tx, deps, importId, n }, { personId, basis, source, before, isKnown }) => {
    const { kind, given, on, proof } = basis
    const stamp = { ...stampOf(tx, deps), refersTo: importId }
    insertBasis(tx, { ...stamp, personId, channel: 'call', kind, given, on })
    insertText(tx, { factId: stamp.id, field: 'source', personId, text: source })
    insertText(tx, { factId: stamp.id, field: 'proof', personId, text: proof })
    if (isKnown)
      keepChange(tx, {
        importId,
        n,
        entity: 'bases',
        id: personId,
        before: { was: before, is: basisText(basis) },
      })
  },
  newLead: ({ tx }, lead) => {
    insertLead(tx, lead)
    if (lead.extra !== null) indexKept(tx, lead.personId, lead.personId)
  },
  company: (doing, change) => changeAndKeep(doing, 'companies', change),
  person: (doing, { id, set, asOf }) => {
    const row = raw<{ asOf: number | null }>(doing.tx, 'SELECT as_of AS asOf FROM persons WHERE id = ?').get(
      id,
    )
    const isNewer = row && (row.asOf ?? 0) < asOf
    changeAndKeep(doing, 'persons', { id, set: { ...set, ...(isNewer ? { as_of: [row.asOf, asOf] } : {}) } })
  },
  lead: (doing, change) => changeAndKeep(doing, 'leads', change),
  phone: ({ tx, deps, importId, n }, { personId, phone, place }) => {
    const id = deps.newId()
    insertPhone(tx, id, personId, phone, place)
    keepChange(tx, { importId, n, entity: 'phones', id: personId, before: { id } })
  },
  email: ({ tx, importId, n }, { personId, email, place }) => {
    insertEmail(tx, personId, email, place)
    keepChange(tx, { importId, n, entity: 'emails', id: personId, before: { email } })
  },
  identity: ({ tx, importId, n }, { kind, key, personId }) => {
    if (insertIdentity(tx, kind, key, personId).changes > 0)
      keepChange(tx, { importId, n, entity: 'identities', id: personId, before: { kind, key } })
  },
  signal: ({ tx, deps, importId, n }, { leadId, kind, at }) => {
    const id = deps.newId()
    insertSignal(tx, id, leadId, { kind, at })
    keepChange(tx, { importId, n, entity: 'signals', id: leadId, before: { id } })
  },
  own: ({ tx, deps }, { leadId, repId }) =>
    insertAssignment(tx, { ...stampOf(tx, deps), leadId, callId: null, toRepId: repId }),
  again: ({ tx, deps }, again) =>
    closeComing(tx, deps, { ...again, to: 'disqualified' }, frozenNow(tx, deps)),
  close: ({ tx, deps }, { leadId, reason }) => {
    const now = deps.now()
    const zone = clockOfKey(gather(tx, deps, leadId).placing.calendar)
    const reasons = reasonsAt(tx, now).rules
    const { quarterStart } = currentRules(tx)
    const around = { refusedBefore: isAskedAgain(reason), now, zone, quarterStart, reasons }
    const { to, wakesAt } = becauseOf(reason, null, around)
    closeComing(tx, deps, { leadId, to, reason, wakesAt, refersTo: null }, frozenNow(tx, deps))
  },
  index: ({ tx }, { personId }) => indexPeople(tx, personId, personId),
  place: ({ tx, deps }, { leadId }) => refresh(tx, deps, [leadId]),
}

/** Nobody was asked anything yet. */
function frozenNow(tx: Db, deps: Deps): unknown {
  const { definition, version } = currentRules(tx)
  return freeze(definition, version, boardOf(definition, [], deps.now(), deps.zone), 0)
}

export function doDeed(doing: Doing, { kind, given }: { kind: string; given: string }): void {
  // `DO` pairs each kind with what it is given; the compiler cannot follow that through a file.
  const act = DO[kind as keyof Kinds] as (doing: Doing, given: Deed['given']) => void
  act(doing, JSON.parse(given) as Deed['given'])
}

function changeAndKeep(
  { tx, importId, n }: Doing,
  entity: 'companies' | 'persons' | 'leads',
  { id, set }: { id: string; set: Changes },
): void {
  const done = changeRow(tx, entity, id, set)
  if (Object.keys(done).length > 0) keepChange(tx, { importId, n, entity, id, before: done })
}

const insertSignal = (db: Db, id: string, leadId: string, { kind, at }: Signal) =>
  raw(db, 'INSERT INTO signals (id, lead_id, kind, at) VALUES (?, ?, ?, ?)').run(id, leadId, kind, at)

const insertLead = (db: Db, lead: NewLead): void =>
  void raw(
    db,
    `INSERT INTO leads (id, person_id, company_id, list_id, external_id, source, source_key, campaign, import_id,
      arrived_at, created_at, born_as, extra, stage, fit, bant_now, attempts, dials)
      VALUES (@id, @personId, @companyId, @listId, @externalId, @source, @sourceKey, @campaign, @importId, @arrivedAt,
      @createdAt, @stage, @extra, @stage, @fit, 0, 0, 0)`,
  ).run({ ...lead, sourceKey: lead.source === null ? null : fold(lead.source) })
