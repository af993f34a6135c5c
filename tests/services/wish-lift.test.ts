import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY, HOUR } from '#shared/lib/time'
import { insertSuppression } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { refresh } from '#electron/services/queue'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

const ON = '2026-03-12'
let app: DeskApp
let ana: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  await app.log(ana, 'do_not_call')
  app.clock.advance(3 * DAY)
})
afterEach(() => app.close())

const lift = (leadId: string, on = ON, proof = 'form of 12 March') =>
  app.call('wishes.lift', { leadId, on, source: 'web form', proof })
const rules = async (leadId: string) =>
  (await app.call('queue.why', { leadId })).mayCall.conditions.map(({ rule }) => rule)

describe('a wish not to be called ends by a team lead with proof of new consent', () => {
  it('and by nobody else; it takes a proof, and a day that has come and is no older than the wish', async () => {
    await expect(lift(ana)).rejects.toMatchObject({ reason: 'needs-team-lead' })
    app.sit(app.oscar)
    await expect(lift(ana, ON, ' ')).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(lift(ana, '2026-03-14')).rejects.toMatchObject({ reason: 'day-ahead' })
    await expect(lift(ana, '2026-03-09')).rejects.toMatchObject({ reason: 'consent-older' })
    expect(await rules(ana)).toContain('suppressed_person')
  })

  it('in every list: they may be called once the lead is reopened, and why is kept', async () => {
    const personId = app.rows<{ person_id: string }>('leads')[0]?.person_id ?? ''
    const other = app.given.lead(personId, app.given.list('Feria'), { createdAt: 1, arrivedAt: 1 })
    expect(await rules(other)).toContain('suppressed_person')
    app.sit(app.oscar)
    await lift(ana)
    expect([await rules(ana), await rules(other)].flat()).not.toContain('suppressed_person')
    expect(app.rows('queue').map((row) => row['lead_id'])).toEqual([other])
    await app.call('lead.move', { leadId: ana, to: 'lead', reason: 'agreed anew', override: null })
    expect(app.rows('queue')).toHaveLength(2)
    const [basis] = await app.call('basis.list', { leadId: ana })
    expect(basis).toMatchObject({
      kind: 'consent',
      given: true,
      on: ON,
      source: 'web form',
      proof: 'form of 12 March',
      by: 'Óscar Vega',
    })
    const story = { kinds: ['suppression' as const], repId: null, since: null, before: null }
    const { items } = await app.call('lead.timeline', { leadId: ana, ...story })
    expect(items.map(({ undone, text }) => [undone, text])).toEqual([
      [true, 'consent'],
      [false, null],
    ])
    await expect(lift(ana)).rejects.toMatchObject({ reason: 'wish-unknown' })
  })

  const personId = () => app.rows<{ person_id: string }>('leads', `id = '${ana}'`)[0]?.person_id ?? ''
  const wishes = (...channels: ('call' | 'mail')[]) =>
    app.db.transaction((tx) => {
      for (const channel of channels)
        insertSuppression(tx, {
          ...stampOf(tx, app.deps),
          scope: 'person',
          channel,
          personId: personId(),
          leadId: ana,
          source: 'hand',
          lifted: false,
        })
    })
  const lifted = () => app.rows('suppressions', 'lifted').map((row) => row['channel'])

  it('whatever was said, and no other: each wish not to be called goes, and that about mail stays', async () => {
    wishes('call', 'mail')
    app.sit(app.oscar)
    // Said again on the 13th: what they agreed to on the 12th is older than that.
    await expect(lift(ana, '2026-03-12')).rejects.toMatchObject({ reason: 'consent-older' })
    await lift(ana, '2026-03-13')
    expect(lifted()).toEqual(['call', 'call'])
    expect(await rules(ana)).not.toContain('suppressed_person')
    const luis = app.lead('Luis Gil')
    await app.log(luis, 'nurture')
    await expect(lift(luis, '2026-03-13')).rejects.toMatchObject({ reason: 'wish-unknown' })
  })

  it('about mail alone is none to lift here', async () => {
    app.sit(app.oscar)
    await lift(ana, '2026-03-13')
    wishes('mail')
    await expect(lift(ana, '2026-03-13')).rejects.toMatchObject({ reason: 'wish-unknown' })
  })

  it('brings their leads of every list back at once', async () => {
    const other = app.given.lead(personId(), app.given.list('Feria'), { createdAt: 1, arrivedAt: 1 })
    app.db.transaction((tx) => refresh(tx, app.deps, [other]))
    expect(app.rows('queue')).toEqual([])
    app.sit(app.oscar)
    await lift(ana)
    expect(app.rows('queue').map((row) => row['lead_id'])).toEqual([other])
  })

  it('they may say it again, and what was asked for their company stays', async () => {
    const eva = app.lead('Eva Sanz')
    await app.log(eva, 'do_not_call', { scope: 'company' })
    app.sit(app.oscar)
    await lift(ana)
    expect(await rules(ana)).toContain('suppressed_company')
    await expect(lift(eva, ON)).rejects.toMatchObject({ reason: 'wish-unknown' })
    const luis = app.lead('Luis Gil', { companyId: null })
    await app.log(luis, 'do_not_call')
    app.clock.advance(HOUR)
    await lift(luis, '2026-03-13')
    app.clock.advance(DAY)
    await app.log(luis, 'do_not_call')
    expect(await rules(luis)).toContain('suppressed_person')
  })
})

it('a switchboard is not silenced for one person’s wish, and they are', async () => {
  const [eva, luis] = [app.lead('Eva Sanz'), app.lead('Luis Gil')]
  app.db.run(`UPDATE phones SET status = 'switchboard', e164 = '+34915551212' WHERE e164 <> '+34600000001'`)
  const asked = { spoke: 'other', scope: 'number' } as const
  expect(await app.log(eva, 'do_not_call', asked)).toEqual({ kind: 'refused', reasons: ['scope-missing'] })
  expect((await app.log(eva, 'do_not_call', { ...asked, scope: 'person' })).kind).toBe('logged')
  expect(await rules(eva)).toContain('suppressed_person')
  expect(await rules(luis)).not.toContain('suppressed_number')
})
