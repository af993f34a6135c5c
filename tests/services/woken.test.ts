import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { refresh } from '#electron/services/queue'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  await app.log(ana, 'not_interested', { reason: 'refused' })
})
afterEach(() => app.close())

const queued = () => {
  app.db.transaction((tx) => refresh(tx, app.deps, [ana]))
  const [row] = app.rows<{ bucket: string; ready_at: number; why: string | null }>('queue')
  return row && { bucket: row.bucket, readyAt: row.ready_at, why: row.why }
}
/** 8 May was a Friday: 60 days after the refusal is Saturday 9 May; the Monday after, at ten. */
const AWAKE = Date.UTC(2026, 4, 11, 8)

const SIZED = {
  problem: 'merma',
  sizeValue: 6,
  sizeUnit: 'percent',
  consent: true,
  amountMinor: null,
  currency: null,
  expectedClose: null,
  contractReference: null,
  contractDate: null,
} as const

describe('somebody who was handed over', () => {
  it.each(['sql', 'opportunity'] as const)(
    'as %s is called on the day that was noted, and for no step that another takes',
    async (stage) => {
      const eva = app.lead('Eva Sanz')
      await app.open(eva)
      await app.answerAll(eva)
      await app.log(eva, 'qualified')
      if (stage === 'opportunity') await app.call('lead.opportunity', { ...SIZED, leadId: eva })
      expect(
        (await app.call('lead.move', { leadId: eva, to: stage, reason: null, override: null })).kind,
      ).toBe('moved')
      const at = app.clock.now() + 2 * DAY
      const rows = () => app.rows('queue', `lead_id = '${eva}'`)
      expect(rows()).toEqual([])
      const step = { kind: 'call', at, agreed: false, withWhom: 'Reception' } as const
      await app.log(eva, 'callback', { spoke: 'other', step })
      expect(rows()).toMatchObject([{ bucket: 'retry', ready_at: at, why: 'follow_up' }])
      app.clock.set(at)
      await app.log(eva, 'gatekeeper')
      expect(rows()).toEqual([])
    },
  )
})

it('who did not answer days after a promise climbs the ladder', async () => {
  const eva = app.lead('Eva Sanz')
  await app.log(eva, 'callback')
  app.clock.advance(3 * DAY)
  await app.log(eva, 'no_answer')
  const [row] = app.rows<{ ready_at: number }>('queue', `lead_id = '${eva}'`)
  expect(new Date(row?.ready_at ?? 0).toISOString()).toBe('2026-03-13T12:00:00.000Z')
})

describe('somebody in nurture', () => {
  it('is called again on the day that was noted once they were awake, agreed or not', async () => {
    app.clock.set(AWAKE)
    const at = AWAKE + 3 * DAY
    const step = { kind: 'call', at, agreed: false, withWhom: 'Reception' } as const
    await app.log(ana, 'callback', { spoke: 'other', step })
    expect(queued()).toEqual({ bucket: 'retry', readyAt: at, why: 'follow_up' })
  })

  it('sleeps on, whatever date was left before', async () => {
    const eva = app.lead('Eva Sanz')
    const step = { kind: 'call', at: app.clock.now() + DAY, agreed: false, withWhom: 'Reception' } as const
    await app.log(eva, 'callback', { spoke: 'other', step })
    await app.call('lead.move', { leadId: eva, to: 'nurture', reason: 'timing', override: null })
    const [row] = app.rows('queue', `lead_id = '${eva}'`)
    expect(row).toMatchObject({ bucket: 'review', why: 'nurture' })
  })

  it('wakes when they ask for a call themselves: hot at first, and not forgotten after', async () => {
    const asks = (at: number) =>
      app.db.run(`INSERT INTO signals (id, lead_id, kind, at) VALUES ('s${at}', '${ana}', 'demo', ${at})`)
    asks(app.clock.now() - HOUR)
    expect(queued()).toMatchObject({ bucket: 'review', why: 'nurture' })
    app.clock.advance(7 * DAY)
    asks(app.clock.now() - MINUTE)
    const askedAt = app.clock.now() - MINUTE
    expect(queued()).toEqual({ bucket: 'hot', readyAt: askedAt, why: null })
    app.clock.advance(4 * DAY)
    expect(queued()).toEqual({ bucket: 'review', readyAt: askedAt, why: null })
    await app.log(ana, 'no_answer')
    expect(queued()).toMatchObject({ bucket: 'review', why: expect.stringMatching(/cool_down|cap/) })
  })
})
