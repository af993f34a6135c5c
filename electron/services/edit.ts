import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { emailKey } from '#shared/domain/email-key'
import { readEdit, type EditField, type EditRefusal, type Read } from '#shared/domain/edit'
import { showPhone } from '#shared/domain/show-phone'
import { insertEdit, insertText, textsOf } from '#electron/db/call'
import { emailsOf } from '#electron/db/card'
import { findEdit, othersWith } from '#electron/db/edit'
import { stampOf } from '#electron/db/facts'
import { phonesOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { leadsOfCompany, leadsOfPerson } from '#electron/db/touched'
import { inTurns } from './batch-run.ts'
import type { Deps } from './deps.ts'
import { FIELDS, rowOf, type Around } from './edit-fields.ts'
import { mustBeSomebody, mustExist, sitting } from './facts.ts'
import { indexAnew } from './index-person.ts'
import { refresh } from './queue.ts'

export const editHandlers = (deps: Deps) =>
  ({
    'lead.fields': ({ leadId }) => fieldsOf(deps, leadId),
    'lead.edit': (input) => edit(deps, input),
    'lead.unedit': (input) => unedit(deps, input),
  }) satisfies Partial<Handlers>

function fieldsOf({ db }: Deps, leadId: string): Output<'lead.fields'> {
  mustExist(db, leadId)
  const { person, company, lead } = rowOf(db, leadId)
  return {
    name: person.name,
    title: person.title ?? '',
    city: person.city ?? '',
    province: person.province ?? '',
    postalCode: person.postalCode ?? '',
    country: person.country ?? '',
    zone: person.zone ?? '',
    company: company?.name ?? '',
    'company.industry': company?.industry ?? '',
    'company.employees': company?.employees?.toString() ?? '',
    source: lead.source ?? '',
    campaign: lead.campaign ?? '',
    emails: emailsOf(db, person.id),
    phones: phonesOf(db, person.id).map((phone) => ({ ...phone, display: showPhone(phone.e164) })),
    extra: lead.extra ?? {},
  }
}

type Saved = Extract<Output<'lead.edit'>, { kind: 'saved' }>
type Refused = { kind: 'refused'; reason: EditRefusal }
export const refuse = (reason: EditRefusal): Refused => ({ kind: 'refused', reason })

function edit(deps: Deps, { leadId, field, of, value }: Input<'lead.edit'>): Output<'lead.edit'> {
  return whole(deps, leadId, field, (tx) => {
    const around = aroundOf(tx, deps, leadId, of)
    const { person, list } = around.row
    const read = readEdit(field, value, person.country ?? list.country)
    if (!read.ok) return refuse(read.error)
    const before = FIELDS[field].now(around)
    if (before === null) return refuse('changed-since')
    return before === read.value.text ? { kind: 'unchanged' } : write(around, field, read.value, before, null)
  })
}

/** A fact with what stood before and after, and then the value, who is found by it and who is called when. */
export function write(
  around: Around,
  field: EditField,
  read: Read,
  before: string,
  refersTo: string | null,
): Saved | Refused {
  const { tx, deps, row } = around
  const done = FIELDS[field].set(around, read)
  if (typeof done === 'string') return refuse(done)
  const personId = row.person.id
  const stamp = stampOf(tx, deps)
  insertEdit(tx, { ...stamp, refersTo, leadId: row.lead.id, personId, field })
  const about = { before, after: read.text, [field.startsWith('phone') ? 'phone' : 'of']: done.of }
  for (const [name, text] of Object.entries(about))
    insertText(tx, { factId: stamp.id, field: name, personId, text })
  indexAnew(tx, row.person.id)
  refresh(tx, deps, leadsOfPerson(tx, personId))
  return { kind: 'saved', editId: stamp.id, also: alsoWith(around, field, read) }
}

function alsoWith({ tx, row }: Around, field: EditField, { text }: Read): Saved['also'] {
  if (text === '' || (field !== 'email' && field !== 'phone')) return []
  return othersWith(tx, field, field === 'email' ? emailKey(text) : text, row.person.id)
}

function unedit(deps: Deps, { leadId, editId }: Input<'lead.unedit'>): Output<'lead.unedit'> {
  const { field } = editOf(deps.db, leadId, editId)
  return whole(deps, leadId, field, (tx) => {
    const back = backOf(tx, deps, leadId, editId)
    return back.kind === 'refused' ? back : back.write()
  })
}

/** Throws AppError 'not-found'. */
function editOf(tx: Db, leadId: string, editId: string) {
  const found = findEdit(tx, editId, leadId)
  if (!found || !(found.field in FIELDS))
    throw new AppError('not-found', 'That change is not here any more.', 'edit-unknown')
  return found
}

type Back = Refused | { kind: 'may'; write: () => Saved | Refused }
/** What stood before an edit, to be written, if nobody changed it since. Throws AppError 'not-found'. */
export function backOf(tx: Db, deps: Deps, leadId: string, editId: string): Back {
  const { field } = editOf(tx, leadId, editId)
  const { before = '', after = '', phone, of } = textsOf(tx, editId)
  const which = field === 'email' ? after || null : (phone ?? of ?? null)
  const around = aroundOf(tx, deps, leadId, which)
  if (FIELDS[field].now(around) !== after) return refuse('changed-since')
  const { person, list } = around.row
  // A number that was added is taken away again.
  const read =
    before === '' && field === 'phone' ? GONE : readEdit(field, before, person.country ?? list.country)
  if (!read.ok) return refuse(read.error)
  return { kind: 'may', write: () => write(around, field, read.value, after, editId) }
}

const GONE = { ok: true, value: { text: '', phone: null } } as const

export const aroundOf = (tx: Db, deps: Deps, leadId: string, of: string | null): Around => ({
  tx,
  deps,
  of,
  row: rowOf(tx, leadId),
  rep: sitting(tx),
})

/** One transaction; colleagues, whose score the company's size may change, follow in turns with the calls. */
export function whole<T extends { kind: string }>(
  deps: Deps,
  leadId: string,
  field: EditField,
  deed: (tx: Db) => T,
): T {
  const reply = deps.db.transaction((tx) => {
    mustExist(tx, leadId)
    mustBeSomebody(tx, leadId)
    return deed(tx)
  })
  if (reply.kind !== 'saved') return reply
  deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  const { companyId, personId } = rowOf(deps.db, leadId).lead
  if (!field.startsWith('company.') || companyId === null) return reply
  const own = new Set(leadsOfPerson(deps.db, personId))
  const others = leadsOfCompany(deps.db, companyId).filter((id) => !own.has(id))
  const watch = { isStopped: () => deps.closing.aborted, tell: () => {} }
  void inTurns(deps, others, (tx, id) => refresh(tx, deps, [id]), watch).catch(console.error)
  return reply
}
