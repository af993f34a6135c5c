import { emailKey, isSharedMailbox } from '../email-key.ts'
import { isColleague } from './alike-company.ts'
import { COMMON, line, MANY, type AlikeLine, type SharedBy } from './alike-line.ts'
import { localPart, type Look } from './look.ts'
import { hasOtherMailbox } from './name-at.ts'
import { isNear } from './near.ts'

const PHONE = 40
/** A fixed line rings on many desks. */
const FIXED = 18
const EMAIL = 45
const LOCAL = 24
/** A house gives each of its people one mailbox. */
const OTHER_MAILBOX = -20

/** What numbers and addresses say; one that many share says little. */
export function contactLines(a: Look, b: Look, sharedBy: SharedBy): AlikeLine[] {
  return [...phoneLine(a, b, sharedBy), ...emailLine(a, b)]
}

/** A number of many people is a switchboard, whatever it is called. */
function phoneLine(a: Look, b: Look, sharedBy: SharedBy): AlikeLine[] {
  const both = a.phones.filter((e164) => b.phones.includes(e164))
  const phone = both.find((e164) => !isFixed(a, b, e164)) ?? both[0]
  if (phone === undefined) return []
  // The company's line says that they work there, which is known.
  const worth = !isFixed(a, b, phone) ? PHONE : FIXED * (isColleague(a, b) ? COMMON : 1)
  return [line('phone', 'same', worth * (sharedBy(`t ${phone}`) >= MANY ? COMMON : 1), phone, phone)]
}

const isFixed = (a: Look, b: Look, e164: string) => a.fixed.includes(e164) || b.fixed.includes(e164)

function emailLine(a: Look, b: Look): AlikeLine[] {
  const keys = b.emails.map(emailKey)
  const email = a.emails.find((each) => keys.includes(emailKey(each)) && !isSharedMailbox(emailKey(each)))
  if (email !== undefined) return [line('email', 'same', EMAIL, email, email)]
  const pairs = a.emails.flatMap((mine) => b.emails.map((other) => ({ mine, other })))
  for (const { mine, other } of pairs) {
    const [x, y] = [localPart(mine), localPart(other)]
    if (x !== null && y !== null && isNear(x, y) && digitsOf(x) === digitsOf(y))
      return [line('local_part', x === y ? 'same' : 'near', LOCAL, mine, other)]
  }
  return hasOtherMailbox(a.emails, b.emails)
    ? [line('email', 'other', OTHER_MAILBOX, a.emails[0] ?? '', b.emails[0] ?? '')]
    : []
}

/** ana.1 and ana.2 are two. */
const digitsOf = (text: string) => text.replace(/\D/g, '')
