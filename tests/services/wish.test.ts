import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { confirmBy, isLapsed } from '#shared/domain/wish'
import { holidaysOf } from '#shared/domain/holidays'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
let eva: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  eva = app.lead('Eva Gil')
  await app.log(ana, 'do_not_call', { scope: 'company' })
})
afterEach(() => app.close())

const queued = () => app.rows<{ lead_id: string }>('queue').map((row) => row.lead_id)
const open = () => app.call('wishes.open', {})
const decide = async (companyWide: boolean) => {
  app.sit(app.oscar)
  return app.call('wishes.decide', { wishId: (await open())[0]?.wishId ?? '', companyWide })
}
const page = () => app.call('company.page', { companyId: app.norte })
const forbidden = async (leadId: string) => {
  const why = await app.call('queue.why', { leadId })
  return JSON.stringify(why).match(/suppressed_(person|company)/)?.[1] ?? null
}

describe('a wish for the whole company', () => {
  it('holds at once for everybody there, and waits for a team lead with a day', async () => {
    expect(queued()).toEqual([])
    expect(await forbidden(eva)).toBe('company')
    // Said on Tuesday the 10th: Wednesday to Tuesday are five business days.
    expect(await open()).toMatchObject([
      { company: 'Talleres Norte', person: 'Ana Ruiz', by: 'Lucía Marín', confirmBy: '2026-03-17', leads: 2 },
    ])
    expect((await page()).wish).toMatchObject({ confirmBy: '2026-03-17' })
    expect((await page()).silencedAt).not.toBeNull()
  })

  it('says on the card of everybody there that it is not confirmed yet, and until when; then it does not', async () => {
    const evidence = async () =>
      (await app.call('lead.card', { leadId: eva })).mayCall.conditions.find(
        ({ rule }) => rule === 'suppressed_company',
      )?.evidence
    expect(await evidence()).toBe('2026-03-17')
    await decide(true)
    expect(await evidence()).toBeNull()
  })

  it('is confirmed or narrowed by a team lead alone', async () => {
    const wishId = (await open())[0]?.wishId ?? ''
    await expect(app.call('wishes.decide', { wishId, companyWide: true })).rejects.toMatchObject({
      reason: 'needs-team-lead',
    })
    expect(await open()).toHaveLength(1)
  })

  it('once confirmed it stands by itself, also when the call is taken back', async () => {
    await decide(true)
    expect(await open()).toEqual([])
    expect(await page()).toMatchObject({ wish: null, silencedAt: expect.any(Number) })
    app.clock.advance(30 * DAY)
    expect(await open()).toEqual([])
    expect(await forbidden(eva)).toBe('company')
    await expect(decide(false)).rejects.toMatchObject({ code: 'invalid-input' })
    const { items } = await app.call('lead.timeline', {
      leadId: ana,
      kinds: ['suppression'],
      repId: null,
      since: null,
      before: null,
    })
    expect(items.map(({ reason, text, by }) => [reason, text, by])).toEqual([
      ['company', 'confirmed', 'Óscar Vega'],
      ['company', null, 'Lucía Marín'],
    ])
  })

  it('narrowed, it is that of who said it: the others are back', async () => {
    await decide(false)
    expect(queued()).toEqual([eva])
    expect([await forbidden(ana), await forbidden(eva)]).toEqual(['person', null])
    expect(await page()).toMatchObject({ wish: null, silencedAt: null, silenced: 1 })
  })

  it('lapses by itself after its day, and not a day sooner', async () => {
    app.clock.advance(7 * DAY)
    expect(await open()).toHaveLength(1)
    app.clock.advance(DAY)
    expect(await open()).toEqual([])
    expect(queued()).toEqual([eva])
    expect(await forbidden(ana)).toBe('person')
    expect(app.rows('suppressions', "source = 'lapsed'")).toHaveLength(2)
  })

  it('goes with its call, when that is taken back as a slip', async () => {
    await app.call('call.undo', { reason: 'slip' })
    expect(await open()).toEqual([])
    expect(queued().toSorted()).toEqual([ana, eva].toSorted())
  })

  it('narrowed by the lead, taking the call back frees who said it too', async () => {
    await decide(false)
    app.sit(app.lucia)
    expect(await app.call('call.undo', { reason: 'slip' })).toMatchObject({ kind: 'undone' })
    expect(await forbidden(ana)).toBeNull()
  })

  it('of a company that is merged waits with the one that stayed, once', async () => {
    app.sit(app.oscar)
    const other = app.given.company('Talleres Norte SL')
    const { pairingId } = await app.call('review.merge', {
      kind: 'company',
      keepId: other,
      otherId: app.norte,
      choices: {},
    })
    expect(await open()).toMatchObject([{ companyId: other, person: 'Ana Ruiz' }])
    await decide(true)
    expect(await open()).toEqual([])
    await app.call('review.undo', { pairingId })
    expect((await open()).map(({ companyId }) => companyId)).toEqual([])
    expect(await forbidden(eva)).toBe('company')
  })

  it.each(['the same company', 'another one'])(
    'narrowed, it is that of whom they turned out to be, at %s',
    async (at) => {
      const personOf = (id: string) =>
        app.rows<{ person_id: string }>('leads', `id = '${id}'`)[0]?.person_id ?? ''
      const forjas = app.given.company('Forjas')
      const stays = app.lead('Ana Ruíz', { listId: app.given.list('Feria') })
      if (at === 'another one')
        app.db.run(`UPDATE persons SET company_id = '${forjas}' WHERE id = '${personOf(stays)}'`)
      await app.call('review.merge', {
        kind: 'person',
        keepId: personOf(stays),
        otherId: personOf(ana),
        choices: {},
      })
      expect(await open()).toMatchObject([{ person: 'Ana Ruíz' }])
      await decide(false)
      expect([await forbidden(stays), await forbidden(ana), await forbidden(eva)]).toEqual([
        'person',
        'person',
        null,
      ])
    },
  )

  it('what a merge said of somebody because of it ends with it', async () => {
    const two = app.given.company('Otra')
    const bea = app.lead('Bea Sanz', { companyId: two, listId: app.given.list('Feria') })
    app.db.run(`UPDATE persons SET company_id = '${two}' WHERE name = 'Bea Sanz'`)
    const idOf = (lead: string) =>
      app.rows<{ person_id: string }>('leads', `id = '${lead}'`)[0]?.person_id ?? ''
    await app.call('review.merge', { kind: 'person', keepId: idOf(bea), otherId: idOf(eva), choices: {} })
    expect(await forbidden(bea)).toBe('person')
    await decide(false)
    expect(await forbidden(bea)).toBeNull()
  })
})

it('five business days, where they are: weekends and holidays are none', () => {
  const madrid = { zone: 'Europe/Madrid', isHoliday: holidaysOf('ES-MD') }
  const at = (day: number) => Date.UTC(2026, 3, day, 10)
  // Maundy Thursday and Good Friday of 2026 are the 2nd and 3rd of April.
  expect(confirmBy(Date.UTC(2026, 2, 31, 10), madrid)).toBe('2026-04-09')
  expect([isLapsed(at(1), madrid, at(10)), isLapsed(at(1), madrid, at(13))]).toEqual([false, true])
})
