import type { Output } from '#shared/contract/api'
import type { SectionId } from '#shared/contract/config'
import { allLists, allReps } from '#electron/db/people'
import type { Db } from '#electron/db/open'
import type { RuleRow } from '#electron/db/rules'
import { AGREEMENT, CHOICE, DEFINITION } from '../definitions.ts'
import { OUTCOMES_KIND } from '../outcome-versions.ts'
import { REASONS_KIND } from '../reason-versions.ts'
import { history } from '../rules.ts'
import { listIdOf } from './list-rows.ts'

/** Written after the versions that an import or a return made: they are one change. */
export const GROUP = 'config'
export type GroupRow = { why: 'import' | 'restore'; first: number; of: string }

type Version = Output<'config.versions'>[number]
const MOST = 200

const OF_KIND: Readonly<Record<string, SectionId>> = {
  score: 'score',
  [DEFINITION]: 'qualification',
  [AGREEMENT]: 'qualification',
  [CHOICE]: 'qualification',
  [OUTCOMES_KIND]: 'outcomes',
  [REASONS_KIND]: 'reasons',
  objections: 'objections',
  policy: 'calling',
  retention: 'retention',
}

/** Newest first, the last as shipped. */
export function configVersions(db: Db): Output<'config.versions'> {
  const reps = new Map(allReps(db).map(({ id, name }) => [id, name]))
  const lists = new Map(allLists(db).map(({ id, name }) => [id, name]))
  const found: Version[] = []
  let group: RuleRow | null = null
  for (const row of history(db).toReversed()) {
    const { version, kind, at, repId } = row
    if (kind === GROUP) {
      group = row
      const { why, of } = row.data as GroupRow
      found.push({ version, at, by: nameIn(reps, repId), why, of, changed: [] })
      continue
    }
    const changed = changedBy(row, lists)
    if (!changed) continue
    const isGrouped = group !== null && version >= (group.data as GroupRow).first
    if (isGrouped) addTo(found.at(-1)?.changed ?? [], changed)
    else found.push({ version, at, by: nameIn(reps, repId), why: 'edit', of: null, changed: [changed] })
    if (found.length >= MOST) return found
  }
  return [...found, { version: 0, at: null, by: null, why: 'shipped', of: null, changed: [] }]
}

const nameIn = (reps: ReadonlyMap<string, string>, id: string | null) =>
  id === null ? null : (reps.get(id) ?? null)

/** Null for a rule that is not of the configuration: a territory is somebody's. */
function changedBy(
  { kind, at, data }: RuleRow,
  lists: ReadonlyMap<string, string>,
): Version['changed'][number] | null {
  const listId = listIdOf(kind)
  if (listId !== null) return { section: 'lists', subject: lists.get(listId) ?? null }
  if (kind.startsWith('script ')) return { section: 'scripts', subject: lists.get(kind.slice(7)) ?? null }
  const section = isPlanned(kind, at, data) ? 'planned' : OF_KIND[kind]
  const framework =
    kind === DEFINITION || kind === AGREEMENT ? (data as { framework: string }).framework : null
  return section ? { section, subject: framework } : null
}

/** A version of a dated rule that began later than it was saved. */
const isPlanned = (kind: string, at: number, data: unknown): boolean =>
  (kind === OUTCOMES_KIND || kind === REASONS_KIND) && ((data as { from?: number }).from ?? at) > at

/** Said once, however many versions it took. */
function addTo(all: Version['changed'], one: Version['changed'][number]): void {
  const isThere = all.some(({ section, subject }) => section === one.section && subject === one.subject)
  if (!isThere) all.unshift(one)
}
