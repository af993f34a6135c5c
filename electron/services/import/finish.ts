import { emailKey } from '#shared/domain/email-key'
import { boardOf } from '#shared/domain/board'
import { freeze } from '#shared/domain/frozen'
import { fold } from '#shared/lib/fold'
import { disqualifyAgain, suppressPerson } from '#electron/db/import-facts'
import { saveImport } from '#electron/db/import'
import type { Db } from '#electron/db/open'
import {
  indexKnown,
  insertEmail,
  insertIdentity,
  insertPhone,
  saveCompany,
  updatePerson,
} from '#electron/db/person'
import { raw } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { refresh } from '../queue.ts'
import { currentRules } from '../rules.ts'
import type { Pending } from './pending.ts'
import type { People } from './people.ts'
import { inSlices, type Slices } from './slices.ts'
import { insertQueued } from './write.ts'

type Finishing = {
  deps: Deps
  importId: string
  listId: string
  people: People
  pending: Pending
  slices: Slices
}

/** The last steps. Up to the deed in the middle the import can be taken back; from there on it can only be completed. */
export async function finish(finishing: Finishing, counts: () => Record<string, number>): Promise<void> {
  const { deps, importId, listId, people, pending, slices } = finishing
  const keys = people.keys()
  const own = keys.filter(({ personId }) => pending.made.has(personId))
  await inSlices(slices, own, ({ kind, key, personId }) => void insertIdentity(deps.db, kind, key, personId))
  slices.stopIfAsked()
  deps.db.transaction((tx) => {
    const others = keys.filter(({ personId }) => !pending.made.has(personId))
    for (const { kind, key, personId } of others) insertIdentity(tx, kind, key, personId)
    changeKnown(tx, deps, pending)
    writeFacts(tx, deps, finishing)
    saveImport(tx, importId, { state: 'finishing', counts: counts() })
  })
  await inSlices(slices.toTheEnd(), pending.queued, (queued) => insertQueued(deps.db, listId, queued))
  await inSlices(slices.toTheEnd(), [...pending.toPlace], (leadId) => refresh(deps.db, deps, [leadId]))
}

function changeKnown(tx: Db, deps: Deps, { changed, companies, leads }: Pending): void {
  for (const company of companies) saveCompany(tx, company)
  for (const { person, phones, emails } of changed.values()) {
    if (person.company?.isNew) {
      saveCompany(tx, person.company)
      person.company.isNew = false
    }
    updatePerson(tx, person)
    for (const { phone, place } of phones) insertPhone(tx, deps.newId(), person.id, phone, place)
    for (const { email, place } of emails) insertEmail(tx, person.id, email, place)
    for (const email of emails) insertIdentity(tx, 'email', emailKey(email.email), person.id)
    if (person.n !== null) indexKnown(tx, person.n, person)
    const companyId = person.company?.id ?? null
    for (const lead of person.leads)
      if (leads.has(lead))
        raw(
          tx,
          'UPDATE leads SET source = ?, source_key = ?, campaign = ?, company_id = coalesce(?, company_id) WHERE id = ?',
        ).run(lead.source, lead.source === null ? null : fold(lead.source), lead.campaign, companyId, lead.id)
  }
}

function writeFacts(tx: Db, deps: Deps, { people, pending }: Finishing): void {
  for (const personId of pending.silenced)
    if (!people.silenced.persons.has(personId)) suppressPerson(tx, deps, personId, 'call')
  for (const personId of pending.unmailed)
    if (!people.unmailed.has(personId)) suppressPerson(tx, deps, personId, 'mail')
  if (pending.again.length > 0) {
    const { definition, version } = currentRules(tx)
    const frozen = freeze(definition, version, boardOf(definition, [], deps.now(), deps.zone), 0)
    for (const { lead, end } of pending.again)
      disqualifyAgain(
        tx,
        deps,
        {
          leadId: lead.id,
          reason: end.reason ?? 'outside_profile',
          wakesAt: end.wakesAt,
          refersTo: end.changeId,
        },
        frozen,
      )
  }
  // Whoever asked not to be called leaves the queue in the same moment.
  const wished = [...pending.silenced].filter((personId) => !pending.made.has(personId))
  for (const personId of wished) {
    const rows = raw<{ id: string }>(tx, 'SELECT id FROM leads WHERE person_id = ?').all(personId)
    refresh(
      tx,
      deps,
      rows.map(({ id }) => id),
    )
  }
}
