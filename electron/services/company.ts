import type { Handlers } from '#shared/contract/api'
import type { CompanyPage } from '#shared/contract/company'
import { AppError } from '#shared/contract/errors'
import { showPhone } from '#shared/domain/show-phone'
import { companyRow, countPeopleAt, numbersAt, peopleAt, silencedAt, stagesAt } from '#electron/db/company'
import { absorbedBy } from '#electron/db/pairing'
import { pairsOf } from '#electron/db/review'
import type { Deps } from './deps.ts'
import { mergesOf } from './review.ts'
import { openOf } from './wish-open.ts'

const MOST_PEOPLE = 200
const MOST_NUMBERS = 12

export const companyHandlers = (deps: Deps) =>
  ({ 'company.page': ({ companyId }) => pageOf(deps, companyId) }) satisfies Partial<Handlers>

/** A company with its people, numbers and wishes. Throws AppError 'not-found'. */
function pageOf(deps: Deps, companyId: string): CompanyPage {
  const { db } = deps
  const row = companyRow(db, companyId)
  if (!row) throw new AppError('not-found', 'That company is not here.', 'company-unknown')
  const { name, domain, industry, employees, city, country } = row
  const nameOf = (id: string) => companyRow(db, id)?.name ?? ''
  const into = absorbedBy(db, 'company', companyId)
  const { company, persons } = silencedAt(db, companyId)
  return {
    companyId,
    name,
    domain,
    industry,
    employees,
    place: [city, country].filter(Boolean).join(', ') || null,
    people: peopleAt(db, companyId, MOST_PEOPLE),
    total: countPeopleAt(db, companyId),
    leads: stagesAt(db, companyId),
    numbers: numbersAt(db, companyId, MOST_NUMBERS).map(({ e164, people, switchboard }) => ({
      display: showPhone(e164),
      people,
      switchboard: switchboard === 1,
    })),
    silencedAt: company,
    silenced: persons,
    wish: openOf(db, deps, companyId)[0] ?? null,
    mergedInto: into ? { companyId: into.keptId, name: nameOf(into.keptId) } : null,
    merges: mergesOf(db, 'company', companyId),
    alike: pairsOf(db, 'company', companyId).map(({ a, b, points }) => {
      const id = a === companyId ? b : a
      return { companyId: id, name: nameOf(id), points }
    }),
  }
}
