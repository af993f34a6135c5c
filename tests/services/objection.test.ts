import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { OBJECTIONS } from '#shared/domain/objections'
import { MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const say = (code: string, takesBack: string | null = null, leadId = ana) =>
  app.call('objection.log', { leadId, code, takesBack })

describe('an objection', () => {
  it('is a fact of the call at the desk, shown before the next one and beside the call', async () => {
    await app.open(ana)
    await say('too_expensive')
    await app.log(ana, 'gatekeeper')
    const { objections, history } = await app.open(ana)
    expect(objections).toMatchObject([{ code: 'too_expensive', by: 'Lucía Marín' }])
    expect(history.find(({ kind }) => kind === 'call')?.objections).toMatchObject([
      { code: 'too_expensive', label: { es: 'Es caro' } },
    ])
    expect(app.rows('objections')).toMatchObject([{ call_id: app.rows<{ id: string }>('calls')[0]?.id }])
  })

  it('is the person’s, on whichever list it was raised', async () => {
    const other = app.given.list('Otra lista')
    const twin = app.given.lead(app.rows<{ person_id: string }>('leads')[0]?.person_id ?? '', other, {
      createdAt: app.clock.now(),
      arrivedAt: app.clock.now(),
    })
    await app.open(ana)
    await say('no_time')
    expect((await app.call('lead.card', { leadId: twin })).objections).toMatchObject([{ code: 'no_time' }])
  })

  it('that was a slip is taken back by another fact', async () => {
    await app.open(ana)
    const [slip] = await say('no_time')
    expect(await say('no_time', slip?.id)).toEqual([])
    expect(app.rows('objections')).toHaveLength(2)
    await expect(say('no_time', slip?.id)).rejects.toMatchObject({ reason: 'objection-gone' })
    await app.log(ana, 'gatekeeper')
    expect((await app.open(ana)).history.find(({ kind }) => kind === 'call')?.objections).toEqual([])
  })

  it('of a call that was taken back stays a fact and counts no more', async () => {
    await app.open(ana)
    await say('no_time')
    await app.log(ana, 'no_answer')
    await app.call('call.undo', {})
    expect((await app.open(ana)).objections).toEqual([])
    expect(app.rows('objections')).toHaveLength(1)
  })

  it('must be in the library', async () => {
    await expect(say('nonsense')).rejects.toMatchObject({ reason: 'objection-unknown' })
  })

  it('says when talk began where Enter was forgotten', async () => {
    await app.open(ana)
    const phoneId = app.rows<{ id: string }>('phones')[0]?.id ?? ''
    await app.call('call.dial', { leadId: ana, phoneId, override: null })
    app.clock.advance(MINUTE)
    await say('no_time')
    app.clock.advance(2 * MINUTE)
    await app.log(ana, 'gatekeeper')
    expect(app.rows('calls')).toMatchObject([{ talk: 120, talk_at_least: 1 }])
  })

  it('keeps the lead in hand: a draft with only that is not dropped', async () => {
    const luis = app.lead('Luis Peña')
    await app.open(ana)
    await say('no_time')
    await app.open(luis)
    await app.log(ana, 'gatekeeper')
    expect((await app.open(ana)).objections).toMatchObject([{ code: 'no_time' }])
  })
})

describe('the library', () => {
  const mine = { ...OBJECTIONS[0], code: 'strike', label: { es: 'Huelga', en: 'Strike' } }

  it('is written by a team lead, versioned; what was left out keeps its name', async () => {
    app.sit(app.oscar)
    const objections = [mine] as Parameters<typeof save>[0]
    const reply = await save(objections)
    expect(reply).toEqual({ kind: 'saved', version: 1 })
    const { version, objections: kept } = await app.call('objection.library', {})
    expect(version).toBe(1)
    expect(kept[0]).toMatchObject({ code: 'strike', retired: false })
    expect(kept.find(({ code }) => code === 'no_time')).toMatchObject({ retired: true })
    await app.open(ana)
    await say('strike')
    expect(app.rows('objections')).toMatchObject([{ rule_version: 1 }])
  })

  it('is not a rep’s to write, and must be whole', async () => {
    await expect(save([...OBJECTIONS])).rejects.toMatchObject({ code: 'not-allowed' })
    app.sit(app.oscar)
    expect(await save([{ ...OBJECTIONS[0]!, code: '?' }])).toEqual({
      kind: 'refused',
      reasons: ['code-wrong'],
    })
  })

  const save = (objections: readonly (typeof OBJECTIONS)[number][]) =>
    app.call('objection.save', { objections: objections.map((one) => ({ ...one })) })
})
