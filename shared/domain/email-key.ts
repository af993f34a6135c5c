/** One address, as it is stored: trimmed, the rest as written. */
export type ReadEmail = { email: string; key: string }

const QUOTED = /^"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+"$/u
const ATOMS = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u
const TOP = /^(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{1,59})$/iu
const LONGEST_LOCAL = 64
const LONGEST_HOST = 253

/** Null when nobody could write to it. */
export function readEmail(text: string): ReadEmail | null {
  const email = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^[^<>@]*[^<>@\s][^<>@]*<(\S+)>$/, '$1')
    .replace(/^<(\S+)>$/, '$1')
  const at = email.lastIndexOf('@')
  const [local, host] = [email.slice(0, at), email.slice(at + 1)]
  if (at < 1 || local.length > LONGEST_LOCAL || !(QUOTED.test(local) || ATOMS.test(local))) return null
  return isHost(host) ? { email, key: emailKey(email) } : null
}

function isHost(host: string): boolean {
  const labels = host.split('.')
  // Full-width letters would be another host once a mail program folds them.
  if (host.normalize('NFKC') !== host || host.length > LONGEST_HOST || labels.length < 2) return false
  return labels.every((label) => LABEL.test(label)) && TOP.test(labels.at(-1) ?? '')
}

/** Every address in a cell; what is none comes back as a problem. */
export function readEmails(cell: string): { emails: ReadEmail[]; wrong: string[] } {
  const parts = cell.split(/[;,\n]|\s+\/\s+/).filter((part) => part.trim() !== '')
  const spaced = parts.flatMap((part) => {
    const words = part.trim().split(/\s+/)
    return words.length > 1 && words.every((word) => word.includes('@')) ? words : [part]
  })
  const whole = readEmail(cell)
  const read = whole
    ? [{ part: cell, found: whole }]
    : spaced.map((part) => ({ part, found: readEmail(part) }))
  const emails = read.flatMap(({ found }) => (found ? [found] : []))
  return {
    emails: emails.filter(({ key }, at) => emails.findIndex((each) => each.key === key) === at),
    wrong: read.flatMap(({ part, found }) => (found ? [] : [part.trim()])),
  }
}

/** Hosts that are one, and the sign after which their users write what they like. */
const GMAIL = new Set(['gmail.com', 'googlemail.com'])
const PLUS = /^(?:(?:me|mac|icloud)\.com|(?:outlook|hotmail|live|msn)(?:\.[a-z]{2,3}){1,2})$/
const YANDEX = /^(?:ya\.ru|yandex\.(?:ru|com|kz|by|ua))$/

/**
 * What makes two addresses one person's, and nothing else: it is never stored as the address, shown or exported.
 * Case folds everywhere; subaddresses only with providers that are known to deliver them to one mailbox.
 */
export function emailKey(email: string): string {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at).trim().toLowerCase()
  const host = email
    .slice(at + 1)
    .trim()
    .toLowerCase()
  if (local.startsWith('"')) return `${local}@${host}`
  if (GMAIL.has(host)) return `${withoutDots(upTo(local, '+'))}@gmail.com`
  if (PLUS.test(host)) return `${upTo(local, '+')}@${host}`
  if (host.startsWith('yahoo.')) return `${upTo(local, '-')}@${host}`
  return YANDEX.test(host) ? `${local}@yandex.ru` : `${local}@${host}`
}

const upTo = (local: string, sign: string) => local.split(sign, 1)[0] || local
/** Two dots in a row are no spelling of the same mailbox. */
const withoutDots = (local: string) => local.replace(/\.+/g, (dots) => (dots.length > 1 ? dots : ''))

/** Mailboxes that many people read: alone they say nothing of who somebody is. */
export const isRoleAddress = (key: string): boolean =>
  /^(?:info|informacion|contacto?|contact|ventas|sales|comercial|admin(?:istracion)?|office|oficina|hola|hello|rrhh|hr|soporte|support|compras|pedidos|gerencia|mail|correo|geral)@/.test(
    key,
  )
