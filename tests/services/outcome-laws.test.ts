import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import type { Input } from '#shared/contract/api'
import type { OutcomeId } from '#shared/domain/outcome'
import { SHIPPED_OUTCOMES, type OutcomeEntry } from '#shared/domain/outcome-set'
import { HOUR, MINUTE } from '#shared/lib/time'
import { COMPLETE, deskApp, type DeskApp } from '../helpers/desk.ts'

/** One own outcome of each kind that needs no proofs. */
const KINDS = [
  'no_answer',
  'busy',
  'voicemail',
  'gatekeeper',
  'nurture',
  'disqualified',
  'wrong_number',
] as const
const own = (kind: OutcomeId): OutcomeEntry => ({
  code: `own_${kind}`,
  kind,
  label: { es: `Propio ${kind}`, en: `Own ${kind}` },
  key: null,
  on: true,
  needs: [],
  delay: null,
  reason: null,
})
const delays = fc.constantFrom<OutcomeEntry['delay']>(
  null,
  { by: 'ladder', sameDay: false },
  { by: 'hours', hours: 2 },
  { by: 'days', days: 2, part: 'afternoon' },
)
const deeds = fc.oneof(
  fc.record({ do: fc.constant('version' as const), delay: delays, later: fc.boolean() }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('log' as const),
      who: fc.nat(1),
      kind: fc.constantFrom(...KINDS),
      isOwn: fc.boolean(),
    }),
  },
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(25, 200, 1500) }),
)
type Deed = typeof deeds extends fc.Arbitrary<infer D> ? D : never

const TABLES = ['leads', 'queue', 'phones'] as const
const standing = (app: DeskApp) => TABLES.map((table) => app.rows(table))

async function save(app: DeskApp, admin: string, { delay, later }: Extract<Deed, { do: 'version' }>) {
  const slow = (entry: OutcomeEntry) =>
    entry.kind === 'no_answer' || entry.kind === 'voicemail' ? { delay } : {}
  const outcomes = [...SHIPPED_OUTCOMES, ...KINDS.map(own)].map((entry) => ({ ...entry, ...slow(entry) }))
  app.sit(admin)
  const from = later ? new Date(app.clock.now() + 2 * 24 * HOUR).toISOString().slice(0, 10) : null
  await app.call('outcome.save', { set: outcomes as Input<'outcome.save'>['set'], from })
  app.sit(app.lucia)
}

async function perform(app: DeskApp, admin: string, ids: readonly string[], deed: Deed): Promise<void> {
  if (deed.do === 'wait') return app.clock.advance(deed.minutes * MINUTE)
  if (deed.do === 'version') return save(app, admin, deed)
  if (deed.do === 'undo') return void (await app.call('call.undo', { reason: 'slip' }))
  const { kind, isOwn, who } = deed
  const before = standing(app)
  const known = (await app.call('app.state', {})).outcomes.some(
    ({ code, on }) => on && code === `own_${kind}`,
  )
  const more = { ...COMPLETE[kind], ...(isOwn ? { own: `own_${kind}` } : {}) }
  const reply = await app.log(ids[who] ?? '', kind, more)
  if (isOwn && !known) {
    expect(reply).toEqual({ kind: 'refused', reasons: ['outcome-off'] })
    expect(standing(app)).toEqual(before)
  }
}

it('through versions and own outcomes, the live tables are those that the facts give', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 4, maxLength: 14 }), async (history) => {
      const app = deskApp()
      try {
        const admin = app.given.rep('Eva Sanz', 'admin')
        const ids = ['Ana Ruiz', 'Luis Peña'].map((name) => app.lead(name, { phones: 3 }))
        for (const deed of history) await perform(app, admin, ids, deed)
        app.db.transaction((tx) => refresh(tx, app.deps, ids))
        const live = standing(app)
        app.db.run(`UPDATE leads SET stage = 'lost', attempts = 9, dials = 9, last_dial_at = 9`)
        app.db.run(`DELETE FROM queue`)
        app.db.transaction((tx) => refresh(tx, app.deps, ids))
        expect(standing(app)).toEqual(live)
      } finally {
        app.close()
      }
    }),
    { numRuns: 15 },
  )
})

it.each(KINDS)(
  'undo of an own outcome of kind %s is the state before, under a later version too',
  async (kind) => {
    const app = deskApp()
    try {
      const admin = app.given.rep('Eva Sanz', 'admin')
      const id = app.lead('Ana Ruiz', { phones: 2 })
      await save(app, admin, { do: 'version', delay: { by: 'hours', hours: 2 }, later: false })
      app.db.transaction((tx) => refresh(tx, app.deps, [id]))
      const before = standing(app)
      await app.log(id, kind, { ...COMPLETE[kind], own: `own_${kind}` })
      await save(app, admin, { do: 'version', delay: null, later: false })
      expect(await app.call('call.undo', { reason: 'slip' })).toMatchObject({
        kind: 'undone',
        own: `own_${kind}`,
      })
      expect(standing(app)).toEqual(before)
    } finally {
      app.close()
    }
  },
)
