import { fold } from '../../lib/fold.ts'
import { companyKey } from '../company-key.ts'
import { isPrivateHost, isSharedMailbox } from '../email-key.ts'
import { nameKey } from '../name.ts'

/** What somebody says of who they are and where they work. */
type NamedAt = {
  name: string | null
  company: string | null
  domain: string | null
  emails: readonly string[]
}

/** What people write where an employer is asked for and there is none: it says nothing of who they are. */
const NO_EMPLOYER =
  /^(particular|autonom[oa]|freelance|freelancer|self employed|independiente|independent|none|n a|na|ninguna|ninguno|sin empresa|student|estudiante|desempleado|unemployed|por cuenta propia|propia|private|privado|varios|test|company|empresa)$/

/** Of two letters at least. */
const TWO_WORDS = /[^ ]{2}.* [^ ]{2}/

/**
 * The last rung of the identity ladder (PRODUCT.md section 11): a whole name at a company, or at a domain of their own.
 * Null when there is too little of either: one word, an initial, no employer.
 */
export function nameAtKey({ name, company, domain, emails }: NamedAt): string | null {
  const words = name === null ? '' : nameKey(name)
  if (!TWO_WORDS.test(words)) return null
  const where = company === null ? null : companyKey(company).key
  if (where !== null && where.length > 1 && !NO_EMPLOYER.test(where)) return `${words} at ${where}`
  const host = company === null ? ownHost(domain, emails) : null
  return host === null ? null : `${words} at ${host}`
}

/** The host that is theirs alone: of the website, else of the first address that is not at a mail house. */
export function ownHost(domain: string | null, emails: readonly string[]): string | null {
  const hosts = [
    ...(domain === null ? [] : [fold(domain).replace(/^www\./, '')]),
    ...emails.map((email) => email.slice(email.lastIndexOf('@') + 1).toLowerCase()),
  ]
  return hosts.find((host) => host.includes('.') && !isPrivateHost(host)) ?? null
}

/** Two mailboxes of their own at one host: the house gave them to two people. */
export function hasOtherMailbox(mine: readonly string[], theirs: readonly string[]): boolean {
  const own = (emails: readonly string[]) =>
    emails.map((email) => email.toLowerCase()).filter((email) => !isSharedMailbox(email))
  const [a, b] = [own(mine), own(theirs)]
  const hostOf = (email: string) => email.slice(email.lastIndexOf('@') + 1)
  return (
    !a.some((email) => b.includes(email)) &&
    a.some((email) => !isPrivateHost(hostOf(email)) && b.some((other) => hostOf(other) === hostOf(email)))
  )
}
