import type { Side } from './merge.ts'
import type { COMPANY_FIELDS } from './merge.ts'

type CompanyField = (typeof COMPANY_FIELDS)[number]
type CompanyChoices = Readonly<Partial<Record<CompanyField, Side>>>

export type MergingCompany = {
  name: string
  key: string
  domain: string | null
  industry: string | null
  employees: number | null
}

/** A company as it is once another was merged into it: a name stays unless somebody chose the other's. */
export function mergedCompany(
  kept: MergingCompany,
  other: MergingCompany,
  choices: CompanyChoices,
): MergingCompany {
  const of = <K extends 'domain' | 'industry' | 'employees'>(field: K): MergingCompany[K] => {
    const side = choices[field] ?? (kept[field] === null ? 'other' : 'kept')
    return side === 'other' ? other[field] : kept[field]
  }
  const named = choices.companyName === 'other' ? other : kept
  return {
    name: named.name,
    key: named.key,
    domain: of('domain'),
    industry: of('industry'),
    employees: of('employees'),
  }
}
