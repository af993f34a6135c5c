import type { KnownCompany, KnownLead, KnownPerson } from '#shared/domain/import/known'
import { fold } from '#shared/lib/fold'
import type { Changes, Value } from '#electron/db/import-changes'
import type { Staging } from '#electron/db/staging'
import { STEPS, type Deed } from './deeds.ts'
import type { Newcomers } from './newcomers.ts'

type Columns = Record<string, Value>

const personColumns = (person: KnownPerson): Columns => ({
  name: person.name,
  given_name: person.givenName,
  family_name: person.familyName,
  title: person.title,
  company_id: person.company?.id ?? null,
  language: person.language,
  country: person.country,
  province: person.province,
  postal_code: person.postalCode,
  city: person.city,
})
const companyColumns = ({ domain, industry, employees }: KnownCompany): Columns => ({
  domain,
  industry,
  employees,
})
const leadColumns = ({ source, campaign, extra }: KnownLead): Columns => ({
  source,
  source_key: source === null ? null : fold(source),
  campaign,
  extra: extra === null ? null : JSON.stringify(extra),
})

/** Somebody as they stood before a row was taken in; see `differences`. */
export function standing(person: KnownPerson, lead: KnownLead | null) {
  const { company } = person
  return {
    person: personColumns(person),
    company,
    companyColumns: company && companyColumns(company),
    lead,
    leadColumns: lead && leadColumns(lead),
  }
}

function changesBetween(before: Columns, after: Columns): Changes | null {
  const found = Object.keys(after).flatMap((column) => {
    const pair = [before[column] ?? null, after[column] ?? null] as const
    return pair[0] === pair[1] ? [] : [[column, pair] as const]
  })
  return found.length === 0 ? null : Object.fromEntries(found)
}

export type After = ReturnType<typeof afterOf>

/**
 * What has to be done once everybody new is written. It is told at the end of each chunk: until then `idOf` does not know
 * what ids somebody new has.
 */
export function afterOf(staging: Staging, { idOf, placeByFacts }: Pick<Newcomers, 'idOf' | 'placeByFacts'>) {
  let waiting: Deed[] = []
  let n = 0
  const tell = ({ kind, given }: Deed) => {
    if (kind === 'place') placeByFacts(given.leadId)
    const named = Object.entries(given).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? idOf(value) : value,
    ])
    const of = Object.fromEntries(named) as Record<string, unknown>
    // Once is enough, however many rows ask for it.
    const once = ONCE[kind]?.map((key) => String(of[key])).join(' ')
    const step = STEPS.indexOf(kind)
    if (SETTING.has(kind)) staging.join([step, String(of['id']), kind, JSON.stringify(of)])
    else staging.add('later', [step, once ?? String(++n).padStart(10, '0'), kind, JSON.stringify(of)])
  }
  return {
    add: (deeds: readonly Deed[]): void => void waiting.push(...deeds),
    flush(): void {
      waiting.forEach(tell)
      waiting = []
    },
  }
}
/** Rows that say something else of one thing each time leave one change of it. */
const SETTING: ReadonlySet<Deed['kind']> = new Set(['company', 'person', 'lead'])
const ONCE: Partial<Record<Deed['kind'], readonly string[]>> = {
  silence: ['personId', 'channel'],
  index: ['personId'],
  place: ['leadId'],
}

/** What differs of somebody since `before`. */
export function differences(before: ReturnType<typeof standing>, person: KnownPerson): Deed[] {
  const deeds: Deed[] = []
  const ofPerson = changesBetween(before.person, personColumns(person))
  if (ofPerson) deeds.push({ kind: 'person', given: { id: person.id, set: ofPerson, asOf: person.asOf } })
  const { company, companyColumns: was } = before
  const ofCompany = company && was && changesBetween(was, companyColumns(company))
  if (ofCompany) deeds.push({ kind: 'company', given: { id: company.id, set: ofCompany } })
  const { lead, leadColumns: stood } = before
  const moved = ofPerson?.['company_id']
  const ofLead = lead && stood && changesBetween(stood, leadColumns(lead))
  const set = { ...ofLead, ...(lead && moved ? { company_id: moved } : {}) }
  if (lead && Object.keys(set).length > 0) deeds.push({ kind: 'lead', given: { id: lead.id, set } })
  return deeds
}
