import { afterEach, beforeEach, expect, it } from 'vitest'

import type { Input, Output } from '#shared/contract/api'
import { dayStart } from '#shared/domain/calendar'
import { SHIPPED_REASONS, type ReasonEntry } from '#shared/domain/reason-set'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ZONE } from '../helpers/test-app.ts'

let app: DeskApp
beforeEach(() => (app = deskApp()))
afterEach(() => app.close())

type Entries = Input<'reason.preview'>['reasons']
const draft = (changes: Record<string, Partial<ReasonEntry>>, more: Entries = []): Entries => [
  ...(structuredClone(SHIPPED_REASONS.map((entry) => ({ ...entry, ...changes[entry.code] }))) as Entries),
  ...more,
]
const days = { from: '2026-03-01', to: '2026-03-31' }
const preview = (reasons: Entries) => app.call('reason.preview', { reasons, ...days, after: null })
const of = ({ reasons }: Output<'reason.preview'>, code: string) => reasons.find((each) => each.code === code)
const start = (day: string) => dayStart(ZONE, day)

it('says what would have been: sooner, later, closed, asleep, another exit, off; and writes nothing', async () => {
  const [ana, luis, marta, eva] = ['Ana Ruiz', 'Luis Peña', 'Marta Vidal', 'Eva Sanz'].map((name) =>
    app.lead(name),
  )
  await app.log(ana ?? '', 'not_interested', { reason: 'no_need' })
  await app.log(luis ?? '', 'not_interested', { reason: 'refused' })
  await app.log(marta ?? '', 'disqualified', { reason: 'student' })
  await app.log(eva ?? '', 'disqualified', { reason: 'competitor' })
  const before = [app.rows('stage_changes'), app.rows('queue'), app.rows('leads'), app.rows('rules')]

  expect(await preview(draft({}))).toMatchObject({ seen: 4, total: 4, rows: [], after: null })

  const told = await preview(
    draft({
      no_need: { days: 90 },
      refused: { days: 90 },
      student: { exit: 'nurture', days: 400 },
      competitor: { exit: 'leave', on: false },
    }),
  )
  const none = { sooner: 0, later: 0, closed: 0, asleep: 0, exit: 0, off: 0 }
  expect(of(told, 'no_need')).toEqual({ ...none, code: 'no_need', leads: 1, sooner: 1 })
  expect(of(told, 'refused')).toEqual({ ...none, code: 'refused', leads: 1, later: 1 })
  expect(of(told, 'student')).toEqual({ ...none, code: 'student', leads: 1, later: 1, asleep: 1, exit: 1 })
  expect(of(told, 'competitor')).toEqual({ ...none, code: 'competitor', leads: 1, exit: 1, off: 1 })
  expect(told.rows.find(({ code }) => code === 'no_need')).toMatchObject({
    name: 'Ana Ruiz',
    leadId: ana,
    before: start('2026-09-06'),
    after: start('2026-06-08'),
  })
  expect([app.rows('stage_changes'), app.rows('queue'), app.rows('leads'), app.rows('rules')]).toEqual(before)
})

it('a day that was said is said again; only what the days of the reason decided changes', async () => {
  const [ana, luis, marta] = ['Ana Ruiz', 'Luis Peña', 'Marta Vidal'].map((name) => app.lead(name))
  await app.log(ana ?? '', 'nurture', { reason: 'no_budget', wakesOn: '2026-05-04' })
  await app.log(luis ?? '', 'nurture', { reason: 'no_budget' })
  await app.log(marta ?? '', 'nurture', { reason: 'competitor_contract', wakesOn: '2026-12-31' })
  const told = await preview(draft({ no_budget: { days: 90 }, competitor_contract: { days: 30 } }))
  expect(of(told, 'no_budget')).toMatchObject({ leads: 2, sooner: 1, later: 0 })
  expect(told.rows.map(({ leadId, after }) => [leadId, after])).toEqual([
    [luis, start('2026-06-08')],
    [marta, start('2026-12-01')],
  ])
})

it('a second refusal is judged as one, whatever the first one’s days', async () => {
  const ana = app.lead('Ana Ruiz')
  await app.log(ana, 'not_interested', { reason: 'refused' })
  app.clock.advance(DAY)
  await app.log(ana, 'not_interested', { reason: 'refused' })
  const told = await preview(draft({ refused: { days: 90 } }))
  expect(of(told, 'refused')).toMatchObject({ leads: 2, later: 1, sooner: 0, closed: 0 })
})

it('goes by the version under which each left, leaves out what was taken back, and one of the team’s own that is gone', async () => {
  const admin = app.given.rep('Irene Sol', 'admin')
  const own = {
    code: 'no_need/has_one',
    label: { es: 'Ya tiene', en: 'Has one' },
    on: true,
    exit: 'review',
    days: 200,
  }
  app.sit(admin)
  const saved = draft({ no_need: { days: 30 } }, [own as Entries[number]])
  await app.call('reason.save', { set: saved, from: null })
  app.sit(app.lucia)
  const [ana, luis, marta] = ['Ana Ruiz', 'Luis Peña', 'Marta Vidal'].map((name) => app.lead(name))
  await app.log(ana ?? '', 'not_interested', { reason: 'no_need' })
  await app.log(luis ?? '', 'not_interested', { reason: own.code })
  await app.log(marta ?? '', 'not_interested', { reason: 'no_need' })
  await app.call('call.undo', { reason: 'slip' })

  expect(await preview(saved)).toMatchObject({ seen: 2, rows: [] })
  const told = await preview(draft({}))
  expect(of(told, 'no_need')).toMatchObject({ leads: 1, later: 1 })
  expect(of(told, own.code)).toMatchObject({ leads: 1, off: 1 })
})

it('goes on where it stopped, and everybody is seen once', async () => {
  for (let n = 0; n < 5; n++) {
    await app.log(app.lead(`Nadia ${n}`), 'not_interested', { reason: 'no_need' })
    app.clock.advance(DAY / 10)
  }
  const third = app.rows<{ id: string; at: number }>('stage_changes').toSorted((a, b) => a.at - b.at)[2]
  const after = { at: third?.at ?? 0, id: third?.id ?? '' }
  const rest = await app.call('reason.preview', { reasons: draft({}), ...days, after })
  expect(rest).toMatchObject({ seen: 2, total: null, after: null })
})
