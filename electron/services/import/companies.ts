import { CAPS } from '#shared/domain/cap'
import { companyKey } from '#shared/domain/company-key'
import type { KnownCompany } from '#shared/domain/import/known'
import type { Values } from '#shared/domain/import/row'
import { dialsOfCompany } from '#electron/db/dials'
import { companiesBy, companiesCalled } from '#electron/db/known'
import type { Db } from '#electron/db/open'
import type { Staging } from '#electron/db/staging'
import type { Deed } from './deeds.ts'
import type { idsOf } from './ids.ts'

export type Companies = ReturnType<typeof companiesOf>

/** Companies by what they are called: those of the store, and those that this file brings. */
export function companiesOf(db: Db, staging: Staging, ids: ReturnType<typeof idsOf>, at: number) {
  const byKey = new Map<string, KnownCompany[]>()
  const byId = new Map<string, KnownCompany>()
  const capped = new Map<string, boolean>()
  let named: Deed[] = []
  let made = 0
  /** What an earlier try left is made again. */
  const isOurs = ({ id }: KnownCompany) => id.startsWith(ids.prefix('company'))
  const keep = (company: KnownCompany) => {
    byId.set(company.id, company)
    return company
  }
  /** One that others were merged into goes by their names as well. */
  const alsoCalled = (company: KnownCompany, names: readonly string[] = []) =>
    names.length === 0
      ? company
      : Object.assign(company, { calledToo: [...new Set([...(company.calledToo ?? []), ...names])] })
  const ofKey = (key: string): KnownCompany[] => {
    let found = byKey.get(key)
    if (!found) {
      found = companiesCalled(db, key)
        .filter((each) => !isOurs(each))
        .map((each) => alsoCalled(byId.get(each.id) ?? keep(each), each.calledToo))
      byKey.set(key, found)
    }
    return found
  }
  const namesOf = (company: KnownCompany) => [company.name, ...(company.calledToo ?? [])].map(companyKey)
  const hasNoForm = (company: KnownCompany) => namesOf(company).every(({ form }) => form === null)
  /** A name without a legal form may be any one of its key's, but not two of them: a file that names both has two. */
  const find = (name: string): KnownCompany | null => {
    const { key, form } = companyKey(name)
    const all = ofKey(key)
    const exact = all.find((each) => namesOf(each).some((called) => called.form === form))
    if (exact) return exact
    if (form === null) return all.length === 1 ? (all[0] ?? null) : null
    return all.find(hasNoForm) ?? null
  }
  /** From now on it is that of its form and of no other, in later files too. */
  const takeForm = (company: KnownCompany, name: string): KnownCompany => {
    const before = company.name
    named.push({ kind: 'company', given: { id: company.id, set: { name: [before, name] } } })
    return alsoCalled(Object.assign(company, { name }), [before])
  }
  const lacksFormOf = (company: KnownCompany, name: string) =>
    companyKey(name).form !== null && hasNoForm(company)

  return {
    /** The one and only object for a company: colleagues share it, whatever this file says of it. */
    byId(id: string): KnownCompany | null {
      const known = byId.get(id)
      if (known) return known
      const [stored] = companiesBy(db, 'id', id)
      return stored ? keep(stored) : null
    },
    find: ({ company, domain }: Values): KnownCompany | null => {
      const name = company ?? domain
      return name === null ? null : find(name)
    },
    /** The company of a row: one that is called so, else a new one. Null when the row names none. */
    of({ company, domain, industry, employees }: Values): KnownCompany | null {
      const name = company ?? domain
      if (name === null) return null
      const known = find(name)
      if (known) return lacksFormOf(known, name) ? takeForm(known, name) : known
      const { key } = companyKey(name)
      const id = ids.id('company', ++made)
      staging.add('companies', [made, id, name, key, domain, industry, employees])
      const company_ = keep({ id, isNew: true, name, key, domain, industry, employees })
      ofKey(key).push(company_)
      return company_
    },
    made: () => made,
    /** Does a row say of what legal form a company is that was known without one? */
    givesForm: (company: KnownCompany, { company: name }: Values): boolean =>
      name !== null && lacksFormOf(company, name) && find(name) === company,
    /** What has to be done so that those which took a form keep it, since this was asked last. */
    takeNamed(): Deed[] {
      const deeds = named
      named = []
      return deeds
    },
    /** Called so often of late that its cap may hold a new lead too. */
    mayBeCapped(company: KnownCompany | null): boolean {
      if (company === null || company.isNew) return false
      let found = capped.get(company.id)
      if (found === undefined)
        capped.set(
          company.id,
          (found = dialsOfCompany(db, company.id, at - LATELY).length >= CAPS.companyADay),
        )
      return found
    },
  }
}
/** A day there may have begun up to this long ago. */
const LATELY = 2 * 86_400_000
