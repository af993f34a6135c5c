import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { raw } from '#electron/db/raw'
import type { Input } from '#shared/contract/api'
import { OUTCOME_IDS, type OutcomeId } from '#shared/domain/outcome'
import { busyDesk, doAll, leadAt, log, type World } from '../helpers/busy-desk.ts'
import { anyDeed } from '../helpers/deeds.ts'
import { rankBook } from '../helpers/rank-book.ts'
import { settleAll, standing } from '../helpers/standing.ts'

type Said = readonly [name: string, id: OutcomeId, more: Partial<Input<'call.log'>>]
const SAID: readonly Said[] = [
  ...OUTCOME_IDS.map((id): Said => [id, id, {}]),
  ['do_not_call of the number', 'do_not_call', { scope: 'number' }],
  ['do_not_call of the company', 'do_not_call', { scope: 'company' }],
  ["one of the team's own", 'gatekeeper', { own: 'own_holidays' }],
]

/** All that stands of everybody, as opposed to what happened. */
const people = ({ app }: World) =>
  ['persons', 'phones', 'emails', 'identities', 'companies'].map((table) => app.rows(table))
/** Of those who are ready too: whoever comes back stands where they stood. */
const ranks = ({ app }: World) =>
  raw(app.db, 'SELECT lead_id, ready_at, rank FROM queue ORDER BY lead_id').all()
const all = (world: World) => [standing(world), people(world), ranks(world)]

it.each(SAID)(
  'law: %s, whatever happened before, taken back leaves the state before it',
  async (_, id, more) => {
    let undone = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyDeed, { maxLength: 10 }), fc.nat(7), async (deeds, n) => {
        const world = await busyDesk()
        const { app } = world
        try {
          await doAll(world, deeds)
          const { id: leadId } = leadAt(world, n)
          const isOpen = await app.open(leadId).then(
            () => true,
            () => false,
          )
          if (!isOpen) return
          // What is asked for an outcome that says of interest.
          await app.answerAll(leadId)
          settleAll(world)
          const before = all(world)
          const logged = await log(world, n, id, more)
          if (logged.kind === 'refused') return
          const calls = raw(app.db, 'SELECT count(*) FROM calls').pluck().get() as number
          expect(await app.call('call.undo', { reason: 'slip' })).toMatchObject({
            kind: 'undone',
            leadId,
            outcome: id,
          })
          settleAll(world)
          expect(all(world)).toEqual(before)
          // Both facts stay.
          expect(raw(app.db, 'SELECT count(*) FROM calls').pluck().get()).toBe(calls)
          undone++
        } finally {
          app.close()
        }
      }),
      { numRuns: 6 },
    )
    expect(undone).toBeGreaterThan(0)
  },
)

it.each(SAID)(
  '%s taken back gives everybody the place they had, whatever was learnt of them since they became ready',
  async (_, id, more) => {
    const world = await busyDesk()
    const { app } = world
    try {
      const book = rankBook(world)
      book.look()
      for (const lead of app.rows<{ id: string }>('leads'))
        await app.call('lead.edit', { leadId: lead.id, field: 'title', value: 'CEO', of: null })
      book.look()
      const { id: leadId } = leadAt(world, 0)
      await app.open(leadId)
      await app.answerAll(leadId)
      const before = ranks(world)
      expect(await log(world, 0, id, more)).toMatchObject({ kind: 'logged' })
      expect(await app.call('call.undo', { reason: 'slip' })).toMatchObject({ kind: 'undone', leadId })
      expect(ranks(world)).toEqual(before)
      // What is known by now would put them elsewhere.
      expect(book.kept()).toContain(leadId)
    } finally {
      app.close()
    }
  },
)
