import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import { arranged, deskOf, firstReady } from '#electron/services/queue-ready'
import { raw } from '#electron/db/raw'
import { PRIORITIES } from '#shared/domain/list'
import { OVERRIDABLE } from '#shared/domain/override'
import { isServedIn } from '#shared/domain/territory'
import { patchOfKey, windowAt } from '#shared/domain/window'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { scored } from '../helpers/scored.ts'
import { NOW } from '../helpers/test-app.ts'

const MONTH = 30 * DAY
const PROVINCES = ['Madrid', 'Barcelona', 'Las Palmas'] as const
const lead = fc.record({
  list: fc.nat(2),
  province: fc.constantFrom(...PROVINCES),
  /** Days of waiting, and points by hand, at their ends, where a priority weighs most. */
  days: fc.integer({ min: 0, max: 80 }),
  points: fc.constantFrom(null, 0, 100_00),
  dialled: fc.boolean(),
})
const territory = fc.constantFrom<readonly string[]>([], ['Madrid'], ['Madrid', 'Las Palmas'])
type Given = typeof lead extends fc.Arbitrary<infer L> ? L : never

async function desk(leads: readonly Given[], provinces: readonly string[]) {
  const app = deskApp()
  const lists = PRIORITIES.map((priority) => app.given.list(priority))
  app.db.run(`UPDATE lists SET priority = name WHERE name IN ('high', 'normal', 'low')`)
  app.sit(app.oscar)
  await app.call('territories.save', { repId: app.lucia, areas: [{ provinces: [...provinces] }] })
  await scored(app)
  const ids = leads.map((given, n) => put(app, lists[given.list] ?? '', given, n))
  app.sit(app.lucia)
  return { app, ids }
}

function put(app: DeskApp, listId: string, { province, days, points, dialled }: Given, n: number): string {
  const at = NOW - days * DAY
  const phone = `+34600${String(n).padStart(6, '0')}`
  const person = app.given.person(`P${n}`, { country: 'ES', province, phones: [phone] })
  const id = app.given.lead(person, listId, { createdAt: at, arrivedAt: at })
  if (points !== null)
    for (const score of OVERRIDABLE)
      app.db
        .run(`INSERT INTO score_overrides (id, rep_id, device, seq, at, offset, clock, rule_version, lead_id, score,
        points, until) VALUES ('${score}${n}', '${app.oscar}', '${score}', ${5000 + n}, ${at - DAY}, 60, '0', 1, '${id}',
        '${score}', ${points}, ${NOW + DAY})`)
  if (dialled && days > 10)
    app.given.call({ leadId: id, personId: person, listId, repId: app.oscar, at, outcome: 'no_answer' })
  app.db.transaction((tx) => refresh(tx, app.deps, [id]))
  return id
}

type Row = { lead_id: string; bucket: string; calendar: string; ready_at: number }
/** Who could be served to the rep at the desk now, by the rows alone. */
const servable = (app: DeskApp, n: number | null): Row[] =>
  raw<Row>(app.db, 'SELECT lead_id, bucket, calendar, ready_at FROM queue WHERE until IS NULL')
    .all()
    .filter(({ calendar }) => windowAt(calendar, NOW).open && isServedIn(patchOfKey(calendar), n))

it('law: in all lists at once, by priority and territory, nobody is passed by one ready more than 30 days later', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(lead, { minLength: 4, maxLength: 14 }),
      territory,
      fc.infiniteStream(fc.nat(9999)),
      async (leads, provinces, noise) => {
        const { app, ids } = await desk(leads, provinces)
        try {
          const order = () =>
            app.db.transaction((tx) =>
              arranged(tx, deskOf(tx, app.deps, 'all'), 100).map(({ leadId }) => leadId),
            )
          const before = order()
          const rows = servable(app, provinces.length > 0 ? 1 : null)
          // Whoever could be served is, once.
          expect(before.toSorted()).toEqual(rows.map(({ lead_id: id }) => id).toSorted())
          // Put in again in any other order, they stand as they stood.
          const turned = ids.map((id) => [noise.next().value ?? 0, id] as const).toSorted(([a], [b]) => a - b)
          app.db.run('DELETE FROM queue')
          for (const [, id] of turned) app.db.transaction((tx) => refresh(tx, app.deps, [id]))
          expect(order()).toEqual(before)
          // Served one after another, as the desk asks for them.
          let left = rows
          while (left.length > 0) {
            const first = app.db.transaction((tx) => firstReady(tx, deskOf(tx, app.deps, 'all')))
            const served = left.find(({ lead_id: id }) => id === first?.leadId)
            if (!served) throw new Error('somebody else was served, or nobody')
            const same = left.filter(({ bucket }) => bucket === served.bucket)
            expect(served.ready_at).toBeLessThanOrEqual(Math.min(...same.map((row) => row.ready_at)) + MONTH)
            app.db.run(`DELETE FROM queue WHERE lead_id = '${served.lead_id}'`)
            left = left.filter((row) => row !== served)
          }
        } finally {
          app.close()
        }
      },
    ),
    { numRuns: 40 },
  )
})
