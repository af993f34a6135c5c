import { rm, stat } from 'node:fs/promises'

import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Job } from '#shared/contract/events'
import { dayOf } from '#shared/domain/calendar'
import { atLeast } from '#shared/domain/people'
import { DAY } from '#shared/lib/time'
import { perStore } from '#electron/db/per-store'
import {
  allScreenings,
  dropScreened,
  filesWith,
  insertScreened,
  insertScreening,
  numbersAfter,
  runningScreenings,
  saveScreening,
  standingOf,
} from '#electron/db/screening'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { ensureKeyOfNumbers, hashOf } from './hashing.ts'
import { inboxPath } from './import/inspect.ts'
import { inSlices, slicesOf, Stopped } from './import/slices.ts'
import { rescore } from './rescore.ts'
import { linesOf, numberIn } from './screening-file.ts'
import { sortInTurns, takeTurns } from './turns.ts'

/** Files that somebody asked to stop. */
const stopping = perStore(() => new Set<string>())
const ZERO = Buffer.alloc(0)
const BATCH = 500

export const screeningHandlers = (deps: Deps) =>
  ({
    'screening.files': () => allScreenings(deps.db),
    'screening.import': (input) => bringIn(deps, input),
    'screening.cancel': ({ id }) => {
      stopping(deps.db).add(id)
      return {}
    },
  }) satisfies Partial<Handlers>

type Files = Output<'screening.files'>
type Wanted = Input<'screening.import'>
type Running = Wanted & { n: number; id: string; before: number; key: Buffer }

/** What a crash left half read counts for nothing and goes. */
export async function settleScreenings(deps: Deps): Promise<void> {
  for (const { n } of runningScreenings(deps.db)) {
    saveScreening(deps.db, n, { state: 'failed' })
    await drop(deps, n)
  }
}

async function bringIn(deps: Deps, input: Wanted): Promise<{ id: string }> {
  const { db, now } = deps
  const rep = sitting(db)
  if (!atLeast(rep.role, 'team_lead'))
    throw new AppError('not-allowed', 'Only a team lead brings registers in.', 'needs-team-lead')
  if (input.takenOn > dayOf(deps.zone, now()))
    throw new AppError('conflict', 'A register cannot be of a day that is still to come.', 'day-ahead')
  const found = await stat(inboxPath(deps, input.fileId)).catch(() => null)
  if (!found) throw new AppError('not-found', 'That file is not there any more. Choose it again.')
  if (runningScreenings(db).length > 0)
    throw new AppError('conflict', 'Another register is being read.', 'screening-runs')
  const id = deps.newId()
  const started = db.transaction((tx) => ({
    key: ensureKeyOfNumbers(tx),
    before: standingOf(tx, input.list)?.n ?? 0,
    n: insertScreening(tx, {
      id,
      list: input.list,
      takenOn: input.takenOn,
      fileName: input.name,
      at: now(),
      repId: rep.id,
      state: 'running',
      numbers: 0,
      refused: 0,
      matched: null,
    }),
  }))
  void run(deps, { ...input, ...started, id }, found.size)
  return { id }
}

/** Never rejects. */
async function run(deps: Deps, file: Running, size: number): Promise<void> {
  const job = { id: file.id, kind: 'screening', label: file.name, startedAt: deps.now() } as const
  // Reading is half of it, writing the other.
  const tell = (state: Job['state'], done: number) =>
    deps.emit({ kind: 'job', job: { ...job, state, done: Math.round(done), total: 100 } })
  const isAsked = () => deps.closing.aborted || stopping(deps.db).has(file.id)
  try {
    tell('running', 0)
    const { hashes, refused } = await read(deps, file, isAsked, (bytes) =>
      tell('running', (50 * bytes) / size),
    )
    await write(deps, file, { hashes, refused }, isAsked, (share) => tell('running', 50 + 50 * share))
    tell('done', 100)
    void rescore(deps, null, 'calendar')
  } catch (error) {
    // The next start clears away what is left.
    if (deps.closing.aborted) return
    const state = error instanceof Stopped ? 'cancelled' : 'failed'
    if (state === 'failed') console.error(error)
    saveScreening(deps.db, file.n, { state })
    await drop(deps, file.n)
    tell(state, 0)
  } finally {
    stopping(deps.db).delete(file.id)
    deps.emit({ kind: 'changed', topics: ['rules', 'queue'] })
    await rm(inboxPath(deps, file.fileId), { force: true })
  }
}

async function read(deps: Deps, file: Running, isAsked: () => boolean, tell: (bytes: number) => void) {
  const turns = takeTurns()
  const found: Buffer[] = []
  let refused = 0
  for await (const { lines, bytes } of linesOf(inboxPath(deps, file.fileId))) {
    for (const line of lines) {
      const e164 = numberIn(line, file.list)
      if (e164 !== null) found.push(hashOf(file.key, e164))
      else if (line.trim() !== '') refused++
      if (turns.isOver()) await turns.next()
    }
    if (isAsked()) throw new Stopped()
    tell(bytes)
  }
  // In key order, so that a page of the store is written once.
  return { hashes: await sortInTurns(found, (a, b) => a.compare(b), turns), refused }
}

async function write(
  deps: Deps,
  { n, before, takenOn, key, list }: Running,
  { hashes, refused }: { hashes: readonly Buffer[]; refused: number },
  isAsked: () => boolean,
  tell: (share: number) => void,
): Promise<void> {
  const { db } = deps
  const since = Date.parse(takenOn) / DAY
  const slices = slicesOf(db, isAsked, () => deps.closing.aborted)
  let [numbers, done] = [0, 0]
  await inSlices(
    slices,
    hashes,
    (hash) => {
      if (insertScreened(db, hash, { n, before, since })) numbers++
      done++
    },
    () => tell(done / Math.max(1, hashes.length)),
  )
  const matched = await countMatches(deps, n, key, isAsked)
  // In one step: until here the file before was asked, from here on this one.
  db.transaction((tx) => {
    if (before !== 0) saveScreening(tx, before, { state: 'replaced' })
    saveScreening(tx, n, { state: 'done' satisfies Files[number]['state'], numbers, refused, matched })
  })
  if (before !== 0 && standingOf(db, list)?.n === n) await drop(deps, before)
}

/** How many numbers of people here are on it. */
async function countMatches(deps: Deps, n: number, key: Buffer, isAsked: () => boolean): Promise<number> {
  const turns = takeTurns()
  let matched = 0
  for (let rows = numbersAfter(deps.db, 0, BATCH); rows.length > 0;) {
    for (const { e164 } of rows) {
      if (filesWith(deps.db, hashOf(key, e164)).some((file) => file.n === n)) matched++
      if (turns.isOver()) await turns.next()
    }
    if (isAsked()) throw new Stopped()
    rows = numbersAfter(deps.db, rows.at(-1)?.n ?? 0, BATCH)
  }
  return matched
}

async function drop(deps: Deps, n: number): Promise<void> {
  const turns = takeTurns()
  for (let from: Buffer | null = ZERO; from && !deps.closing.aborted; await turns.next())
    from = deps.db.transaction((tx) => dropScreened(tx, n, from ?? ZERO, BATCH))
}
