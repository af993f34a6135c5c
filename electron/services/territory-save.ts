import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { atLeast } from '#shared/domain/people'
import { isBlank, isServedIn, patches, type Area, type Territory } from '#shared/domain/territory'
import { regionOfKey } from '#shared/domain/window'
import type { Db } from '#electron/db/open'
import { allReps, findRep } from '#electron/db/people'
import { countLeads, leadsAfter, NOTHING, type ScoreRow } from '#electron/db/rescore'
import { insertRules } from '#electron/db/rules'
import { copied } from './copied.ts'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { askRescore, resumeRescore } from './rescore.ts'
import { known } from './territory-known.ts'
import { territoriesOf } from './territory.ts'

/** Milliseconds of an answer: calls that are logged meanwhile wait for no more. */
const TURN = 15
const STRETCH = 500

export const territoryHandlers = (deps: Deps) =>
  ({
    'territories.get': () => list(deps.db),
    'territories.known': () => known(deps.db),
    'territories.save': (input) => save(deps, input),
    'territories.preview': (input) => preview(deps.db, input),
  }) satisfies Partial<Handlers>

function list(db: Db): Output<'territories.get'> {
  const here = sitting(db)
  const known = new Map(territoriesOf(db).map(({ repId, areas }) => [repId, areas]))
  return allReps(db)
    .filter(({ id, active }) => active && (id === here.id || atLeast(here.role, 'team_lead')))
    .map(({ id, name }) => ({
      repId: id,
      name,
      areas: copied(known.get(id) ?? []),
    }))
}

/** A new version of them all, and every lead in the queue told apart by it. */
function save(deps: Deps, { repId, areas }: Input<'territories.save'>): Output<'territories.save'> {
  deps.db.transaction((tx) => {
    const here = sitting(tx)
    if (!atLeast(here.role, 'team_lead'))
      throw new AppError('not-allowed', 'Only a team lead sets territories.', 'needs-team-lead')
    if (!findRep(tx, repId)) throw new AppError('not-found', 'That person is not on the team.', 'rep-unknown')
    const data = withThis(territoriesOf(tx), repId, areas)
    insertRules(tx, { kind: 'territories', data, at: deps.now(), repId: here.id })
    askRescore(tx, null, 'territories')
  })
  deps.emit({ kind: 'changed', topics: ['rules', 'queue'] })
  void resumeRescore(deps)
  return {}
}

/** Without areas a rep has no territory. A name is never given again: leads not yet told apart still carry it. */
function withThis(all: readonly Territory[], repId: string, areas: readonly Area[]): Territory[] {
  const others = all.filter((each) => each.repId !== repId)
  const asked = areas.filter((area) => !isBlank(area))
  const n = all.find((each) => each.repId === repId)?.n ?? Math.max(0, ...all.map((each) => each.n)) + 1
  return asked.length === 0 ? others : [...others, { n, repId, areas: asked }]
}

function preview(
  db: Db,
  { repId, areas, after }: Input<'territories.preview'>,
): Output<'territories.preview'> {
  const began = performance.now()
  const all = withThis(territoriesOf(db), repId, areas)
  const patchOf = patches(all)
  const mine = all.find((each) => each.repId === repId)?.n ?? null
  const others = all.filter((each) => each.repId !== repId)
  const shared = new Map<string, number>()
  let [seen, inside, nobody] = [0, 0, 0]
  let at: number | null = after
  while (at !== null && performance.now() - began < TURN) {
    const rows: ScoreRow[] = leadsAfter(db, { listId: null, after: at }, NOTHING, STRETCH)
    for (const row of rows) {
      if (row.calendar === null) continue
      seen++
      const patch = patchOf({ ...row, region: regionOfKey(row.calendar) })
      if (patch === '') nobody++
      if (!isServedIn(patch, mine)) continue
      inside++
      for (const other of others)
        if (isServedIn(patch, other.n)) shared.set(other.repId, (shared.get(other.repId) ?? 0) + 1)
    }
    at = rows.length < STRETCH ? null : (rows.at(-1)?.n ?? null)
  }
  const total = after === 0 ? countLeads(db, null) : null
  return { seen, inside, shared: [...shared].map(([id, n]) => ({ repId: id, n })), nobody, after: at, total }
}
