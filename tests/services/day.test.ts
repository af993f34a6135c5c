import { describe, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { deskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

const view = (app: ReturnType<typeof deskApp>) => app.call('day.view', {})

describe('a rep’s day', () => {
  it('is empty before the first call, with a week that begins on Monday', async () => {
    const app = deskApp()
    const { today, week, outcomes, goals } = await view(app)
    expect(today).toEqual({
      day: '2026-03-10',
      dials: 0,
      connects: 0,
      conversations: 0,
    })
    expect(week.map(({ day }) => day)).toEqual(['2026-03-09', '2026-03-10'])
    expect(outcomes).toEqual([])
    // More is not better: nobody is given a goal of dials.
    expect(goals.dials).toBeNull()
    app.close()
  })

  it('counts what the rep did today, and an outcome that was taken back no more', async () => {
    const app = deskApp()
    const [ana, luis, eva] = [app.lead('Ana Ruiz'), app.lead('Luis Peña'), app.lead('Eva Gil')]
    await app.log(ana, 'no_answer')
    await app.open(luis)
    await app.answerAll(luis)
    await app.log(luis, 'qualified')
    await app.log(eva, 'busy')
    await app.call('call.undo', {})
    const { today, handed, outcomes } = await view(app)
    expect(handed).toEqual({ today: 1, week: 1, accepted: 0 })
    expect(today).toMatchObject({ dials: 2, connects: 1, conversations: 1 })
    expect(outcomes).toEqual([
      { outcome: 'no_answer', count: 1 },
      { outcome: 'qualified', count: 1 },
    ])
    app.close()
  })

  it('is the rep’s own, and yesterday is another day of the same week', async () => {
    const app = deskApp()
    const ana = app.lead('Ana Ruiz')
    await app.log(ana, 'no_answer')
    app.sit(app.oscar)
    expect((await view(app)).today.dials).toBe(0)
    app.sit(app.lucia)
    app.clock.set(NOW + DAY)
    const { today, week, outcomes } = await view(app)
    expect(today.dials).toBe(0)
    expect(week.map(({ dials }) => dials)).toEqual([0, 1, 0])
    expect(outcomes).toEqual([])
    app.close()
  })

  it('says the same as the numbers screen does of one day', async () => {
    const app = deskApp()
    for (const name of ['Ana Ruiz', 'Luis Peña', 'Eva Gil']) await app.log(app.lead(name), 'gatekeeper')
    const { today } = await view(app)
    const { figures } = await app.call('metrics.funnel', {
      from: today.day,
      to: today.day,
      listId: null,
      repId: app.lucia,
      source: null,
      unit: 'calls',
      basis: 'period',
    })
    expect(today).toMatchObject({ dials: figures.dials, connects: figures.connects })
    expect(today.conversations).toBe(figures.conversations)
    app.close()
  })
})
