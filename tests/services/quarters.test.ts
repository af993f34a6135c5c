import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { quarterStartOf } from '#shared/domain/calendar'
import { DAY } from '#shared/lib/time'
import { admin, bring, edited, exported, inside } from '../helpers/config.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => {
  app = admin()
})
afterEach(() => app.close())

const begin = (start: number) => app.call('definition.quarters', { start })
const timeline = async (leadId: string) => {
  const { board } = await app.open(leadId)
  return [board.quarterStart, board.answers.find(({ criterion }) => criterion === 'timeline')?.grade]
}
const wakes = (leadId: string) => {
  const [lead] = app.rows<{ wakes_at: number }>('leads', `id = '${leadId}'`)
  return new Date(lead?.wakes_at ?? 0).toISOString().slice(0, 10)
}

// It is 10 March 2026.
describe('a year of quarters that begins in February', () => {
  it('ends this one with April: what a date reads as, and until when a grade holds', async () => {
    const [before, after] = [app.lead('Ana Ruiz'), app.lead('Luis Peña')]
    await app.open(before)
    await app.answer(before, 'timeline', { date: '2026-04-20' })
    expect(await timeline(before)).toEqual([1, 'next_quarter'])
    await begin(2)
    expect(await timeline(before)).toEqual([2, 'this_quarter'])
    await app.open(after)
    const { board } = await app.answer(after, 'timeline', { grade: 'this_quarter' })
    expect(board.answers).toMatchObject([{ grade: 'this_quarter', date: '2026-04-30' }])
    expect((await app.answer(after, 'timeline', { date: '2026-05-01' })).board.answers).toMatchObject([
      { grade: 'next_quarter' },
    ])
  })

  it('wakes whoever waits for the next one with it; who was put to sleep before keeps their day', async () => {
    const [before, after] = [app.lead('Ana Ruiz'), app.lead('Luis Peña')]
    await app.log(before, 'nurture')
    await begin(2)
    await app.log(after, 'nurture')
    // Midnight in Madrid.
    expect([wakes(before), wakes(after)]).toEqual(['2026-03-31', '2026-04-30'])
  })

  it('counts at once for who stands where in the queue', async () => {
    const ana = app.lead('Ana Ruiz')
    await app.open(ana)
    await app.answer(ana, 'timeline', { date: '2026-04-20' })
    const bant = () => app.rows<{ bant_now: number }>('leads', `id = '${ana}'`)[0]?.bant_now
    expect(bant()).toBe(1250)
    await begin(2)
    await expect.poll(bant).toBe(2000)
  })

  it('is an admin’s to say, once; it stands in the configuration’s file and its versions', async () => {
    const before = await exported(app)
    await begin(2)
    await begin(2)
    expect((await app.call('definition.get', {})).quarterStart).toBe(2)
    expect((await app.call('config.versions', {})).map(({ changed }) => changed)).toEqual([
      [{ section: 'quarters', subject: null }],
      [],
    ])
    const text = await exported(app)
    await app.call('config.restore', { version: 0, sections: ['quarters'] })
    expect((await app.call('definition.get', {})).quarterStart).toBe(1)
    expect(await exported(app)).toBe(before)
    const other = deskApp()
    other.sit(other.given.rep('Eva Sanz', 'admin'))
    await bring(text, other)
    expect((await other.call('definition.get', {})).quarterStart).toBe(2)
    const wrong = edited(text, (all) => Object.assign(inside(all, 'quarters'), { start: 13 }))
    expect(await bring(wrong, other)).toMatchObject({
      kind: 'refused',
      problems: [{ path: ['quarters', 'start'] }],
    })
    other.close()
    app.sit(app.oscar)
    await expect(begin(3)).rejects.toMatchObject({ code: 'not-allowed', reason: 'needs-admin' })
  })

  it('is not asked for before it held: a dry run of last month judges as it was', async () => {
    const ana = app.lead('Ana Ruiz')
    await app.log(ana, 'nurture')
    app.clock.advance(DAY)
    await begin(2)
    const reasons = (await app.call('reason.get', {})).versions[0]?.set ?? []
    const reply = await app.call('reason.preview', {
      from: '2026-03-01',
      to: '2026-03-31',
      reasons: structuredClone(reasons),
      after: null,
    })
    expect(reply.reasons).toMatchObject([{ code: 'timing', leads: 1, sooner: 0, later: 0 }])
  })
})

it.each([
  ['2026-01-31', 2, '2025-11-01'],
  ['2026-02-01', 2, '2026-02-01'],
  ['2026-12-31', 1, '2026-10-01'],
  ['2026-01-15', 12, '2025-12-01'],
  ['2026-03-01', 12, '2026-03-01'],
] as const)('%s, where years begin in month %i, lies in the quarter from %s', (day, start, from) =>
  expect(quarterStartOf(day, start)).toBe(from),
)
