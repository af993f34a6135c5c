import type { Input } from '#shared/contract/api'
import type { Effects } from '#shared/domain/call'
import type { Scope } from '#shared/domain/logged'
import type { OutcomeId, WhoSpoke } from '#shared/domain/outcome'
import { withPerson } from '#shared/domain/outcome'
import { insertAssignment, insertPromise, insertSuppression, insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { leadsOfCompany, leadsOfPerson, sharersOf } from '#electron/db/touched'
import type { Deps } from './deps.ts'
import type { Case, Rep } from './facts.ts'
import { markPhone } from './phone-status.ts'
import { refer } from './referral.ts'
import { changeStage } from './stage.ts'

type Written = {
  found: Case
  rep: Rep
  call: { id: string; phoneId: string | null; outcome: OutcomeId; spoke: WhoSpoke | null }
  input: Pick<Input<'call.log'>, 'reasonText' | 'override' | 'referral'>
  effects: Effects
}

type Write = (tx: Db, deps: Deps, written: Written) => string[]

/** Writes all that an outcome brings beside the call. Returns the leads whose facts are now others. */
export const applyEffects: Write = (tx, deps, written) =>
  [owner, step, stage, phone, suppression, referral].flatMap((write) => write(tx, deps, written))

/** Whoever first speaks with somebody that nobody owns keeps them. */
const owner: Write = (tx, deps, { found, rep, call }) => {
  if (found.placing.facts.ownerId !== null || !withPerson(call.outcome, call.spoke)) return []
  insertAssignment(tx, { ...stampOf(tx, deps), leadId: found.leadId, callId: call.id, toRepId: rep.id })
  return [found.leadId]
}

const step: Write = (tx, deps, { found, call, effects }) => {
  if (!effects.step) return []
  const { kind, at, agreed, withWhom } = effects.step
  const { personId } = found.row.lead
  const stamp = stampOf(tx, deps)
  insertPromise(tx, { ...stamp, leadId: found.leadId, personId, callId: call.id, kind, dueAt: at, agreed })
  insertText(tx, { factId: stamp.id, field: 'who', personId, text: withWhom })
  return [found.leadId]
}

const stage: Write = (tx, deps, { found, call, input, effects }) => {
  if (!effects.change) return []
  const { override } = input
  // The rep's words stand with the call.
  return changeStage(tx, deps, found, { ...effects.change, words: null, callId: call.id, override })
}

const phone: Write = (tx, deps, { found, call, effects }) => {
  const number = found.phones.find(({ id }) => id === call.phoneId)
  if (!number || !effects.phone) return []
  markPhone(tx, deps, { leadId: found.leadId, callId: call.id, phone: number, to: effects.phone })
  return leadsOfPerson(tx, number.personId)
}

const suppression: Write = (tx, deps, { found, call, effects }) => {
  if (!effects.suppress) return []
  const { personId, companyId } = found.row.lead
  const scope = effects.suppress
  insertSuppression(tx, {
    ...stampOf(tx, deps),
    scope,
    channel: 'call',
    personId,
    companyId: scope === 'company' ? companyId : null,
    phoneId: scope === 'number' ? call.phoneId : null,
    leadId: found.leadId,
    callId: call.id,
    source: 'call',
    lifted: false,
  })
  return leadsUnder(tx, found, { scope, phoneId: call.phoneId })
}

/** Every lead that a suppression holds back. */
export function leadsUnder(tx: Db, { row, phones }: Case, { scope, phoneId }: Held): string[] {
  const { personId, companyId } = row.lead
  if (scope === 'company' && companyId) return leadsOfCompany(tx, companyId)
  const number = scope === 'number' && phones.find(({ id }) => id === phoneId)
  const others = number ? sharersOf(tx, number) : []
  return [personId, ...others].flatMap((id) => leadsOfPerson(tx, id))
}
type Held = { scope: Scope; phoneId: string | null }

const referral: Write = (tx, deps, { found, call, input, effects }) =>
  effects.refers && input.referral ? [refer(tx, deps, found, input.referral, call.id)] : []
