import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { raw } from '#electron/db/raw'
import type { Call } from '#shared/contract/api'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'
import { shortTurns } from '../helpers/short-turns.ts'

let app: DeskApp
let ana: string
let admin: string
beforeEach(() => {
  app = deskApp()
  admin = app.given.rep('Irene', 'admin')
  ana = app.lead('Ana Ruiz', { phones: 2 })
})
afterEach(() => app.close())

const personOf = (leadId: string) =>
  raw<{ id: string }>(app.db, 'SELECT person_id AS id FROM leads WHERE id = ?').get(leadId)?.id ?? ''
async function erase(leadId: string) {
  app.sit(admin)
  await app.call('erase.person', { leadId, askedOn: null })
}
const texts = () =>
  raw<{ text: string }>(app.db, "SELECT text FROM texts WHERE field <> 'referred'")
    .all()
    .map(({ text }) => text)

describe('whoever was erased while a window still showed them', () => {
  /** All that writes words of somebody, by its method. */
  const WRITES: Readonly<Record<string, (call: Call, leadId: string) => Promise<unknown>>> = {
    'desk.note': (call, leadId) => call('desk.note', { leadId, note: 'Ana said' }),
    'desk.opening': (call, leadId) => call('desk.opening', { leadId, said: true }),
    'call.answered': (call, leadId) => call('call.answered', { leadId }),
    'call.answer': () => app.answer(ana, 'need', { grade: 'must_have', evidence: 'Ana said' }),
    'objection.log': (call, leadId) => call('objection.log', { leadId, code: 'no_time', takesBack: null }),
    'lead.opportunity': (call, leadId) =>
      call('lead.opportunity', {
        leadId,
        problem: 'Ana said',
        sizeValue: null,
        sizeUnit: null,
        consent: false,
        amountMinor: null,
        currency: null,
        expectedClose: null,
        contractReference: null,
        contractDate: null,
      }),
    'basis.save': (call, leadId) =>
      call('basis.save', {
        leadId,
        channel: 'call',
        kind: 'consent',
        given: true,
        on: '2026-03-01',
        source: 'Ana',
        proof: 'Ana said',
      }),
    'lead.setScore': (call, leadId) =>
      call('lead.setScore', { leadId, score: 'fit', points: 9000, days: 30, reason: 'Ana said' }),
    'lead.move': (call, leadId) =>
      call('lead.move', { leadId, to: 'nurture', reason: 'Ana said', override: null }),
    'lead.edit': (call, leadId) => call('lead.edit', { leadId, field: 'name', of: null, value: 'Ana' }),
  }
  it.each(Object.keys(WRITES))('%s writes nothing of them any more', async (method) => {
    await app.open(ana)
    await erase(ana)
    await expect(WRITES[method]?.(app.call, ana)).rejects.toMatchObject({ reason: 'erased' })
    expect(texts()).toEqual([])
  })

  it('an outcome is not logged, and one that is taken back brings no words', async () => {
    await app.log(ana, 'no_answer')
    const { draft } = await app.open(ana)
    await erase(ana)
    app.sit(app.lucia)
    const outcome = {
      outcome: 'no_answer',
      spoke: null,
      reason: null,
      reasonText: 'Ana said',
      step: null,
    } as const
    const rest = { wakesOn: null, referral: null, scope: null, leftMessage: false, override: null } as const
    const log = app.call('call.log', {
      leadId: ana,
      callId: draft.callId,
      listId: app.list,
      ...outcome,
      ...rest,
    })
    await expect(log).rejects.toMatchObject({ reason: 'erased' })
    await app.call('call.undo', { reason: 'Ana said' })
    expect(texts()).toEqual([])
    expect(app.rows('drafts')).toEqual([])
  })
})

describe('somebody who was two for a while', () => {
  it('is erased with what was said of their own lead meanwhile, and given it', async () => {
    const double = app.lead('Ana Ruíz', { listId: app.given.list('Feria') })
    const [keepId, otherId] = [personOf(ana), personOf(double)]
    const { pairingId } = await app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
    await app.open(double)
    await app.call('desk.note', { leadId: double, note: 'hers alone' })
    await app.answer(double, 'need', { grade: 'must_have', evidence: 'less scrap' })
    await app.log(double, 'interested')
    await app.call('review.undo', { pairingId })
    app.sit(app.oscar)
    const { fileId } = await app.call('person.give', { leadId: double, format: 'json', language: 'en' })
    expect(readFileSync(`${app.data}/outbox/${fileId}`, 'utf8')).toContain('hers alone')
    await erase(double)
    expect(texts().filter((text) => /hers alone|less scrap/.test(text))).toEqual([])
  })

  it('said it under their own name, whoever they were taken for', async () => {
    const double = app.lead('Eva Gil', { listId: app.given.list('Feria') })
    const luis = app.lead('Luis Oca')
    const [keepId, otherId] = [personOf(ana), personOf(double)]
    const { pairingId } = await app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
    await app.open(double)
    await app.answer(double, 'need', { grade: 'must_have' })
    await app.log(double, 'gatekeeper')
    await app.call('review.undo', { pairingId })
    const { board } = await app.call('lead.card', { leadId: luis })
    expect(board.answers.map(({ from }) => from)).toEqual(['Eva Gil'])
  })

  it('has asked to be erased under either name, and has their answer once they are', async () => {
    const double = app.lead('Ana Ruíz', { listId: app.given.list('Feria') })
    await app.call('erase.ask', { leadId: double, askedOn: '2026-03-09' })
    await app.call('review.merge', {
      kind: 'person',
      keepId: personOf(ana),
      otherId: personOf(double),
      choices: {},
    })
    expect((await app.call('erase.state', { leadId: ana })).asked).toMatchObject({ on: '2026-03-09' })
    app.sit(admin)
    const [open] = (await app.call('erase.log', {})).requests
    expect(open).toMatchObject({ doneAt: null, leadId: expect.any(String) })
    await erase(ana)
    const { requests } = await app.call('erase.log', {})
    expect(requests.map(({ doneAt }) => doneAt !== null)).toEqual([true])
  })
})

describe('while people are erased', () => {
  it('whom somebody calls meanwhile stays, and nothing is brought in', async () => {
    app.clock.advance(800 * DAY)
    for (let n = 0; n < 102; n++)
      app.given.lead(app.given.person(`Old ${n}`, { country: 'ES' }), app.list, {
        createdAt: 1,
        arrivedAt: 1,
      })
    app.sit(admin)
    await app.call('retention.save', { listId: app.list, keeping: { close: null, erase: 12 } })
    const fileId = handIn(app, 'nombre;teléfono\nEva Gil;600 900 901\n')
    const plan = planOf(await inspect(app, fileId))
    const last = app.rows<{ id: string }>('leads', 'arrived_at = 1').at(-1)?.id ?? ''
    shortTurns()
    await app.call('retention.run', {})
    const refused = app.call('import.run', { fileId, plan }).catch((error: unknown) => error)
    await app.open(last)
    await app.call('call.answered', { leadId: last })
    await app.log(last, 'no_answer')
    expect(await refused).toMatchObject({ reason: 'erasing-runs' })
    const isOver = () =>
      app.events.some(
        (event) => event.kind === 'job' && event.job.kind === 'retention' && event.job.state === 'done',
      )
    while (!isOver()) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(app.rows('persons', `id = '${personOf(last)}'`)).toMatchObject([{ erased_at: null }])
    const { importId } = await app.call('import.run', { fileId, plan })
    expect((await ended(app, importId)).counts.create).toBe(1)
  })
})
