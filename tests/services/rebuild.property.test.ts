import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import { BANT } from '#shared/domain/bant'
import { OUTCOME_IDS } from '#shared/domain/outcome'
import { REASON_IDS } from '#shared/domain/reason'
import { STAGES } from '#shared/domain/stage'
import { HOUR, MINUTE } from '#shared/lib/time'
import { WHY } from '../helpers/deeds.ts'
import { BEST, deskApp, type DeskApp } from '../helpers/desk.ts'

/** What people do at a desk, right or wrong; the number picks the lead. */
const deeds = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('log' as const),
      who: fc.nat(4),
      outcome: fc.constantFrom(...OUTCOME_IDS),
      reason: fc.constantFrom(null, null, ...REASON_IDS),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answerAll' as const), who: fc.nat(4) }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...BANT.criteria).chain(({ id, grades }) =>
      fc.record({
        do: fc.constant('answer' as const),
        who: fc.nat(4),
        criterion: fc.constant(id),
        grade: fc.constantFrom(...grades.map((grade) => grade.id)),
      }),
    ),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      who: fc.nat(4),
      to: fc.constantFrom(...STAGES),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sit' as const), leads: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 25, 200, 1500, 60 * 24 * 70),
    }),
  },
)
type Deed = typeof deeds extends fc.Arbitrary<infer D> ? D : never

async function perform(app: DeskApp, ids: readonly string[], deed: Deed): Promise<unknown> {
  const id = 'who' in deed ? (ids[deed.who % ids.length] ?? '') : ''
  if (deed.do === 'sit') return app.sit(deed.leads ? app.oscar : app.lucia)
  if (deed.do === 'wait') return app.clock.advance(deed.minutes * MINUTE)
  if (deed.do === 'undo') return app.call('call.undo', { reason: 'slip' })
  if (deed.do === 'answerAll') return app.answerAll(id, BEST)
  if (deed.do === 'answer') return app.answer(id, deed.criterion, { grade: deed.grade })
  // A rep who reopens is refused with an error; that too must leave nothing behind.
  if (deed.do === 'move')
    return app
      .call('lead.move', { leadId: id, to: deed.to, reason: WHY[deed.to] ?? 'so', override: null })
      .catch(() => null)
  const step = { kind: 'call', at: app.clock.now() + HOUR, agreed: true, withWhom: 'Ana' } as const
  const reason = deed.reason ? { reason: deed.reason } : {}
  return app.log(id, deed.outcome, { ...(STEPS.has(deed.outcome) ? { step } : {}), ...reason })
}
const STEPS = new Set<string>(['callback', 'interested', 'qualified'])

describe('whatever happens at a desk', () => {
  it('the caches of every lead are those that its facts give', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 5, maxLength: 25 }), async (history) => {
        const app = deskApp()
        try {
          const ids = ['Ana Ruiz', 'Iñigo Goñi', 'Marta Vidal', 'Tom Becker'].map((name) =>
            app.lead(name, { phones: 2 }),
          )
          const [first] = app.rows<{ person_id: string }>('leads')
          ids.push(app.given.lead(first?.person_id ?? '', app.given.list('Feria'), { companyId: app.norte }))
          app.db.transaction((tx) => refresh(tx, app.deps, ids))
          for (const deed of history) await perform(app, ids, deed)

          const all = app.rows<{ id: string }>('leads')
          app.db
            .run(`UPDATE leads SET stage = 'lost', reason = 'x', wakes_at = 1, owner_id = 'x', fit = 1, bant_now = 1,
            attempts = 9, dials = 9, first_dial_at = 9, last_dial_at = 9`)
          app.db.transaction((tx) =>
            refresh(
              tx,
              app.deps,
              all.map(({ id }) => id),
            ),
          )
          expect(app.rows('leads')).toEqual(all)
        } finally {
          app.close()
        }
      }),
      { numRuns: 25 },
    )
  })
})
