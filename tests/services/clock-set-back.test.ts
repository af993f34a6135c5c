import * as fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'

import { DAY, HOUR } from '#shared/lib/time'
import { stampOf } from '#electron/db/facts'
import { refresh } from '#electron/services/queue'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

type Said = Partial<Record<'need' | 'budget' | 'owner' | 'next' | 'stage', unknown>>
type Deed = (app: DeskApp, leadId: string) => Promise<Said>

const as = async <T>(app: DeskApp, repId: string, act: () => Promise<T>): Promise<T> => {
  app.sit(repId)
  try {
    return await act()
  } finally {
    app.sit(app.lucia)
  }
}
const graded =
  (criterion: 'need' | 'budget', grade: string): Deed =>
  async (app, leadId) => {
    await app.open(leadId)
    await app.answer(leadId, criterion, { grade })
    return { [criterion]: grade }
  }
const given =
  (to: 'lucia' | 'oscar'): Deed =>
  async (app, leadId) => {
    await as(app, app.oscar, () => app.call('promises.give', { leadId, repId: app[to] }))
    return { owner: app[to] }
  }
const moved =
  (to: 'lead' | 'nurture'): Deed =>
  async (app, leadId) => {
    const move = { leadId, to, reason: to === 'nurture' ? 'timing' : 'slip', override: null }
    const reply = await as(app, app.oscar, () => app.call('lead.move', move))
    return reply.kind === 'moved' ? { stage: to } : {}
  }
const DEEDS: readonly Deed[] = [
  graded('need', 'must_have'),
  graded('need', 'none'),
  graded('budget', 'will_buy'),
  graded('budget', 'may_buy'),
  given('lucia'),
  given('oscar'),
  moved('lead'),
  moved('nurture'),
  async (app, leadId) => {
    const at = app.clock.now() + 30 * DAY
    await app.log(leadId, 'callback', { step: { kind: 'call', at, agreed: true, withWhom: 'Ana' } })
    return { next: at }
  },
  async (app, leadId) => {
    await app.log(leadId, 'no_answer')
    return { next: null }
  },
]
const deeds = fc.array(fc.tuple(fc.integer({ min: -5 * 24, max: 4 * 24 }), fc.nat(DEEDS.length - 1)), {
  minLength: 2,
  maxLength: 5,
})

async function stands(app: DeskApp, leadId: string): Promise<Said> {
  const card = await app.call('lead.card', { leadId })
  const grade = (id: string) => card.board.answers.find(({ criterion }) => criterion === id)?.grade
  const [lead] = app.rows<{ stage: string; owner_id: string | null }>('leads', `id = '${leadId}'`)
  const [row] = app.rows<{ bucket: string; due_at: number | null }>('queue', `lead_id = '${leadId}'`)
  const next = row?.bucket === 'promise' ? row.due_at : null
  return {
    need: grade('need'),
    budget: grade('budget'),
    stage: lead?.stage,
    owner: lead?.owner_id,
    next,
  }
}

it('law: what is said later stands, though the clock was set back between', async () => {
  const app = deskApp()
  onTestFinished(() => app.close())
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      app.clock.set(NOW)
      const leadId = app.lead('Ana Ruiz')
      let said: Said = {}
      for (const [hours, which] of list) {
        app.clock.advance(hours * HOUR)
        said = { ...said, ...(await DEEDS[which]?.(app, leadId)) }
      }
      const before = await stands(app, leadId)
      expect(before).toMatchObject(said)
      app.db.transaction((tx) => refresh(tx, app.deps, [leadId]))
      expect(await stands(app, leadId)).toEqual(before)
    }),
    { numRuns: 120 },
  )
})

it('what a history brings is of its own time: it lies before what was said here since', async () => {
  const app = deskApp()
  onTestFinished(() => app.close())
  const clocks = [NOW - 9 * DAY, null, NOW - 9 * DAY].map((lived) => stampOf(app.db, app.deps, lived).clock)
  const [first = '', here = '', second = ''] = clocks
  expect(clocks.toSorted()).toEqual([first, second, here])
  // And the device's own goes on, however many were written down.
  expect(stampOf(app.db, app.deps).clock > here).toBe(true)
})
