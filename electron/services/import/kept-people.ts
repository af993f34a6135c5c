import type { KnownCompany, KnownPerson } from '#shared/domain/import/known'
import type { Staging } from '#electron/db/staging'

/** People held in memory; a quarter of them is put away at a time, the longest unasked first. */
const MOST_HELD = 4000

export type KeptPeople = ReturnType<typeof keptPeople>

/**
 * People whom rows of a file changed, as they stand now: those asked for of late in memory, all others beside what is
 * staged, so that a file may change a million. `companyOf`: colleagues share one company, so only its id is put away.
 */
export function keptPeople(
  staging: Pick<Staging, 'away' | 'putAway'>,
  companyOf: (id: string) => KnownCompany | null,
  most = MOST_HELD,
) {
  const held = new Map<string, KnownPerson>()
  let isAnyAway = false

  const hold = (id: string, person: KnownPerson) => {
    held.delete(id)
    held.set(id, person)
    if (held.size <= most) return
    for (const [old, { company, ...rest }] of [...held].slice(0, Math.ceil(most / 4))) {
      staging.putAway(old, JSON.stringify({ ...rest, company: company?.id ?? null }))
      held.delete(old)
    }
    isAnyAway = true
  }
  return {
    get(id: string): KnownPerson | undefined {
      const near = held.get(id)
      if (near || !isAnyAway) return near
      const text = staging.away(id)
      if (text === null) return undefined
      const { company, ...rest } = JSON.parse(text) as Away
      const person: KnownPerson = { ...rest, company: company === null ? null : companyOf(company) }
      hold(id, person)
      return person
    },
    set: hold,
  }
}
type Away = Omit<KnownPerson, 'company'> & { company: string | null }
