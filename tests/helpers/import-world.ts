import { sql } from 'drizzle-orm'
import Papa from 'papaparse'
import { expect } from 'vitest'

import { raw } from '#electron/db/raw'
import { isLooking } from '#electron/services/review-look'
import { AppError, type ErrorCode } from '#shared/contract/errors'
import type { ImportPlan } from '#shared/contract/import-plan'
import { rulesFor, type ColumnRule } from '#shared/domain/import/field'
import { DAY, MINUTE } from '#shared/lib/time'
import { historyPlan } from './call-history.ts'
import { COMPLETE } from './desk.ts'
import { CALLED, FIELDS, type ImportDeed } from './import-deeds.ts'
import { ended, handIn, inspect, NEW_LIST, planOf, undoImport } from './import-file.ts'
import { storeDump } from './store-dump.ts'
import type { TestApp } from './test-app.ts'
import { UNREACHED } from './unreached.ts'

type Came = { importId: string; holds: 'people' | 'calls'; bytes: string; plan: ImportPlan | null }
/** `came`: files that stand. `done`: which deeds came about. */
export type ImportWorld = {
  app: TestApp
  came: Came[]
  merges: string[]
  edits: { leadId: string; editId: string }[]
  done: Set<string>
}

export async function importWorld(app: TestApp): Promise<ImportWorld> {
  await app.call('people.add', { name: 'Irene', role: 'admin' })
  for (const name of ['Home', 'Other']) await app.call('lists.save', { ...NEW_LIST, id: null, name })
  return { app, came: [], merges: [], edits: [], done: new Set() }
}

const NONE = new AppError('not-found', 'There is none.')
function nth<T>(all: readonly T[], n: number): T {
  const one = all[n % Math.max(1, all.length)]
  if (one === undefined) throw NONE
  return one
}
const two = (ids: { id: string }[], pair: readonly [number, number]) => {
  const [a, b] = pair.map((n) => nth(ids, n).id)
  if (a === undefined || b === undefined || a === b) throw NONE
  return [a, b] as const
}
type Lead = { id: string; listId: string }
const leads = ({ db }: TestApp, where = '1') =>
  raw<Lead>(db, `SELECT id, list_id AS listId FROM leads WHERE ${where} ORDER BY id`).all()

/** Until nothing of a file is at work behind what shows any more. */
async function quiet({ db }: TestApp): Promise<void> {
  const working = sql`SELECT 1 FROM imports WHERE progress IS NOT NULL OR state IN ('running', 'finishing', 'undoing')`
  while (db.all(working).length > 0 || isLooking(db)) await new Promise((resolve) => setImmediate(resolve))
}

/** Whom a file always brings, so that it is never without anybody. */
const SOL = ['9', 'Sol']
const textOf = (rows: readonly (readonly string[])[]) =>
  Papa.unparse([
    FIELDS.map((field) => field ?? 'Color'),
    ...rows,
    FIELDS.map((_, at) => SOL[at] ?? ''),
  ] as string[][])

type Given = Partial<Pick<Extract<ImportDeed, { do: 'bring' }>, 'mode' | 'list'>> & {
  rules?: readonly ColumnRule[]
}
async function planned({ app, came }: ImportWorld, fileId: string, given: Given): Promise<ImportPlan> {
  const { lists } = await app.call('app.state', {})
  const listId = lists.find(({ name }) => name === given.list)?.id ?? null
  const ruleOf = (at: number): ColumnRule => given.rules?.[at] ?? 'overwrite'
  return planOf(await inspect(app, fileId), {
    headerLine: 1,
    delimiter: ',',
    columns: FIELDS.map((field, index) => ({
      index,
      field,
      rule: rulesFor(field).includes(ruleOf(index)) ? ruleOf(index) : 'fill',
    })),
    mode: given.mode ?? 'create_update',
    listId,
    newList: listId === null ? { ...NEW_LIST, name: `New ${came.length} ${lists.length}` } : null,
  })
}

/** Every row has one verdict, the same in the check and in the run. */
async function run({ app, came }: ImportWorld, bytes: string, plan: ImportPlan, fileId: string) {
  const check = await ended(app, (await app.call('import.check', { fileId, plan })).importId)
  const { importId } = await app.call('import.run', { fileId, plan })
  const { state, counts, rows } = await ended(app, importId)
  expect([state, counts, rows]).toEqual(['done', check.counts, check.rows])
  await quiet(app)
  came.push({ importId, holds: 'people', bytes, plan })
}

/** What was told before is what it then does. */
export async function takeBack(world: ImportWorld, one: Came): Promise<void> {
  const { app, came } = world
  const { importId } = one
  came.splice(came.indexOf(one), 1)
  if (one.holds === 'calls') await app.call('history.undo', { importId })
  else {
    const own = () => leads(app, `import_id = '${importId}'`).map(({ id }) => id)
    const before = own()
    const { created, rows } = await app.call('import.undoPreview', { importId })
    expect((await undoImport(app, importId)).state).toBe('undone')
    await quiet(app)
    const stay = rows.map(({ leadId }) => leadId).filter((id) => before.includes(id))
    expect([own(), before.length - own().length]).toEqual([stay.toSorted(), created])
  }
  await quiet(app)
}

type Act<K> = (world: ImportWorld, deed: Extract<ImportDeed, { do: K }>) => Promise<unknown>
const ACTS: { [K in ImportDeed['do']]: Act<K> } = {
  async bring(world, { rows, ...given }) {
    const fileId = handIn(world.app, textOf(rows))
    await run(world, textOf(rows), await planned(world, fileId, given), fileId)
  },
  async calls({ app, came }, { rows }) {
    const bytes = Papa.unparse([[...CALLED], ...rows])
    const plan = historyPlan(CALLED, { delimiter: ',' })
    const { importId } = await app.call('history.run', { fileId: handIn(app, bytes), plan })
    came.push({ importId, holds: 'calls', bytes, plan: null })
  },
  undo: (world, { n }) => takeBack(world, nth(world.came, n)),
  /** Stopped at any moment, or taken back where it was over by then: nothing is left. */
  async cancel(world, { rows, turns }) {
    const { app } = world
    const before = storeDump(app.db)
    const fileId = handIn(app, textOf(rows))
    const plan = await planned(world, fileId, { list: 'Home' })
    const { importId } = await app.call('import.run', { fileId, plan })
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
    const { state } = await app.call('import.cancel', { importId })
    await quiet(app)
    if (state !== 'cancelled') await undoImport(app, importId)
    await quiet(app)
    expect(storeDump(app.db)).toEqual(before)
  },
  async again(world, { n }) {
    const { bytes, plan, importId } = nth(
      world.came.filter(({ holds }) => holds === 'people'),
      n,
    )
    const fileId = handIn(world.app, bytes)
    expect((await inspect(world.app, fileId)).seenBefore).not.toBeNull()
    const entry = (await world.app.call('imports.list', {})).find((each) => each.importId === importId)
    if (plan) await run(world, bytes, { ...plan, listId: entry?.listId ?? null, newList: null }, fileId)
  },
  wait: async ({ app }, { ms }) => app.clock.advance(ms),
  async merge({ app, merges }, { kind, pair, side }) {
    const all = kind === 'person' ? sql`SELECT id FROM persons` : sql`SELECT id FROM companies`
    const [keepId, otherId] = two(app.db.all(sql`${all} ORDER BY id`), pair)
    const choices = kind === 'person' ? { company: side, title: side, name: side } : { name: side }
    merges.push((await app.call('review.merge', { kind, keepId, otherId, choices })).pairingId)
  },
  async unmerge({ app, merges }) {
    const pairingId = nth(merges, merges.length - 1)
    await app.call('review.undo', { pairingId })
    merges.pop()
  },
  async apart({ app }, { pair }) {
    const [a, b] = two(app.db.all(sql`SELECT id FROM persons ORDER BY id`), pair)
    await app.call('review.apart', { kind: 'person', a, b })
  },
  async log({ app }, { n, outcome }) {
    const { id: leadId, listId } = nth(leads(app, `stage NOT IN ('disqualified', 'lost', 'customer')`), n)
    const card = await app.call('desk.open', { listId, leadId, after: null })
    if (!card?.draft) throw NONE
    const { step } = COMPLETE[outcome]
    const dated = step ? { step: { ...step, at: app.clock.now() + DAY } } : {}
    const { callId } = card.draft
    return app.call('call.log', {
      ...UNREACHED,
      leadId,
      listId,
      callId,
      outcome,
      ...COMPLETE[outcome],
      ...dated,
    })
  },
  unlog: ({ app }) => app.call('call.undo', { reason: 'slip' }),
  async edit({ app, edits }, { n, edit: [field, value] }) {
    const { id: leadId } = nth(leads(app), n)
    const reply = await app.call('lead.edit', { leadId, field, of: null, value })
    if (reply.kind === 'saved') edits.push({ leadId, editId: reply.editId })
  },
  async unedit({ app, edits }) {
    const last = edits.pop()
    if (last) await app.call('lead.unedit', last)
  },
  erase: ({ app }, { n }) => app.call('erase.person', { leadId: nth(leads(app), n).id, askedOn: null }),
}

const REFUSED: readonly ErrorCode[] = ['not-found', 'not-allowed', 'conflict', 'invalid-input']
/** A wish goes with what brought it, and with nothing else. */
const TAKES_WISHES: readonly ImportDeed['do'][] = ['undo', 'unlog', 'unmerge', 'unedit', 'wait']
const WISHES = `SELECT DISTINCT person_id AS id FROM live_suppressions WHERE person_id NOT IN (SELECT other_id
  FROM live_pairings WHERE verdict = 'same') AND person_id IN (SELECT id FROM persons WHERE erased_at IS NULL)`
const GONE = `SELECT id FROM persons WHERE erased_at IS NOT NULL UNION SELECT other_id FROM live_pairings`

/** Does one; what is refused in words leaves nothing behind, what breaks is thrown. */
export async function act(world: ImportWorld, deed: ImportDeed): Promise<void> {
  const { app, done } = world
  const idsOf = (text: string) =>
    raw<{ id: string }>(app.db, text)
      .all()
      .map(({ id }) => id)
  app.clock.advance(MINUTE)
  const wished = idsOf(WISHES)
  try {
    await ACTS[deed.do](world, deed as never)
    done.add(deed.do)
  } catch (error) {
    if (!(error instanceof AppError) || !REFUSED.includes(error.code)) throw error
  }
  if (TAKES_WISHES.includes(deed.do)) return
  const still = new Set([...idsOf(WISHES), ...idsOf(GONE)])
  expect(wished.filter((id) => !still.has(id))).toEqual([])
}
