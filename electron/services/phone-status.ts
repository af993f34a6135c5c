import { editsOfCall, insertEdit, insertText, setPhoneStatus, textsOf } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { findPhone, twinsOf } from '#electron/db/phone-twins'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import type { Phone } from './placing.ts'

const FIELD = 'phone.status'

type Mark = { leadId: string; callId: string; phone: Phone; to: Phone['status'] }

/** What a call taught about a number is a fact with what stood before, so that it can be taken back. */
export function markPhone(tx: Db, deps: Deps, { leadId, callId, phone, to }: Mark): void {
  const stamp = stampOf(tx, deps)
  const { personId } = phone
  insertEdit(tx, { ...stamp, refersTo: callId, leadId, personId, field: FIELD })
  for (const [field, text] of Object.entries({ phone: phone.id, before: phone.status, after: to }))
    insertText(tx, { factId: stamp.id, field, personId, text })
  setPhoneStatus(tx, phone.id, to)
}

/**
 * Takes back what a call did to a number, where nothing has changed it since, whoever's it is by now. Returns those numbers
 * as they are again.
 */
export function unmarkPhones(tx: Db, call: { leadId: string; id: string }): Phone[] {
  const marked = editsOfCall(tx, call.leadId, call.id).filter(({ field }) => field === FIELD)
  return marked.flatMap((edit) => {
    const { phone: phoneId = '', before, after } = textsOf(tx, edit.id)
    const phone = findPhone(tx, phoneId)
    if (!phone || phone.status !== after) return []
    const status = before as Phone['status']
    // A merge took it over to the same number of whoever stayed.
    const twins = twinsOf(tx, phone).filter((twin) => twin.status === after && !twin.marked)
    for (const { id } of [phone, ...twins]) setPhoneStatus(tx, id, status)
    return [{ ...phone, status }]
  })
}
