import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { indexPeople } from '#electron/db/search-many'
import { refresh } from '#electron/services/queue'
import { busyDesk, doAll, type World } from '../helpers/busy-desk.ts'
import { anyDeed, DEED_NAMES, DEEDS } from '../helpers/deeds.ts'
import { rankBook } from '../helpers/rank-book.ts'
import { settleAll, standing } from '../helpers/standing.ts'

/** Throws away all that follows from facts, and makes it anew from them. */
function rebuild(world: World): void {
  const { app } = world
  const ids = app.rows<{ id: string }>('leads').map(({ id }) => id)
  app.db.run(`DELETE FROM queue`)
  app.db.run(`DELETE FROM search`)
  app.db
    .run(`UPDATE leads SET stage = 'lost', reason = 'x', wakes_at = 1, owner_id = 'x', fit = 1, bant_now = 1,
    attempts = 9, dials = 9, first_dial_at = 9, last_dial_at = 9`)
  app.db.transaction((tx) => refresh(tx, app.deps, ids))
  indexPeople(app.db, '', '~')
  // Who was found to be somebody else is found as that one.
  app.db
    .run(`DELETE FROM search WHERE rowid IN (SELECT n FROM persons JOIN live_pairings ON other_id = persons.id
    WHERE kind = 'person' AND verdict = 'same')`)
  settleAll(world)
}

it('law: whatever is done, what stands is what the facts give', async () => {
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(anyDeed, { minLength: 6, maxLength: 24 }), async (deeds) => {
      const world = await busyDesk()
      try {
        const book = rankBook(world)
        book.look()
        await doAll(world, deeds, book.look)
        settleAll(world)
        const before = standing(world)
        rebuild(world)
        expect(standing(world)).toEqual(before)
        for (const name of world.done) done.add(name)
      } finally {
        world.app.close()
      }
    }),
    { numRuns: 60 },
  )
  // Each deed came about somewhere: a law about deeds that are all refused says nothing.
  expect(DEED_NAMES.filter((name) => !done.has(name))).toEqual([])
})

/** What moves a lead's points, or its turn. */
const { edit, score, log, wait, undo, skip, merge, unmerge } = DEEDS
const moving = fc.oneof({ weight: 6, arbitrary: edit }, score, log, wait, undo, skip, merge, unmerge)

it('law: what is learnt of somebody who is ready moves nobody’s place', async () => {
  let kept = 0
  await fc.assert(
    fc.asyncProperty(fc.array(moving, { minLength: 6, maxLength: 16 }), async (deeds) => {
      const world = await busyDesk()
      try {
        const book = rankBook(world)
        book.look()
        await doAll(world, deeds, book.look)
        kept += book.kept().length
      } finally {
        world.app.close()
      }
    }),
    { numRuns: 20 },
  )
  // Ranks that stand only because they were kept: without any, the book says nothing.
  expect(kept).toBeGreaterThan(5)
})
