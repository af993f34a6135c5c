import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { queueRow } from '#electron/db/queue'
import type { Input } from '#shared/contract/api'
import type { Card } from '#shared/contract/card'
import { DEFAULT_PROFILE } from '#shared/domain/profile'
import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { scored } from '../helpers/scored.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  app.sit(app.oscar)
})
afterEach(() => app.close())

const set = (more: { score?: 'fit' | 'behaviour'; points?: number; days?: number } = {}) =>
  app.call('lead.setScore', {
    leadId: ana,
    score: 'fit',
    points: 90_00,
    days: 10,
    reason: 'Knows the group',
    ...more,
  })
const card = () => app.call('lead.card', { leadId: ana })
const sum = ({ lines }: Card['fit']) => lines.reduce((total, { points }) => total + points, 0)

describe('a score set by hand', () => {
  it('says who, why and until when, keeps what is computed, and still adds up', async () => {
    await set()
    const { fit } = await card()
    expect(fit).toMatchObject({
      total: 90_00,
      override: { by: 'Óscar Vega', reason: 'Knows the group', until: NOW + 10 * DAY, original: 50_00 },
    })
    expect(fit.lines.at(-1)).toEqual({ rule: 'override', value: null, points: 40_00, at: NOW })
    expect(sum(fit)).toBe(fit.total)
  })

  it('ends by itself, without anything being done', async () => {
    await set()
    const rows = app.rows('score_overrides')
    app.clock.advance(10 * DAY - 1)
    expect((await card()).fit.total).toBe(90_00)
    app.clock.advance(1)
    expect((await card()).fit).toMatchObject({ total: 50_00, override: null })
    expect(app.rows('score_overrides')).toEqual(rows)
  })

  it('is ended before its time by a fact of its own, and the newest stands', async () => {
    await set()
    app.clock.advance(HOUR)
    await set({ points: 0 })
    expect((await card()).fit.total).toBe(0)
    expect(sum((await card()).fit)).toBe(0)
    await app.call('lead.unsetScore', { leadId: ana, score: 'fit' })
    expect((await card()).fit).toMatchObject({ total: 50_00, override: null })
    expect(app.rows('score_overrides')).toHaveLength(3)
    await app.call('lead.unsetScore', { leadId: ana, score: 'fit' })
    expect(app.rows('score_overrides')).toHaveLength(3)
  })

  it('is a team lead’s, with a reason, for 90 days at most', async () => {
    await expect(set({ days: 91 })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(set({ points: 100_01 })).rejects.toMatchObject({ code: 'invalid-input' })
    const blank = { leadId: ana, score: 'fit', points: 1, days: 1, reason: ' ' } as const
    await expect(app.call('lead.setScore', blank)).rejects.toMatchObject({ code: 'invalid-input' })
    app.sit(app.lucia)
    await expect(set()).rejects.toMatchObject({ reason: 'needs-team-lead' })
    expect(app.rows('score_overrides')).toEqual([])
  })

  it('opens and shuts the gates of an MQL', async () => {
    const move = () => app.call('lead.move', { leadId: ana, to: 'mql', reason: null, override: null })
    expect(await move()).toEqual({ kind: 'refused', reasons: ['no-intent'] })
    await set({ score: 'behaviour', points: 50_00 })
    await set({ points: 49_99 })
    expect(await move()).toEqual({ kind: 'refused', reasons: ['fit-too-low'] })
    await app.call('lead.unsetScore', { leadId: ana, score: 'fit' })
    expect(await move()).toEqual({ kind: 'moved', stage: 'mql' })
  })

  it('counts in the order of the queue only for who becomes ready while it holds', async () => {
    const later = app.lead('Bea', { createdAt: NOW + DAY, arrivedAt: NOW + DAY })
    const ranks = () => [ana, later].map((id) => queueRow(app.db, id)?.rank ?? 0)
    const [ready = 0, toCome = 0] = ranks()
    await set()
    await app.call('lead.setScore', { leadId: later, score: 'fit', points: 90_00, days: 2, reason: 'x' })
    // 40 points more are worth four days.
    expect(ranks()).toEqual([ready, toCome - 4 * DAY])
    await app.call('lead.setScore', { leadId: later, score: 'fit', points: 90_00, days: 1, reason: 'x' })
    expect(ranks()).toEqual([ready, toCome])
  })

  it('is what a list shows, sorts and filters by, and what the queue says, as long as it holds', async () => {
    const bea = app.lead('Bea')
    await set()
    const order = { filter: {}, sort: 'fit', descending: true, offset: 0, limit: 9 } as const
    const listed = async (filter: Input<'leads.page'>['filter'] = {}) =>
      (await app.call('leads.page', { ...order, filter })).rows.map(({ leadId, fit }) => [leadId, fit])
    const over50 = { fit: { from: 51, to: null } }
    const queued = async () =>
      (await app.call('queue.view', { listId: app.list, limit: 9 })).items.map(({ why }) => why.fit)
    expect(await listed()).toEqual([
      [ana, 90_00],
      [bea, 50_00],
    ])
    expect(await listed(over50)).toEqual([[ana, 90_00]])
    expect(await queued()).toEqual([90_00, 50_00])
    expect((await card()).why?.fit).toBe(90_00)
    await app.call('lead.setScore', { leadId: bea, score: 'fit', points: 0, days: 1, reason: 'x' })
    expect((await listed())[1]).toEqual([bea, 0])
    app.clock.advance(10 * DAY)
    expect((await listed()).map(([, fit]) => fit)).toEqual([50_00, 50_00])
    expect(await listed(over50)).toEqual([])
  })

  it('opens and shuts that gate for many at once as for one', async () => {
    await set({ score: 'behaviour', points: 50_00 })
    await set({ points: 49_99 })
    const deed = { kind: 'move', to: 'mql', reason: null, words: null } as const
    const tried = () => app.call('batch.preview', { which: { ids: [ana] }, deed })
    expect(await tried()).toMatchObject({ change: 0, refused: [{ reason: 'fit-too-low', count: 1 }] })
    await app.call('lead.unsetScore', { leadId: ana, score: 'fit' })
    expect(await tried()).toMatchObject({ change: 1, refused: [] })
  })

  it('outlives a re-score, which computes beside it', async () => {
    const later = app.lead('Bea', { createdAt: NOW + DAY, arrivedAt: NOW + DAY })
    await set()
    await app.call('lead.setScore', { leadId: later, score: 'fit', points: 90_00, days: 9, reason: 'x' })
    const rank = queueRow(app.db, later)?.rank
    const score = {
      ...DEFAULT_PROFILE,
      fit: [{ rule: 'place', points: 100, targets: ['Madrid'] }],
    } as unknown as Input<'rules.save'>['data']
    app.sit(app.given.rep('Eva', 'admin'))
    await app.call('rules.save', { kind: 'score', data: score })
    await scored(app)
    expect(app.rows<{ fit: number }>('leads').map(({ fit }) => fit)).toEqual([100_00, 100_00])
    expect((await card()).fit).toMatchObject({ total: 90_00, override: { original: 100_00 } })
    expect(queueRow(app.db, later)?.rank).toBe(rank)
  })
})
