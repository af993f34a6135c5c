/**
 * E-mail addresses. What is stored and sent to is what was written; only the key by which two addresses are found to be
 * one mailbox is folded: case, and what the big mail houses are known to ignore.
 */
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const QUOTED = /^"([^"\\\r\n]|\\.)+"$/
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u
const LONGEST_LOCAL = 64
const LONGEST = 254

/** What both of them allow of plain letters, in one look; most addresses are so. */
const PLAIN = /^[\w%+-]+(?:\.[\w%+-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/i

export function isEmail(text: string): boolean {
  if (text.length <= LONGEST_LOCAL && PLAIN.test(text)) return true
  const at = text.lastIndexOf('@')
  const [local, host] = [text.slice(0, at), text.slice(at + 1)]
  if (at < 1 || text.length > LONGEST || local.length > LONGEST_LOCAL) return false
  // Full-width letters look like others and reach nobody.
  if (host !== host.normalize('NFKC')) return false
  return (LOCAL.test(local) || QUOTED.test(local)) && HOST.test(host)
}

type House = { hosts: readonly string[]; as: string | null; dots: boolean; tag: string | null }

const HOUSES: readonly House[] = [
  { hosts: ['gmail.com', 'googlemail.com'], as: 'gmail.com', dots: true, tag: '+' },
  {
    hosts: [
      'outlook.com',
      'hotmail.com',
      'hotmail.es',
      'hotmail.co.uk',
      'live.com',
      'outlook.es',
      'msn.com',
      'live.fr',
    ],
    as: null,
    dots: false,
    tag: '+',
  },
  { hosts: ['icloud.com', 'me.com', 'mac.com'], as: null, dots: false, tag: '+' },
  { hosts: ['yahoo.com', 'yahoo.es', 'yahoo.co.uk', 'ymail.com'], as: null, dots: false, tag: '-' },
  {
    hosts: ['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.kz', 'yandex.by', 'yandex.ua'],
    as: 'yandex.ru',
    dots: false,
    tag: null,
  },
]
const HOUSE_OF = new Map(HOUSES.flatMap((house) => house.hosts.map((host) => [host, house] as const)))

/** Equal for addresses of one mailbox. */
export function emailKey(email: string): string {
  const small = email.toLowerCase()
  const at = small.lastIndexOf('@')
  const host = small.slice(at + 1)
  const local = small.slice(0, at)
  const house = HOUSE_OF.get(host)
  if (!house || local.startsWith('"')) return small
  const untagged =
    house.tag && local.indexOf(house.tag) > 0 ? local.slice(0, local.indexOf(house.tag)) : local
  return `${house.dots ? untagged.replaceAll('.', '') : untagged}@${house.as ?? host}`
}

const SHARED =
  /^(info|informacion|contacto|contact|ventas|sales|comercial|admin|administracion|administration|hola|hello|office|oficina|compras|purchasing|soporte|support|rrhh|hr|marketing|facturacion|billing|recepcion|reception|pedidos|orders|gerencia|direccion|web|webmaster|mail|correo|noreply|no-reply|contato|vendas)$/

/** A mailbox that several people read: it says the company and not who. */
export const isSharedMailbox = (key: string): boolean => SHARED.test(key.slice(0, key.lastIndexOf('@')))

/** Hosts at which anybody has an address. */
export const isPrivateHost = (host: string): boolean =>
  HOUSE_OF.has(host) ||
  /^(aol|gmx|proton|protonmail|web|mail|terra|telefonica|movistar|orange|t-online|libero|free|wanadoo|ono)\.(com|net|de|es|me|it|fr)$/.test(
    host,
  )

/** As most cells have it; all else is taken apart. */
const ALONE = /^[\w.%+-]+@[\w.-]+$/

/** `Ana <ana@a.example>`, `Ana (ana@a.example)`. */
const HELD = /[<(]([^<>()\s]+@[^<>()\s]+)[>)]/g
const ASIDE = /\s\([^()@]*\)/g
/** As people write it where machines look for addresses. */
const SPELT_AT = /\s*[([{]\s*(?:at|arroba|@)\s*[)\]}]\s*/gi
const SPELT_DOT = /\s*[([{]\s*(?:dot|punto|ponto)\s*[)\]}]\s*/gi
/** What stands around an address, or between two, and is no part of it. */
const BEFORE = /^(?:[<("«[]|(?:mailto|e-?mail|correo|mail):|https?:\/\/)+/i
const AFTER = /[>)"»\].;:!?']+$/
const AND = new Set(['y', 'o', 'e', 'and', 'or', 'und', 'et'])
const saysSomething = (part: string): boolean => /[\p{L}\p{N}]/u.test(part) && !AND.has(part.toLowerCase())

const bareAddress = (part: string): string => {
  // What a link to an address says beside it.
  const linked = /^mailto:/i.test(part) ? part.replace(/\?.*$/, '') : part
  return linked.replace(BEFORE, '').replace(AFTER, '')
}

/** All addresses of a cell, each once, and whether something in it is none. `Ana <ana@a.example>` is one. */
export function parseEmails(cell: string): { emails: string[]; valid: boolean } {
  if (ALONE.test(cell) && isEmail(cell)) return { emails: [cell], valid: true }
  const text = cell
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/^\{(.*)\}$/s, '$1')
    .replace(SPELT_AT, '@')
    .replace(SPELT_DOT, '.')
    .replace(/\s*@\s*/g, '@')
    .replace(/^'/, '')
  if (isEmail(text)) return { emails: [text], valid: true }
  const held = [...text.matchAll(HELD)].map(([, inner = '']) => inner)
  const isNamed = held.length > 0 && !text.replace(HELD, '').includes('@')
  // What a bracket says beside an address: `ana@a.example (work)`.
  const parts = isNamed ? held : text.replace(ASIDE, ' ').split(/[\s;,|]+|(?<=\.\p{L}{2,})\//u)
  const bare = parts.map(bareAddress).filter(saysSomething)
  const emails = bare.filter(isEmail)
  const keys = new Set<string>()
  return {
    emails: emails.filter((email) => !keys.has(emailKey(email)) && keys.add(emailKey(email))),
    valid: bare.length > 0 && emails.length === bare.length,
  }
}
