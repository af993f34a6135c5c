import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
})
afterEach(() => app.close())

const view = async () => {
  const { counts, waiting } = await app.call('queue.view', { listId: app.list, limit: 1 })
  return { ...counts, snoozed: waiting.find(({ why }) => why === 'snoozed')?.count ?? 0 }
}
/** So many rows of a lead that stand in the queue of nobody else. */
function fill(n: number, bucket: string): void {
  app.db.run(sql`PRAGMA foreign_keys = OFF`)
  app.db.run(sql`WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < ${n})
    INSERT INTO queue (lead_id, list_id, person_id, bucket, calendar, rank, ready_at, attempts)
    SELECT ${bucket} || row.n, list_id, person_id, ${bucket}, calendar, rank + row.n, ready_at, 0 FROM queue, row
    WHERE length(lead_id) = 36`)
}

it('a queue that is not very large is counted anew at every look', async () => {
  app.lead('Ana')
  expect((await view()).new).toBe(1)
  app.lead('Ben')
  expect((await view()).new).toBe(2)
})

it('a very large one is counted every few seconds, but for what may not wait', async () => {
  app.lead('Ana')
  fill(50_000, 'retry')
  expect(await view()).toMatchObject({ retry: 50_000, new: 1, hot: 0 })
  app.lead('Ben')
  app.db.run(sql`UPDATE queue SET bucket = 'hot', due_at = ready_at WHERE lead_id IN ('retry1', 'retry2')`)
  expect(await view()).toMatchObject({ retry: 50_000, new: 1, hot: 2 })
  app.clock.advance(5000)
  expect(await view()).toMatchObject({ retry: 49_998, new: 2, hot: 2 })
  // A clock that was put back is no reason to wait.
  app.lead('Carla')
  app.clock.advance(-60_000)
  expect(await view()).toMatchObject({ new: 3 })
})
