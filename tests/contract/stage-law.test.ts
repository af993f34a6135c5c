import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { api, type Method } from '#shared/contract/api'
import { DAY } from '#shared/lib/time'
import { anyInput, schemaOf, withIds } from '../helpers/any-input.ts'
import { busyDesk, idIn, type World } from '../helpers/busy-desk.ts'
import { BEST, TOMORROW } from '../helpers/desk.ts'
import { BEYOND, isProven, type Change } from '../helpers/proven.ts'
import { scored } from '../helpers/scored.ts'

const METHODS = Object.keys(api) as Method[]
/** How often each is asked; the ones that know of stages or outcomes more often than the others. */
const ASKED = { some: 5, many: 90 }
const knowsStages = (method: Method): boolean => /"(sql|qualified)"/.test(JSON.stringify(schemaOf(method)))

/** So often somebody new comes: those who were there are erased, merged and closed by what is asked. */
const EVERY = 50

/** Two who lack one proof only: BANT is there and nobody was spoken with, or they were and BANT is not. */
async function almost({ app, lists: [listId = ''] }: World): Promise<string[]> {
  const [a, b] = [app.lead('Eva Gil', { listId }), app.lead('Sol Ferrer', { listId })]
  app.sit(app.lucia)
  await app.open(a)
  // A list may have got another framework by now.
  await app.answerAll(a, BEST).catch(() => null)
  const step = { ...TOMORROW, at: app.clock.now() + DAY }
  await app.log(a, 'callback', { spoke: 'other', step })
  await app.log(b, 'callback', { spoke: 'person', step })
  return [a, b]
}

it('law: no request of the contract, known or new, makes an SQL of anybody without the proofs', async () => {
  const world = await busyDesk()
  const { app } = world
  const [reached, accepted] = [new Set<string>(), new Set<Method>()]
  let seen = 0
  try {
    let near = await almost(world)
    // One who is an SQL by right, so that the law is seen to look at one and what comes after it is asked for.
    app.sit(app.oscar)
    const move = { leadId: near[1] ?? '', to: 'sql', reason: null, override: 'their word' } as const
    expect(await app.call('lead.move', move)).toMatchObject({ kind: 'moved' })
    const asks = METHODS.flatMap((method) =>
      fc
        .sample(anyInput(method), knowsStages(method) ? ASKED.many : ASKED.some)
        .map((input) => ({ method, input })),
    )
    const order = fc.sample(fc.shuffledSubarray(asks, { minLength: asks.length }), 1)[0] ?? []
    for (const [nth, { method, input }] of order.entries()) {
      if (nth % EVERY === 0) near = await almost(world)
      app.sit([app.lucia, app.oscar, world.admin][nth % 3] ?? '')
      app.clock.advance(1000)
      const reply = await app.dispatch(
        method,
        withIds(input, (wanted) => idIn(world, near, wanted)),
      )
      if (reply.ok) accepted.add(method)
      else expect([method, reply.error.code]).not.toEqual([method, 'internal'])
      await scored(app)
      for (const change of app.rows<Change & { n: number }>(
        '(SELECT rowid AS n, * FROM stage_changes)',
        `n > ${seen}`,
      )) {
        seen = Math.max(seen, change.n)
        reached.add(change.to_stage)
        if (BEYOND.includes(change.to_stage))
          expect([method, change.to_stage, isProven(app, change)]).toEqual([method, change.to_stage, true])
      }
      const there = `stage IN ('sql', 'opportunity', 'customer') AND stage <> born_as`
      for (const { id } of app.rows<{ id: string }>('leads', there))
        expect(app.rows('stage_changes', `lead_id = '${id}' AND to_stage = 'sql'`)).not.toEqual([])
    }
  } finally {
    app.close()
  }
  expect([...reached]).toEqual(expect.arrayContaining(['sql', 'disqualified']))
  // Those that could make one came about, and most of the others: a law about what is always refused says nothing.
  expect(METHODS.filter((method) => knowsStages(method) && !accepted.has(method))).toEqual([])
  expect(accepted.size / METHODS.length).toBeGreaterThan(2 / 3)
})
