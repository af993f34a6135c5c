import { setTimeout as wait } from 'node:timers/promises'

import { rankOf } from '#shared/domain/queue'
import { asksEmails, isBuiltIn } from '#shared/domain/fit'
import type { ScoreProfile } from '#shared/domain/profile'
import { behaviourOf, fitOf } from '#shared/domain/score'
import { regionOfKey, withPatch } from '#shared/domain/window'
import type { Job } from '#shared/contract/events'
import { DAY } from '#shared/lib/time'
import type { Db } from '#electron/db/open'
import { signalsOf } from '#electron/db/lead'
import { perStore } from '#electron/db/per-store'
import {
  countLeads,
  leadsAfter,
  REACHES,
  rescoreProgress,
  saveCalendar,
  saveFit,
  saveRank,
  saveRescore,
  type Progress,
  type Reach,
  type ScoreRow,
  type Wanted,
} from '#electron/db/rescore'
import { unsynced } from '#electron/db/unsynced'
import type { Deps } from './deps.ts'
import { isDiskFull } from './disk-full.ts'
import { withLogKept, type LogKeeper } from './import/log-keeper.ts'
import { refresh } from './queue.ts'
import { tellCalendars } from './rescore-calendar.ts'
import { currentRules } from './rules.ts'
import { patchesIn } from './territory.ts'

/** Milliseconds of work before each commit: a call that is logged meanwhile waits for that and the disk. */
const SLICE = 8
const FIRST = 50
const FEWEST = 10
const MOST = 2000
const TELL_EVERY = 400
const MANY = 20_000
/** Two business days end before that, whatever holidays lie between. */
const LATELY = 21 * DAY
/** Milliseconds between two looks. */
const LOOKED_FOR_ROOM = 500

/** The one that runs; a newer one takes its place. */
const running = perStore(() => ({ job: '' }))

/**
 * Notes that every lead is to be scored anew, of one list or of all (null). In the transaction of what changes it, so that
 * no rule is ever in force by which nobody is scored; `resumeRescore` then does it. `reach` says what changed: of fit alone
 * a lead is a row and a sum, so a million take seconds.
 */
export function askRescore(tx: Db, listId: string | null, reach: Reach = 'all'): void {
  const before = rescoreProgress(tx)
  // An unfinished one may have been for other lists, or for more.
  const scope = before ? null : listId
  const wider = before ? widest(before.reach ?? 'all', reach) : reach
  saveRescore(tx, { listId: scope, after: 0, done: 0, total: countLeads(tx, scope), reach: wider })
}

/** The same after what changed it. Resolves when done, closed, stopped or overtaken. */
export function rescore(deps: Deps, listId: string | null, reach: Reach = 'all'): Promise<void> {
  askRescore(deps.db, listId, reach)
  return resumeRescore(deps)
}

/** Of its calendar, the answers and the score none has the other. */
function widest(a: Reach, b: Reach): Reach {
  if (a === b) return a
  const kinds = new Set([a, b].map((each) => KIND[each]))
  return kinds.size > 1 ? 'all' : REACHES.indexOf(a) > REACHES.indexOf(b) ? a : b
}
const KIND: Readonly<Record<Reach, 'calendar' | 'answers' | 'score' | 'all'>> = {
  territories: 'calendar',
  calendar: 'calendar',
  answers: 'answers',
  fit: 'score',
  signals: 'score',
  intent: 'score',
  all: 'all',
}

/**
 * Scores anew, under the rules as they now are and in slices, whomever `askRescore` noted, the last session left or somebody
 * stopped at. Those who are ready keep their rank: points count as they stood when a lead became ready.
 */
export function resumeRescore(deps: Deps): Promise<void> {
  const progress = rescoreProgress(deps.db)
  return progress ? run(deps, { ...progress, paused: false }) : Promise.resolve()
}

/** Stops between two slices. What was not reached keeps the score it had until it goes on. */
export function stopRescore({ db }: Deps): void {
  const progress = rescoreProgress(db)
  if (progress) saveRescore(db, { ...progress, paused: true })
  running(db).job = ''
}

async function run(deps: Deps, from: Progress): Promise<void> {
  const kind = from.reach === 'territories' ? 'territories' : 'rescore'
  const job = { id: deps.newId(), kind, label: '', startedAt: deps.now() } as const
  const mine = running(deps.db)
  mine.job = job.id
  const tell = (state: Job['state'], { done, total }: Progress, message?: 'disk-full') =>
    deps.emit({ kind: 'job', job: { ...job, state, done, total, ...(message ? { message } : {}) } })

  let last = from
  /** False when it was overtaken, or the store is about to be closed. */
  const toTheEnd = async (log: LogKeeper | null): Promise<boolean> => {
    let [limit, told] = [FIRST, -Infinity]
    for (let progress: Progress | null = from; progress;) {
      if (performance.now() - told > TELL_EVERY) {
        tell('running', progress)
        told = performance.now()
      }
      await new Promise((resolve) => setImmediate(resolve))
      await log?.turn()
      if (deps.closing.aborted) return false
      if (mine.job !== job.id) {
        tell('cancelled', progress)
        return false
      }
      last = progress
      const done = sliceIfRoom(deps, progress, limit)
      if (!done) {
        tell('running', progress, 'disk-full')
        told = performance.now()
        await wait(LOOKED_FOR_ROOM)
        continue
      }
      progress = done.next
      limit = Math.min(MOST, Math.max(FEWEST, Math.round(limit * Math.min(2, SLICE / done.took))))
    }
    return true
  }
  try {
    // Of few leads the log is small, and a thread would take longer.
    const isLarge = from.total > MANY
    if (!(await (isLarge ? withLogKept(deps, toTheEnd) : toTheEnd(null)))) return
    tell('done', { ...last, done: last.total })
    deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  } catch (error) {
    tell('failed', last)
    console.error(error)
  }
}

/** Null where the disk is full: nothing of the slice was kept. */
function sliceIfRoom(deps: Deps, progress: Progress, limit: number): ReturnType<typeof slice> | null {
  try {
    return slice(deps, progress, limit)
  } catch (error) {
    if (isDiskFull(error)) return null
    throw error
  }
}

/** `took`: milliseconds without the commit. */
function slice(deps: Deps, progress: Progress, limit: number): { next: Progress | null; took: number } {
  // How far it has come is written with it: after a power cut it goes on from there.
  return unsynced(deps.db, (tx) => {
    const began = performance.now()
    const reach = progress.reach ?? 'all'
    const { score } = currentRules(tx)
    const now = deps.now()
    const from = { ...progress, since: now - LATELY }
    const found = leadsAfter(tx, from, wantedFor(reach, score), limit)
    const whole =
      reach === 'calendar'
        ? tellCalendars(tx, deps, found)
        : found.filter((row) => isPlacedAgain(row, reach, now))
    refresh(
      tx,
      deps,
      whole.map(({ id }) => id),
    )
    if (reach === 'territories') tellApart(tx, found)
    if (KIND[reach] === 'score') {
      const again = new Set(whole)
      for (const row of found) if (!again.has(row)) sum(tx, row, score, now)
    }
    const end = found.at(-1)
    const next = end ? { ...progress, after: end.n, done: progress.done + found.length } : null
    saveRescore(tx, next)
    return { next, took: performance.now() - began }
  })
}

function wantedFor(reach: Reach, profile: ScoreProfile): Wanted {
  const isScore = KIND[reach] === 'score'
  const acted = isScore && reach !== 'fit'
  return {
    extra: isScore && profile.fit.some(({ rule }) => !isBuiltIn(rule)),
    emails: isScore && asksEmails(profile),
    acted,
    lately: reach === 'intent',
    answered: acted || reach === 'answers',
    set: isScore,
    phones: reach === 'calendar',
  }
}

const isToCome = ({ readyAt }: ScoreRow, now: number) => readyAt !== null && readyAt > now

/** Whether a lead has to be placed anew, with all its facts. What somebody set by hand is asked for there. */
function isPlacedAgain(row: ScoreRow, reach: Reach, now: number): boolean {
  if (reach === 'all') return true
  if (reach === 'territories') return false
  if (reach === 'answers') return row.answered === 1
  // Only who did something of late can be hot, or be it no more.
  if (reach === 'intent' && (row.lately === 1 || row.bucket === 'hot')) return true
  return isToCome(row, now) && (row.set === 1 || (row.acted === 1 && row.answered === 1))
}

/** In whose territory each lies, which is a part of its calendar. */
function tellApart(tx: Db, rows: readonly ScoreRow[]): void {
  const patchOf = patchesIn(tx)
  for (const row of rows) {
    if (row.calendar === null) continue
    const calendar = withPatch(row.calendar, patchOf({ ...row, region: regionOfKey(row.calendar) }))
    if (calendar !== row.calendar) saveCalendar(tx, { id: row.id, calendar })
  }
}

/**
 * Fit, and the rank of those whose time is to come: the rest keep theirs. What somebody did is in a rank as it will
 * stand by then; what was answered only with all the facts.
 */
function sum(tx: Db, row: ScoreRow, score: ScoreProfile, now: number): void {
  const { n, id, listId, extra, rank, readyAt } = row
  const kept = extra === null ? null : (JSON.parse(extra) as Record<string, string>)
  const fit = fitOf({ ...row, extra: kept }, score, listId)
  if (fit !== row.fit) saveFit(tx, { n, fit })
  if (rank === null || readyAt === null || !isToCome(row, now)) return
  const moved =
    row.acted === 1
      ? rankOf(readyAt, fit + behaviourOf(signalsOf(tx, id), score, readyAt))
      : rank + rankOf(0, fit) - rankOf(0, row.fit)
  if (moved !== rank) saveRank(tx, { id, rank: moved })
}
