import type { BulkDeed, BulkLead } from '#shared/domain/bulk'
import { isRefusedBefore, leadsElsewhere } from '#shared/domain/change'
import type { ReasonRules } from '#shared/domain/reason-set'
import { TOO_OLD } from '#shared/domain/retention'
import { insertAssignment, insertEdit, insertText } from '#electron/db/call'
import { putOnList, type Picked } from '#electron/db/batch'
import { stampOf } from '#electron/db/facts'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { insertLead } from '#electron/db/referral'
import type { Deps } from './deps.ts'
import { caseOf } from './facts.ts'
import { gather } from './placing.ts'
import { hasIntent } from './score.ts'
import { changeStage, moveCase, silence } from './stage.ts'

/** What a deed did to one lead: whose facts are now others, and what undo must know beside them. */
type Done = { touched: string[]; made: string | null }
type Apply<K extends BulkDeed['kind']> = (
  tx: Db,
  deps: Deps,
  batchId: string,
  lead: Picked,
  deed: Extract<BulkDeed, { kind: K }>,
) => Done

/** Every fact carries the batch as its `call_id`: whatever an undone call brought is as if it had never been. */
export const APPLY: { [K in BulkDeed['kind']]: Apply<K> } = {
  assign: (tx, deps, callId, { leadId }, { repId: toRepId }) => {
    insertAssignment(tx, { ...stampOf(tx, deps), leadId, callId, toRepId })
    return { touched: [leadId], made: null }
  },
  move: (tx, deps, callId, { leadId }, { to, reason, words }) => {
    const found = caseOf(tx, deps, leadId)
    return {
      touched: moveCase(tx, deps, found, { to, reason: reason ?? words, words, override: null, callId }),
      made: null,
    }
  },
  silence: (tx, deps, callId, { leadId, personId, stage }) => {
    if (!SILENT.includes(stage)) {
      const move = { to: 'disqualified', reason: 'do_not_call', words: null, override: null, callId } as const
      return { touched: moveCase(tx, deps, caseOf(tx, deps, leadId), move), made: null }
    }
    return { touched: silence(tx, deps, { id: leadId, personId }, callId), made: null }
  },
  close: (tx, deps, callId, { leadId }) => {
    const closing = {
      to: 'disqualified',
      reason: TOO_OLD,
      words: null,
      wakesAt: null,
      override: null,
    } as const
    return { touched: changeStage(tx, deps, caseOf(tx, deps, leadId), { ...closing, callId }), made: null }
  },
  addToList: (tx, deps, _, { leadId }, { listId }) => {
    const made = copyTo(tx, deps, leadId, listId)
    return { touched: [made], made }
  },
  moveToList: (tx, deps, _, { leadId, personId, listId }, deed) => {
    setList(tx, deps, { leadId, personId }, listId, deed.listId)
    return { touched: [leadId], made: listId }
  },
}

/** Nothing to end: a customer stays one, and what was closed is closed. */
const SILENT: readonly string[] = ['customer', 'disqualified']

/** Where a lead stands is no fact, so that it moved is one. */
export function setList(
  tx: Db,
  deps: Deps,
  lead: { leadId: string; personId: string },
  before: string,
  after: string,
): void {
  const stamp = stampOf(tx, deps)
  insertEdit(tx, { ...stamp, ...lead, field: 'list' })
  for (const [field, text] of Object.entries({ before, after }))
    insertText(tx, { factId: stamp.id, field, personId: lead.personId, text })
  putOnList(tx, lead.leadId, after)
}

/** The same interest on another list: a lead of its own, from now on. Returns its id. */
export function copyTo(tx: Db, deps: Deps, leadId: string, listId: string): string {
  const row = findLead(tx, leadId)
  if (!row) throw new Error(`No lead ${leadId}`)
  const { personId, companyId, externalId, source, sourceKey, campaign, extra } = row.lead
  const id = deps.newId()
  const now = deps.now()
  const where = { id, personId, companyId, listId, externalId, source, sourceKey, campaign, extra }
  insertLead(tx, { ...where, ...NEW, arrivedAt: now, createdAt: now })
  return id
}

const NEW = { bornAs: 'lead', stage: 'lead', fit: 0, bantNow: 0, attempts: 0, dials: 0 } as const

export const bulkLeadOf = (tx: Db, deps: Deps, row: Picked, reasons: ReasonRules): BulkLead => ({
  ...row,
  silenced: row.silenced === 1,
  erased: row.erased === 1,
  openThere: row.openThere === 1,
  worked: row.worked === 1,
  intent: () => hasIntent(deps, gather(tx, deps, row.leadId)),
  leadsElsewhere: (reason, to) =>
    leadsElsewhere(reason, to, reasons, () => isRefusedBefore(gather(tx, deps, row.leadId).placing.facts)),
})
