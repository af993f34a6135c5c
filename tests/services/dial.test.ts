import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { HOUR, MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
let ana: string
let phoneId: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  phoneId = (await app.open(ana)).person.phones[0]?.id ?? ''
})
afterEach(() => app.close())

const dial = (override: string | null = null) => app.call('call.dial', { leadId: ana, phoneId, override })

describe('call.dial', () => {
  it('hands the number to the phone and keeps the dial at once', async () => {
    expect(await dial()).toEqual({
      kind: 'dialled',
      uri: 'tel:+34600000001',
      way: 'tel',
      opened: true,
      draft: expect.objectContaining({ phoneId, dialledAt: NOW, answeredAt: null }),
    })
    expect(app.dialled).toEqual(['tel:+34600000001'])
    expect((await app.open(ana)).draft).toMatchObject({ phoneId, dialledAt: NOW })
  })

  it('dials once however often Space is pressed, and anew only after the outcome', async () => {
    await dial()
    expect(await dial()).toEqual({ kind: 'refused', rule: 'already-dialled', canOverride: false })
    await app.call('call.hungUp', { leadId: ana })
    expect(await dial()).toEqual({ kind: 'refused', rule: 'outcome-first', canOverride: false })
    await app.log(ana, 'technical_failure')
    expect(await dial()).toMatchObject({ kind: 'dialled' })
    expect(app.dialled).toHaveLength(2)
  })

  it('says so when nothing took the number, and the dial stands', async () => {
    const alone = deskApp({ deps: { openUri: () => Promise.resolve(false) } })
    const id = alone.lead('Ana Ruiz')
    const card = await alone.open(id)
    const number = card.person.phones[0]?.id ?? ''
    expect(await alone.call('call.dial', { leadId: id, phoneId: number, override: null })).toMatchObject({
      kind: 'dialled',
      opened: false,
    })
    alone.close()
  })

  it('speaks the scheme of the settings and makes the address anew from the digits', async () => {
    app.db.run(`UPDATE phones SET e164 = '+34 976 55 12 12?subject=x', extension = '14;b'`)
    expect(await dial()).toMatchObject({ uri: 'tel:+34976551212;ext=14' })
    await app.call('settings.save', { dialWith: 'sip' })
    await app.log(ana, 'technical_failure')
    expect(await dial()).toMatchObject({ uri: 'sip:+34976551212' })
  })

  it('outside hours asks for a reason, and keeps both the block and the override', async () => {
    app.clock.advance(13 * HOUR)
    expect(await dial()).toEqual({ kind: 'refused', rule: 'window', canOverride: true })
    expect(app.dialled).toEqual([])
    expect(await dial('me lo pidió ella')).toMatchObject({ kind: 'dialled' })
    expect(app.rows('edits')).toMatchObject([{ field: 'dial.refused' }, { field: 'dial.override' }])
    expect(app.rows('texts', "field = 'reason'")).toMatchObject([{ text: 'me lo pidió ella' }])
  })

  it('never dials somebody else’s number', async () => {
    const other = app.lead('Iñigo Goñi')
    const theirs = (await app.open(other)).person.phones[0]?.id ?? ''
    const reply = app.call('call.dial', { leadId: ana, phoneId: theirs, override: null })
    await expect(reply).rejects.toMatchObject({ code: 'not-found', reason: 'phone-unknown' })
  })
})

describe('the line', () => {
  it('is answered once and hung up once', async () => {
    await dial()
    app.clock.advance(MINUTE)
    const first = await app.call('call.answered', { leadId: ana })
    app.clock.advance(MINUTE)
    expect(await app.call('call.answered', { leadId: ana })).toEqual({ ...first, elapsed: MINUTE })
    const ended = await app.call('call.hungUp', { leadId: ana })
    expect(ended).toMatchObject({ answeredAt: NOW + MINUTE, endedAt: NOW + 2 * MINUTE })
    app.clock.advance(MINUTE)
    expect(await app.call('call.hungUp', { leadId: ana })).toEqual({ ...ended, elapsed: MINUTE })
  })

  it('cannot be hung up before it was dialled', async () => {
    expect(await app.call('call.hungUp', { leadId: ana })).toMatchObject({ endedAt: null })
  })
})

describe('the desk', () => {
  it('keeps what was typed through a restart, and forgets what was only looked at', async () => {
    await app.call('desk.note', { leadId: ana, note: 'llámame' })
    const looked = app.lead('Iñigo Goñi')
    await app.open(looked)
    const third = app.lead('Marta Vidal')
    await app.open(third)
    expect(app.rows<{ lead_id: string }>('drafts').map((row) => row.lead_id)).toEqual([ana, third].toSorted())
    expect((await app.open(ana)).draft.note).toBe('llámame')
  })

  it('keeps a lead with answers or a dial on it', async () => {
    await app.answer(ana, 'need', { grade: 'none' })
    const other = app.lead('Iñigo Goñi')
    await app.open(other)
    expect(app.rows('drafts')).toHaveLength(2)
  })

  it('goes on with whoever sits down', async () => {
    await app.call('desk.note', { leadId: ana, note: 'a medias' })
    app.sit(app.oscar)
    expect((await app.open(ana)).draft.note).toBe('a medias')
    await app.log(ana, 'no_answer')
    expect(app.rows('calls')).toMatchObject([{ rep_id: app.oscar }])
  })

  it('is empty when nobody is left, and skips whoever was looked at', async () => {
    const other = app.lead('Iñigo Goñi')
    const next = (after: string | null) => app.call('desk.open', { listId: app.list, leadId: null, after })
    const first = await next(null)
    const second = await next(first?.leadId ?? null)
    expect(new Set([first?.leadId, second?.leadId])).toEqual(new Set([ana, other]))
    expect(
      await app.call('desk.open', { listId: app.given.list('Vacía'), leadId: null, after: null }),
    ).toBeNull()
  })
})
