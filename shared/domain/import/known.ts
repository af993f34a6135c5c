import type { Basis } from '../basis.ts'
import type { Signal } from '../profile.ts'
import { CLOSED_STAGES, type Stage } from '../stage.ts'

/** What an import knows of who is there already, or came earlier in the same file. It changes as rows are taken in. */
export type KnownPerson = {
  id: string
  /** `persons.n`; null while it is only in this file. */
  n: number | null
  name: string
  givenName: string | null
  familyName: string | null
  /** False when an id, an address or a number stands in for the name. */
  named: boolean
  title: string | null
  country: string | null
  province: string | null
  city: string | null
  postalCode: string | null
  language: string | null
  company: KnownCompany | null
  /** When what is known of them was last written, here or where it came from; epoch ms. */
  asOf: number
  /** E.164. */
  phones: string[]
  /** Those of them that are known to be a switchboard's. */
  switchboards?: readonly string[]
  /** As stored. */
  emails: string[]
  externalIds: string[]
  leads: KnownLead[]
  /** The newest ground to call them that is known; absent or null = none. */
  basis?: Basis | null
  /** Nobody may call this person, whatever the number. */
  suppressed: boolean
  erased: boolean
}

export type KnownCompany = {
  id: string
  isNew: boolean
  name: string
  /** Names of those that were merged into it, as far as they were asked for. */
  calledToo?: readonly string[]
  key: string
  domain: string | null
  industry: string | null
  employees: number | null
}

export type KnownLead = {
  id: string
  listId: string
  stage: Stage
  reason: string | null
  wakesAt: number | null
  externalId: string | null
  source: string | null
  campaign: string | null
  extra: Readonly<Record<string, string>> | null
  signals: readonly Signal[]
  /** When it came into the stage it is in; null when it was created there. */
  since: number | null
  /** The fact that moved it there. */
  changeId: string | null
}

export const isOpen = ({ stage }: Pick<KnownLead, 'stage'>): boolean => !CLOSED_STAGES.includes(stage)
