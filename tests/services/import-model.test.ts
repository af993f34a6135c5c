import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { MINUTE } from '#shared/lib/time'
import { BRINGING, MERGING, WORKING, type ImportDeed } from '../helpers/import-deeds.ts'
import { act, importWorld, takeBack, type ImportWorld } from '../helpers/import-world.ts'
import { lookAtAll, settleQueue } from '../helpers/import-wrongs.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { testApp } from '../helpers/test-app.ts'

/** Milliseconds: enough also where all takes many times as long. */
const LONG = 300_000

beforeEach(() => void vi.spyOn(console, 'error'))
afterEach(() => vi.restoreAllMocks())

/** FC_RUNS=200 looks further than each run of the suite does. */
const numRuns = Number(process.env['FC_RUNS'] ?? 7)
const deedsOf = (...weighed: { weight: number; arbitrary: fc.Arbitrary<ImportDeed> }[]) =>
  fc.array(fc.oneof(...weighed), { minLength: 6, maxLength: 14 })

async function inWorld(work: (world: ImportWorld) => Promise<void>): Promise<Set<string>> {
  const app = testApp()
  try {
    const world = await importWorld(app)
    await work(world)
    // A job that breaks says so there, and to nobody else.
    expect(console.error).not.toHaveBeenCalled()
    return world.done
  } finally {
    app.close()
  }
}
async function undoAll(world: ImportWorld, order: readonly number[]): Promise<void> {
  for (let turn = 0; world.came.length > 0; turn++) {
    world.app.clock.advance(MINUTE)
    const one = world.came[(order[turn % order.length] ?? 0) % world.came.length]
    if (one) await takeBack(world, one)
    await lookAtAll(world.app)
  }
}
const order = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 })

const empty = ''
const FIRST: ImportDeed = {
  do: 'bring',
  rows: [
    ['1', 'Ana Roa', 'ana@a.example', '600111222', 'Forjas', 'Jefa', empty, empty, empty],
    ['2', 'Luis Gil', empty, '600111333', 'Norte', empty, empty, empty, empty],
  ],
  rules: [],
  mode: 'create_update',
  list: 'Home',
}

it(
  'law: whatever is brought in, worked on, merged, erased, stopped and taken back, nothing hangs in the air',
  async () => {
    const done = new Set<string>()
    const deeds = deedsOf(...BRINGING, ...MERGING, ...WORKING)
    await fc.assert(
      fc.asyncProperty(deeds, order, async (all, turns) => {
        const came = await inWorld(async (world) => {
          for (const deed of [FIRST, ...all]) {
            await act(world, deed)
            await lookAtAll(world.app)
          }
          await undoAll(world, turns)
        })
        for (const each of came) done.add(each)
      }),
      { numRuns, endOnFailure: true },
    )
    // A law about deeds that are all refused says nothing.
    expect(['bring', 'calls', 'undo', 'merge', 'log'].filter((name) => !done.has(name))).toEqual([])
  },
  LONG,
)

/** Time has passed by then, and what a file says of two companies that are one stays with the one. */
const isIdle = (deed: ImportDeed) => deed.do !== 'wait' && !(deed.do === 'merge' && deed.kind === 'company')

it(
  'law: files that come, go and are stopped while people are merged and taken apart leave the first state',
  async () => {
    const stands = ({ app }: ImportWorld) => {
      settleQueue(app)
      return {
        ...storeDump(app.db),
        calls: app.db.all(sql`SELECT person_id, dialled_at, outcome FROM live_calls ORDER BY 1, 2, 3`),
        wishes: app.db.all(sql`SELECT DISTINCT person_id, channel FROM live_suppressions ORDER BY 1, 2`),
      }
    }
    await fc.assert(
      fc.asyncProperty(deedsOf(...BRINGING, ...MERGING.slice(0, 2)), order, async (all, turns) => {
        await inWorld(async (world) => {
          const { app, came, merges } = world
          await act(world, FIRST)
          came.pop()
          // Whatever time alone moves has moved by then.
          const waited = all.reduce((sum, deed) => sum + (deed.do === 'wait' ? deed.ms : 0), 0)
          const takeApart = async () => {
            for (; merges.length > 0; merges.pop())
              await app.call('review.undo', { pairingId: merges.at(-1) ?? '' })
          }
          app.clock.advance(waited)
          const before = stands(world)
          for (const deed of all.filter(isIdle)) {
            if (deed.do === 'undo') await takeApart()
            await act(world, deed)
            await lookAtAll(app)
          }
          await takeApart()
          await undoAll(world, turns)
          expect(stands(world)).toEqual(before)
        })
      }),
      { numRuns, endOnFailure: true },
    )
  },
  LONG,
)
