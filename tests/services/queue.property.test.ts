import fc from 'fast-check'
import { expect, it } from 'vitest'

import { leads } from '#electron/db/schema/lead'
import { queue } from '#electron/db/schema/queue'
import { gather } from '#electron/services/placing'
import { refresh } from '#electron/services/queue'
import { place } from '#shared/domain/place'
import { act, play, settleAll, world } from '../helpers/queue-world.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const tables = ({ db }: TestApp) => ({
  queue: db.select().from(queue).orderBy(queue.leadId).all(),
  leads: db.select().from(leads).orderBy(leads.id).all(),
})

it('holds what the facts say: built anew from them, the live tables are the same', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const app = testApp()
      try {
        const all = world(app)
        const ids = all.leads.map(({ id }) => id)
        app.db.transaction((tx) => refresh(tx, app.deps, ids))
        play(app, all, acts)
        settleAll(app, all)
        const live = tables(app)
        // Points count as they stood; a signal that came later is not in a row that was ready before it.
        const withoutRank = acts.some((each) => each.do === 'signal')
        app.db.delete(queue).run()
        app.db
          .update(leads)
          .set({ stage: 'lost', attempts: 99, dials: 99, lastDialAt: 1, ownerId: null })
          .run()
        app.db.transaction((tx) => refresh(tx, app.deps, ids))
        settleAll(app, all)
        const shown = (rows: typeof live) =>
          withoutRank ? { ...rows, queue: rows.queue.map(({ rank: _, ...row }) => row) } : rows
        expect(shown(tables(app))).toEqual(shown(live))
      } finally {
        app.close()
      }
    }),
    { numRuns: 60 },
  )
})

it('places a lead the same however often it is asked', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const app = testApp()
      try {
        const all = world(app)
        play(app, all, acts)
        const now = app.clock.now()
        for (const { id } of all.leads) {
          const { placing } = gather(app.db, app.deps, id)
          expect(place(placing, now)).toEqual(place(placing, now))
          const entry = place(placing, now)
          if (entry?.until != null) expect(entry.until).toBeGreaterThan(now)
          if (entry?.turnsAt != null) expect(entry.turnsAt).toBeGreaterThan(now)
          if (entry?.until === null) expect(entry.readyAt).toBeLessThanOrEqual(now)
        }
      } finally {
        app.close()
      }
    }),
    { numRuns: 30 },
  )
})
