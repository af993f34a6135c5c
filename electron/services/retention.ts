import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Job } from '#shared/contract/events'
import { isInOrder, type Retention } from '#shared/domain/retention'
import { isOnTheLine } from '#electron/db/erase-preview'
import { isImporting } from '#electron/db/import'
import type { Db } from '#electron/db/open'
import { allLists, findList } from '#electron/db/people'
import { perStore } from '#electron/db/per-store'
import { insertRules } from '#electron/db/rules'
import type { Deps } from './deps.ts'
import { eraseAll } from './erase/erase.ts'
import { admin } from './erase/who.ts'
import type { Rep } from './facts.ts'
import { newestRule } from './rules.ts'
import { lookThrough, shown, stillDue, type Due } from './retention-look.ts'
import { retentionIn } from './retention-rules.ts'

/** Leads that are due to be closed now, each by its id. */
export async function dueToClose(deps: Deps): Promise<string[]> {
  admin(deps.db)
  const found = await lookThrough(deps, rulesOf(deps.db))
  return found.flatMap(({ closing }) => closing.due.map(({ leadId }) => leadId))
}

export const retentionHandlers = (deps: Deps) =>
  ({
    'retention.get': () => get(deps),
    'retention.save': (input) => save(deps, input),
    'retention.look': async () => {
      admin(deps.db)
      return shown(deps, await lookThrough(deps, rulesOf(deps.db)))
    },
    'retention.run': () => run(deps),
    'retention.cancel': () => {
      admin(deps.db)
      stateOf(deps.db).isStopped = true
      return {}
    },
  }) satisfies Partial<Handlers>

/** What runs, and whether somebody asked it to stop. */
const stateOf = perStore(() => ({ isRunning: false, isStopped: false }))

const rulesOf = (db: Db) => retentionIn(newestRule(db, 'retention')?.data)

function get({ db }: Deps): Output<'retention.get'> {
  admin(db)
  const { standard, lists } = rulesOf(db)
  return {
    standard,
    lists: allLists(db).map(({ id, name }) => ({ listId: id, name, own: lists[id] ?? null })),
    running: stateOf(db).isRunning,
  }
}

/** A version of its own, like every rule. Nobody is closed or erased by saving it. */
function save(deps: Deps, { listId, keeping }: Input<'retention.save'>): Output<'retention.save'> {
  const { db, now, emit } = deps
  if (keeping && !isInOrder(keeping))
    throw new AppError('invalid-input', 'Closing comes before erasing.', 'close-after-erase')
  db.transaction((tx) => {
    const rep = admin(tx)
    const { standard, lists } = rulesOf(tx)
    if (listId !== null && !findList(tx, listId))
      throw new AppError('not-found', 'That list is not here.', 'list-unknown')
    const { [listId ?? '']: _, ...others } = lists
    const data: Retention =
      listId === null
        ? { standard: keeping, lists }
        : { standard, lists: keeping ? { ...others, [listId]: keeping } : others }
    insertRules(tx, { kind: 'retention', data, at: now(), repId: rep.id })
  })
  emit({ kind: 'changed', topics: ['rules'] })
  return {}
}

async function run(deps: Deps): Promise<Output<'retention.run'>> {
  const { db } = deps
  const rep = admin(db)
  if (isImporting(db))
    throw new AppError('conflict', 'An import is running. Wait until it is done.', 'import-running')
  const state = stateOf(db)
  if (state.isRunning) throw new AppError('conflict', 'It runs already.', 'retention-runs')
  Object.assign(state, { isRunning: true, isStopped: false })
  try {
    const due = (await lookThrough(deps, rulesOf(db))).flatMap((found) => found.due)
    const jobId = deps.newId()
    void work(deps, rep, jobId, due).finally(() => (state.isRunning = false))
    return { jobId, people: due.length }
  } catch (error) {
    state.isRunning = false
    throw error
  }
}

/** Never rejects. What was erased stays so when it is stopped. */
async function work(deps: Deps, rep: Rep, id: string, due: readonly Due[]): Promise<void> {
  const { db, now, emit, closing } = deps
  const job = { id, kind: 'retention', label: '', startedAt: now(), total: due.length } as const
  const tell = (state: Job['state'], done: number) => emit({ kind: 'job', job: { ...job, state, done } })
  const isStopped = () => stateOf(db).isStopped || closing.aborted
  let done = 0
  tell('running', 0)
  try {
    const wanted = due.map(({ personId }) => ({
      personId,
      repId: rep.id,
      cause: 'retention' as const,
      askedOn: null,
      refersTo: null,
    }))
    // A long run: whom somebody calls or promises something meanwhile stays.
    const isDue = stillDue(deps, rulesOf(db))
    const mayGo = (personId: string) => !isOnTheLine(db, [personId]) && isDue(personId)
    const watch = { isStopped, mayGo, tell: (count: number) => tell('running', (done = count)) }
    if (wanted.length > 0) await eraseAll(deps, wanted, watch)
    tell(isStopped() && done < wanted.length ? 'cancelled' : 'done', done)
  } catch (error) {
    // The next start carries out what was ordered.
    if (!closing.aborted) console.error(error)
    tell('failed', done)
  }
}
