import { expect, it, vi } from 'vitest'

import { clientOf } from '#electron/db/raw'
import { rescoreProgress, saveRescore, type Reach } from '#electron/db/rescore'
import { askRescore, rescore, resumeRescore } from '#electron/services/rescore'
import { expectScored, leadIds, ruled, scoredAnew, scoredDesk } from '../helpers/scored-desk.ts'

const LEADS = 110

/** Says stop at the so many-th look, as a closing engine does. */
const closingAfter = (looks: number): AbortSignal =>
  Object.defineProperty(new AbortController().signal, 'aborted', { get: () => looks-- <= 0 })

it('cut off after any slice, a re-score has done those it says and no other, and goes on with the rest', async () => {
  const seen = new Set<number>()
  for (let looks = 0; ; looks++) {
    const app = scoredDesk(LEADS)
    ruled(app)
    await rescore({ ...app.deps, closing: closingAfter(looks) }, null, 'intent')
    const left = rescoreProgress(app.db)
    expect(scoredAnew(app)).toBe(left?.done ?? LEADS)
    if (left) {
      seen.add(left.done)
      const ids = leadIds(app)
      for (const leadId of [ids[0] ?? '', ids.at(-2) ?? ''])
        expect((await app.log(leadId, 'no_answer')).kind).toBe('logged')
      await resumeRescore(app.deps)
      expect(app.rows('calls')).toHaveLength(2)
    }
    expectScored(app)
    app.close()
    if (!left) break
  }
  expect([...seen][0]).toBe(0)
  expect(seen.size).toBeGreaterThan(2)
})

it('a slice of it that fails is as if it had not been begun, says so, and the next one begins there', async () => {
  const app = scoredDesk(LEADS)
  ruled(app)
  app.db.run(
    `CREATE TRIGGER broken BEFORE UPDATE OF fit ON leads WHEN new.rowid = 101 BEGIN SELECT RAISE(ABORT, 'x'); END`,
  )
  const logged = vi.spyOn(console, 'error').mockReturnValue()
  await rescore(app.deps, null, 'fit')
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
  expect(app.events.at(-1)).toMatchObject({ kind: 'job', job: { kind: 'rescore', state: 'failed' } })
  // How many a slice takes hangs on the machine; the hundred and first is in one that failed.
  const left = rescoreProgress(app.db)
  expect(left).toMatchObject({ total: LEADS })
  expect(left?.done).toBeLessThan(101)
  expect(left?.done).toBeGreaterThan(0)
  expect(scoredAnew(app)).toBe(left?.done)
  app.db.run('DROP TRIGGER broken')
  await resumeRescore(app.deps)
  expectScored(app)
  app.close()
})

it('one that is asked for while another is not over does what either would, of every list', () => {
  const app = scoredDesk(1)
  const both: [Reach, Reach, Reach][] = [
    ['fit', 'answers', 'all'],
    ['calendar', 'fit', 'all'],
    ['answers', 'territories', 'all'],
    ['all', 'fit', 'all'],
    ['territories', 'calendar', 'calendar'],
    ['calendar', 'territories', 'calendar'],
    ['fit', 'intent', 'intent'],
    ['intent', 'signals', 'intent'],
    ['answers', 'answers', 'answers'],
  ]
  for (const [first, second, reach] of both) {
    saveRescore(app.db, null)
    askRescore(app.db, app.list, first)
    expect(rescoreProgress(app.db)).toMatchObject({ listId: app.list, reach: first })
    askRescore(app.db, app.list, second)
    expect(rescoreProgress(app.db)).toMatchObject({ listId: null, reach, done: 0, after: 0 })
  }
  app.close()
})

it('its slices are not waited for on the disk, and whatever comes after them is', async () => {
  const app = scoredDesk(1)
  ruled(app)
  const level = () => clientOf(app.db).pragma('synchronous', { simple: true })
  const levels: unknown[] = []
  const now = () => {
    if (clientOf(app.db).inTransaction) levels.push(level())
    return app.clock.now()
  }
  await rescore({ ...app.deps, now }, null, 'fit')
  expect(levels).toEqual([1, 1])
  expect(level()).toBe(2)
  app.close()
})
