import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, type TestContext } from 'vitest'

import { clientOf } from '#electron/db/raw'
import { rescoreProgress } from '#electron/db/rescore'
import { askRescore, resumeRescore } from '#electron/services/rescore'
import { currentRules } from '#electron/services/rules'
import { expectScored, leadIds, ON_MADRID, ruled, scoredAnew, scoredDesk } from '../helpers/scored-desk.ts'
import { smallDisk } from '../helpers/small-disk.ts'

const PAGE = 4096

/** A desk whose store is on a disk that can be filled. */
function smallDesk(leads: number, { skip }: Pick<TestContext, 'skip'>) {
  const data = smallDisk(24_000)
  if (data === null) return skip('Only root may mount a small disk to fill.')
  const app = scoredDesk(leads, { file: join(data, 'callwright.db') })
  onTestFinished(() => app.close())
  const filler = join(data, 'filler')
  const empty = () => rmSync(filler, { force: true })
  /** So much room is left, and none in the log. */
  const leave = (bytes: number) => {
    empty()
    clientOf(app.db).pragma('wal_checkpoint(TRUNCATE)')
    const { bavail, bsize } = statfsSync(data)
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)))
  }
  return { app, leave, empty }
}

it('a re-score that finds the disk full says so, leaves nobody half scored, and goes on by itself once there is room', async (context) => {
  const { app, leave, empty } = smallDesk(120, context)
  ruled(app)
  askRescore(app.db, null, 'intent')
  leave(0)
  const over = resumeRescore(app.deps)
  const isToldSo = () => app.events.some((event) => event.kind === 'job' && event.job.message === 'disk-full')
  while (!isToldSo()) await new Promise((resolve) => setImmediate(resolve))
  expect(scoredAnew(app)).toBe(rescoreProgress(app.db)?.done)
  expect(scoredAnew(app)).toBeLessThan(120)
  empty()
  expect((await app.log(leadIds(app)[0] ?? '', 'no_answer')).kind).toBe('logged')
  await over
  expect(app.events.findLast(({ kind }) => kind === 'job')).toMatchObject({ job: { state: 'done' } })
  expect(app.rows('calls')).toHaveLength(1)
  expectScored(app)
})

it('rules that are saved where the disk has little room are in force and everybody is scored by them, or neither', async (context) => {
  const { app, leave, empty } = smallDesk(3, context)
  app.sit(app.admin)
  const seen = new Set<boolean>()
  for (const pages of [0, 1, 2, 3, 4, 5, 6, 8, 12, 16]) {
    const { version } = currentRules(app.db)
    const points = 50 + pages
    const data = {
      ...ON_MADRID,
      fit: [
        { rule: 'place', points, targets: ['madrid'] },
        { rule: 'role', points: 100 - points, targets: null },
      ],
    }
    leave(pages * PAGE)
    const reply = await app.dispatch('rules.save', { kind: 'score', data })
    const asked = rescoreProgress(app.db)
    empty()
    seen.add(reply.ok)
    if (!reply.ok) expect(reply.error).toMatchObject({ reason: 'disk-full' })
    expect([pages, currentRules(app.db).version, asked !== null]).toEqual([
      pages,
      version + Number(reply.ok),
      reply.ok,
    ])
    while (rescoreProgress(app.db) !== null) await new Promise((resolve) => setImmediate(resolve))
  }
  expect(seen.size).toBe(2)
})
