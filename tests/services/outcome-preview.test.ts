import { afterEach, beforeEach, expect, it } from 'vitest'

import type { Input, Output } from '#shared/contract/api'
import { SHIPPED_OUTCOMES, type OutcomeEntry } from '#shared/domain/outcome-set'
import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
beforeEach(() => (app = deskApp()))
afterEach(() => app.close())

type Entries = Input<'outcome.preview'>['outcomes']
const draft = (changes: Record<string, Partial<OutcomeEntry>>): Entries =>
  structuredClone(SHIPPED_OUTCOMES.map((entry) => ({ ...entry, ...changes[entry.code] }))) as Entries
const days = { from: '2026-03-01', to: '2026-03-31' }
const preview = (changes: Record<string, Partial<OutcomeEntry>>) =>
  app.call('outcome.preview', { outcomes: draft(changes), ...days, after: null })
const of = ({ outcomes }: Output<'outcome.preview'>, code: string) =>
  outcomes.find((each) => each.code === code)

it('what would have happened: sooner, later, asked for more, switched off; and nothing is written', async () => {
  const [ana, luis, marta] = ['Ana Ruiz', 'Luis Peña', 'Marta Vidal'].map((name) => app.lead(name))
  await app.log(ana ?? '', 'no_answer')
  await app.log(luis ?? '', 'voicemail')
  await app.call('desk.note', { leadId: marta ?? '', note: 'Pasa con Compras' })
  await app.log(marta ?? '', 'gatekeeper')
  const before = [app.rows('calls'), app.rows('queue'), app.rows('rules')]

  const asShipped = await preview({})
  expect(asShipped).toMatchObject({ seen: 3, total: 3, rows: [], after: null })

  const told = await preview({
    no_answer: { delay: { by: 'hours', hours: 1 }, needs: ['note'] },
    voicemail: { delay: { by: 'days', days: 3, part: 'afternoon' } },
    gatekeeper: { on: false, needs: ['note'] },
  })
  expect(of(told, 'no_answer')).toMatchObject({ calls: 1, sooner: 1, later: 0, asks: 1 })
  expect(of(told, 'voicemail')).toMatchObject({ calls: 1, sooner: 0, later: 1 })
  expect(of(told, 'gatekeeper')).toMatchObject({ calls: 1, off: 1 })
  expect(told.rows.find(({ code }) => code === 'no_answer')).toMatchObject({
    name: 'Ana Ruiz',
    leadId: ana,
    before: NOW + 3 * HOUR,
    after: NOW + HOUR,
  })
  expect([app.rows('calls'), app.rows('queue'), app.rows('rules')]).toEqual(before)
})

it('goes on where it stopped, and every call is seen once', async () => {
  for (let n = 0; n < 5; n++) {
    await app.log(app.lead(`Nadia ${n}`), 'no_answer')
    app.clock.advance(HOUR / 10)
  }
  const all = app
    .rows<{ id: string; dialled_at: number }>('calls')
    .toSorted((a, b) => a.dialled_at - b.dialled_at)
  const third = all[2]
  const rest = await app.call('outcome.preview', {
    outcomes: draft({}),
    ...days,
    after: { at: third?.dialled_at ?? 0, id: third?.id ?? '' },
  })
  expect(rest).toMatchObject({ seen: 2, total: null, after: null })
})

it('leaves out other months, and calls that were taken back', async () => {
  const ana = app.lead('Ana Ruiz')
  await app.log(ana, 'no_answer')
  await app.call('call.undo', {})
  expect(await preview({})).toMatchObject({ seen: 0, total: 0 })
  app.clock.advance(40 * DAY)
  await app.log(ana, 'no_answer')
  expect(await preview({})).toMatchObject({ seen: 0, total: 0 })
})
