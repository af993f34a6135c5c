import { setTimeout as wait } from 'node:timers/promises'

import type { Db } from '#electron/db/open'
import { clientOf } from '#electron/db/raw'
import { unsynced } from '#electron/db/unsynced'
import { isDiskFull } from '../disk-full.ts'
import type { LogKeeper } from './log-keeper.ts'

/** Milliseconds that one slice may work before whoever waits gets a turn. */
const SLICE = 10
/** Rows between two looks at the clock. */
const LOOK = 8

export class Stopped extends Error {}

export type Slices = {
  db: Db
  stopIfAsked: () => void
  /** For what is only ever completed: it stops for a closing store alone, and on a full disk waits for room. */
  toTheEnd: () => Slices
  others: () => Promise<void>
  waitForRoom: ((error: unknown) => Promise<void>) | null
}

/** `isAsked`: somebody cancelled, or the store is about to be closed. `onFull`: it waits for room on the disk. */
export function slicesOf(
  db: Db,
  isAsked: () => boolean,
  isClosing: () => boolean,
  log: LogKeeper | null = null,
  onFull: () => void = () => {},
): Slices {
  const others = async () => {
    await new Promise((resolve) => setImmediate(resolve))
    await log?.turn()
  }
  const stopWhen = (asked: () => boolean) => () => {
    if (asked() || !clientOf(db).open) throw new Stopped()
  }
  const stopIfClosing = stopWhen(isClosing)
  const waitForRoom = async (error: unknown) => {
    if (!isDiskFull(error)) throw error
    onFull()
    await wait(LOOKED_FOR_ROOM)
    stopIfClosing()
  }
  const last: Slices = { db, stopIfAsked: stopIfClosing, toTheEnd: () => last, others, waitForRoom }
  return { ...last, stopIfAsked: stopWhen(isAsked), waitForRoom: null }
}
/** Milliseconds between two looks. */
const LOOKED_FOR_ROOM = 500

/** Does something to each, in transactions of a few milliseconds, and lets others in between. Throws Stopped. */
export async function inSlices<T>(
  slices: Slices,
  items: readonly T[],
  deed: (item: T) => void,
  after: () => void = () => {},
): Promise<void> {
  for (let at = 0; at < items.length;) {
    slices.stopIfAsked()
    at = await inOne(slices, () => {
      const until = performance.now() + SLICE
      let next = at
      for (; next < items.length; next++) {
        if (next % LOOK === 0 && next > at && performance.now() > until) break
        deed(items[next] as T)
      }
      return next
    })
    after()
    await slices.others()
  }
  // Whoever had a turn last may have closed the store.
  slices.stopIfAsked()
}

/** A stretch of numbers that one statement deals with: `from` is not in it, `to` is. */
export type Stretch = { from: number; to: number; done?: (to: number) => void }
/** How many at a time; it goes on where the last stretch of its kind left. */
export type Pace = { size: number }
export const newPace = (size = 64): Pace => ({ size })
const SMALLEST = 16

/**
 * The same for statements that each deal with a stretch of rows: as many at a time as take a slice. A deed that can stop
 * within its stretch does so at `until`, and returns how far it came. Throws Stopped.
 */
export async function inStretches(
  slices: Slices,
  { from, to, done }: Stretch,
  pace: Pace,
  deed: (from: number, to: number, until: number) => number | void,
): Promise<void> {
  for (let at = from; at < to;) {
    slices.stopIfAsked()
    const wanted = Math.min(to, at + pace.size)
    const began = performance.now()
    const next = await inOne(slices, () => {
      const came = deed(at, wanted, began + SLICE) ?? wanted
      done?.(came)
      return came
    })
    const took = performance.now() - began
    if (next > at && (wanted - at === pace.size || took > SLICE)) adapt(pace, took)
    at = next
    await slices.others()
  }
  slices.stopIfAsked()
}

/**
 * The same where each turn finds its own rows: `deed` is told how many to deal with and until when, and says whether there
 * may be more.
 */
export async function inTurns(slices: Slices, deed: (size: number, until: number) => boolean): Promise<void> {
  const pace = newPace()
  for (let isMore = true; isMore;) {
    slices.stopIfAsked()
    const began = performance.now()
    isMore = await inOne(slices, () => deed(pace.size, began + SLICE))
    adapt(pace, performance.now() - began)
    await slices.others()
  }
  slices.stopIfAsked()
}

/** Half way to what would have filled the slice, so that one odd stretch does not decide the next. */
function adapt(pace: Pace, took: number): void {
  const wanted = (pace.size * SLICE) / Math.max(took, 0.1)
  pace.size = Math.max(SMALLEST, Math.round(Math.min(pace.size * 2, (pace.size + wanted) / 2)))
}

/**
 * One transaction, whole or not at all; see `toTheEnd`. A deed may be done twice: then nothing of the first is left.
 * Unsynced, since what was not on the disk in a power cut is taken out or completed all the same: what an import refers
 * to it has written itself.
 */
export async function inOne<T>(slices: Slices, deed: () => T): Promise<T> {
  for (;;) {
    try {
      return unsynced(slices.db, deed)
    } catch (error) {
      if (!slices.waitForRoom) throw error
      await slices.waitForRoom(error)
    }
  }
}
