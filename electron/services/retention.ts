import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Job } from '#shared/contract/events'
import { limitsOf, retained, type Held, type Retention } from '#shared/domain/retention'
import { isOnTheLine } from '#electron/db/erase-preview'
import { isImporting } from '#electron/db/import'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { allLists, findList } from '#electron/db/people'
import { prepared } from '#electron/db/prepared'
import { lastingOf, oldOnes } from '#electron/db/retention'
import { insertRules } from '#electron/db/rules'
import type { Deps } from './deps.ts'
import { eraseAll } from './erase/erase.ts'
import { admin } from './erase/who.ts'
import type { Rep } from './facts.ts'
import { newestRule } from './rules.ts'
import { takeTurns } from './turns.ts'

export const retentionHandlers = (deps: Deps) =>
  ({
    'retention.get': () => get(deps),
    'retention.save': (input) => save(deps, input),
    'retention.look': async () => shown(deps, await look(deps)),
    'retention.run': () => run(deps),
    'retention.cancel': () => {
      stateOf(deps.db).isStopped = true
      return {}
    },
  }) satisfies Partial<Handlers>

/** What runs, and whether somebody asked it to stop. */
const stateOf = prepared(() => ({ isRunning: false, isStopped: false }))

const KIND = 'retention'
const rulesOf = (db: Db) => (newestRule(db, KIND)?.data ?? {}) as Retention

function get({ db }: Deps): Output<'retention.get'> {
  admin(db)
  const rules = rulesOf(db)
  return {
    lists: allLists(db).map(({ id, name }) => ({ listId: id, name, months: rules[id]?.months ?? null })),
    running: stateOf(db).isRunning,
  }
}

/** A version of its own, like every rule. Nobody is erased by saving it. */
function save(deps: Deps, { listId, months }: Input<'retention.save'>): Output<'retention.save'> {
  const { db, now, emit } = deps
  db.transaction((tx) => {
    const rep = admin(tx)
    if (!findList(tx, listId)) throw new AppError('not-found', 'That list is not here.', 'list-unknown')
    const { [listId]: _, ...others } = rulesOf(tx)
    const data = months === null ? others : { ...others, [listId]: { months } }
    insertRules(tx, { kind: KIND, data, at: now(), repId: rep.id })
  })
  emit({ kind: 'changed', topics: ['rules'] })
  return {}
}

type Due = { personId: string; leadId: string; lastAt: number }
type Found = { listId: string; due: Due[]; held: Map<Held, number> }
const PIECE = 200

/** Everybody who is past the time of a list, each once: by the first list that they are found on. */
async function look(deps: Deps): Promise<Found[]> {
  const { db, now } = deps
  admin(db)
  const at = now()
  const limits = limitsOf(rulesOf(db), at)
  const turns = takeTurns()
  const met = new Set<string>()
  const lists: Found[] = []
  for (const [listId, before] of limits) {
    const found: Found = { listId, due: [], held: new Map() }
    lists.push(found)
    for (let after = '', rows = oldOnes(db, { listId, before, after, limit: PIECE }); rows.length > 0;) {
      for (const { id, personId } of rows) {
        if (met.has(personId)) continue
        met.add(personId)
        const leads = lastingOf(db, personId, at)
        const what = retained(leads, limits)
        if (what.kind === 'held') found.held.set(what.why, (found.held.get(what.why) ?? 0) + 1)
        const lastAt = Math.max(...leads.map((lead) => lead.lastAt))
        if (what.kind === 'due') found.due.push({ personId, leadId: id, lastAt })
        if (turns.isOver()) await turns.next()
      }
      after = rows.at(-1)?.id ?? ''
      rows = oldOnes(db, { listId, before, after, limit: PIECE })
    }
  }
  return lists
}

const SAMPLE = 5

function shown({ db }: Deps, lists: readonly Found[]): Output<'retention.look'> {
  return {
    people: lists.reduce((sum, { due }) => sum + due.length, 0),
    lists: lists.map(({ listId, due, held }) => ({
      listId,
      name: findList(db, listId)?.name ?? '',
      due: due.length,
      held: [...held].map(([why, count]) => ({ why, count })),
      sample: due.slice(0, SAMPLE).map(({ leadId, lastAt }) => {
        const name = findLead(db, leadId)?.person.name ?? ''
        return { leadId, name, lastAt }
      }),
    })),
  }
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
    const due = (await look(deps)).flatMap((found) => found.due)
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
    const wanted = due
      .filter(({ personId }) => !isOnTheLine(db, [personId]))
      .map(({ personId }) => ({
        personId,
        repId: rep.id,
        cause: 'retention' as const,
        askedOn: null,
        refersTo: null,
      }))
    const watch = { isStopped, tell: (count: number) => tell('running', (done = count)) }
    if (wanted.length > 0) await eraseAll(deps, wanted, watch)
    tell(done < wanted.length ? 'cancelled' : 'done', done)
  } catch (error) {
    // The next start carries out what was ordered.
    if (!closing.aborted) console.error(error)
    tell('failed', done)
  }
}
