import type { Output } from '#shared/contract/api'
import type { SectionId } from '#shared/contract/config'
import { allLists, allReps } from '#electron/db/people'
import type { Db } from '#electron/db/open'
import { isOfList, isOfScript, listIdOf, type RuleOf, type RuleRow } from '#electron/db/rule-kinds'
import { history } from '../rules.ts'

type Version = Output<'config.versions'>[number]
const MOST = 200

const OF_KIND: Readonly<Record<string, SectionId>> = {
  score: 'score',
  definition: 'qualification',
  agreement: 'qualification',
  framework: 'qualification',
  quarters: 'quarters',
  outcomes: 'outcomes',
  reasons: 'reasons',
  objections: 'objections',
  policy: 'calling',
  retention: 'retention',
}

/** Newest first, the last as shipped. */
export function configVersions(db: Db): Output<'config.versions'> {
  const reps = new Map(allReps(db).map(({ id, name }) => [id, name]))
  const lists = new Map(allLists(db).map(({ id, name }) => [id, name]))
  const found: Version[] = []
  let group: RuleOf<'config'> | null = null
  for (const row of history(db).toReversed()) {
    const { version, at, repId } = row
    if (row.kind === 'config') {
      group = row
      const { why, of } = row.data
      found.push({ version, at, by: nameIn(reps, repId), why, of, changed: [] })
      continue
    }
    const changed = changedBy(row, lists)
    if (!changed) continue
    const isGrouped = group !== null && version >= group.data.first
    if (isGrouped) addTo(found.at(-1)?.changed ?? [], changed)
    else found.push({ version, at, by: nameIn(reps, repId), why: 'edit', of: null, changed: [changed] })
    if (found.length >= MOST) return found
  }
  return [...found, { version: 0, at: null, by: null, why: 'shipped', of: null, changed: [] }]
}

const nameIn = (reps: ReadonlyMap<string, string>, id: string | null) =>
  id === null ? null : (reps.get(id) ?? null)

/** Null for a rule that is not of the configuration: a territory is somebody's. */
function changedBy(row: RuleRow, lists: ReadonlyMap<string, string>): Version['changed'][number] | null {
  if (isOfList(row)) return { section: 'lists', subject: lists.get(listIdOf(row.kind)) ?? null }
  if (isOfScript(row)) return { section: 'scripts', subject: lists.get(listIdOf(row.kind)) ?? null }
  const section = isPlanned(row) ? 'planned' : OF_KIND[row.kind]
  const isOfOne = row.kind === 'definition' || row.kind === 'agreement'
  return section ? { section, subject: isOfOne ? row.data.framework : null } : null
}

/** A version of a dated rule that began later than it was saved. */
const isPlanned = ({ kind, at, data }: RuleRow): boolean =>
  (kind === 'outcomes' || kind === 'reasons') && 'from' in data && data.from > at

/** Said once, however many versions it took. */
function addTo(all: Version['changed'], one: Version['changed'][number]): void {
  const isThere = all.some(({ section, subject }) => section === one.section && subject === one.subject)
  if (!isThere) all.unshift(one)
}
