import { boardOf } from '#shared/domain/board'
import { freeze } from '#shared/domain/frozen'
import type { KnownCompany, KnownLead } from '#shared/domain/import/known'
import type { Signal } from '#shared/domain/profile'
import { fold } from '#shared/lib/fold'
import { insertAssignment } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { disqualifyAgain, suppressPerson, type Again } from '#electron/db/import-facts'
import type { Db } from '#electron/db/open'
import {
  indexKnown,
  insertEmail,
  insertIdentity,
  insertPhone,
  saveCompany,
  updatePerson,
  type StoredPerson,
} from '#electron/db/person'
import { raw } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { refresh } from '../queue.ts'
import { currentRules } from '../rules.ts'
import type { Taken } from './take.ts'
import { insertSignal } from './write.ts'

type Kinds = {
  /** A wish in the file: the fact, and out of the queue in the same moment. */
  silence: { personId: string; channel: 'call' | 'mail' }
  identity: { kind: string; key: string; personId: string }
  company: KnownCompany
  person: {
    person: StoredPerson
    phones: Taken['phones']
    emails: Taken['emails']
    keys: { kind: string; key: string }[]
  }
  signal: { leadId: string } & Signal
  lead: Pick<KnownLead, 'id' | 'source' | 'campaign' | 'extra'> & { companyId: string | null }
  again: Again
  own: { leadId: string; repId: string }
  /** By its facts, since its person was there before. */
  place: { leadId: string }
}

/**
 * What an import still has to do once it can no longer be taken back, as plain JSON: it is kept in the store, and each
 * deed leaves it in the transaction that does it. So a crash repeats none and forgets none.
 */
export type Deed = { [K in keyof Kinds]: { kind: K; given: Kinds[K] } }[keyof Kinds]

const DO: { [K in keyof Kinds]: (tx: Db, deps: Deps, given: Kinds[K]) => void } = {
  silence: (tx, deps, { personId, channel }) => {
    suppressPerson(tx, deps, personId, channel)
    if (channel === 'call') refresh(tx, deps, leadsOf(tx, personId))
  },
  identity: (tx, _, { kind, key, personId }) => void insertIdentity(tx, kind, key, personId),
  company: (tx, _, company) => saveCompany(tx, company),
  person: (tx, deps, { person, phones, emails, keys }) => {
    updatePerson(tx, person)
    for (const { phone, place } of phones) insertPhone(tx, deps.newId(), person.id, phone, place)
    for (const { email, place } of emails) insertEmail(tx, person.id, email, place)
    for (const { kind, key } of keys) insertIdentity(tx, kind, key, person.id)
    if (person.n !== null) indexKnown(tx, person.n, person)
  },
  signal: (tx, deps, { leadId, ...signal }) => void insertSignal(tx, deps.newId(), leadId, signal),
  lead: (tx, _, { id, source, campaign, extra, companyId }) =>
    void raw(
      tx,
      `UPDATE leads SET source = ?, source_key = ?, campaign = ?, company_id = coalesce(?, company_id), extra = ?
        WHERE id = ?`,
    ).run(
      source,
      source === null ? null : fold(source),
      campaign,
      companyId,
      extra === null ? null : JSON.stringify(extra),
      id,
    ),
  again: (tx, deps, again) => {
    const { definition, version } = currentRules(tx)
    const board = boardOf(definition, [], deps.now(), deps.zone)
    disqualifyAgain(tx, deps, again, freeze(definition, version, board, 0))
  },
  own: (tx, deps, { leadId, repId }) =>
    insertAssignment(tx, { ...stampOf(tx, deps), leadId, callId: null, toRepId: repId }),
  place: (tx, deps, { leadId }) => refresh(tx, deps, [leadId]),
}

export function doDeed(tx: Db, deps: Deps, deed: Deed): void {
  // `DO` pairs each kind with what it is given; the compiler cannot follow that through a union.
  const act = DO[deed.kind] as (tx: Db, deps: Deps, given: Deed['given']) => void
  act(tx, deps, deed.given)
}

const leadsOf = (tx: Db, personId: string): string[] =>
  raw<{ id: string }>(tx, 'SELECT id FROM leads WHERE person_id = ?')
    .all(personId)
    .map(({ id }) => id)
