import { editsOfCall, insertEdit, insertText, setPhoneStatus, textsOf } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { phonesOf } from '#electron/db/lead'
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

/** Takes back what a call did to a number, where nothing has changed it since. Returns those numbers as they are again. */
export function unmarkPhones(
  tx: Db,
  { leadId, personId, id }: { leadId: string; personId: string; id: string },
): Phone[] {
  const phones = new Map(phonesOf(tx, personId).map((phone) => [phone.id, phone]))
  const marked = editsOfCall(tx, leadId, id).filter(({ field }) => field === FIELD)
  return marked.flatMap((edit) => {
    const { phone: phoneId = '', before, after } = textsOf(tx, edit.id)
    const phone = phones.get(phoneId)
    if (!phone || phone.status !== after) return []
    const status = before as Phone['status']
    setPhoneStatus(tx, phoneId, status)
    return [{ ...phone, status }]
  })
}
