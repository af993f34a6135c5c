import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
let other: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  other = app.given.list('Otro producto')
})
afterEach(() => app.close())

const close = (lead: string, reason: 'other_product' | 'competitor' | 'no_need') =>
  app.log(lead, reason === 'no_need' ? 'not_interested' : 'disqualified', { reason })
const make = () => app.call('alternative.make', { leadId: ana, listId: other })

describe('whoever needs another product', () => {
  it('gets a lead on the list chosen, once, with where it comes from; and back while nobody worked on it', async () => {
    await expect(make()).rejects.toMatchObject({ reason: 'no-alternative' })
    await close(ana, 'other_product')
    expect(await app.call('alternative.get', { leadId: ana })).toEqual({
      made: null,
      lists: [{ id: other, name: 'Otro producto' }],
    })
    const { leadId } = await make()
    expect(app.rows('leads', `id = '${leadId}'`)).toMatchObject([{ list_id: other, stage: 'lead', dials: 0 }])
    expect(app.rows('queue').map((row) => row['lead_id'])).toEqual([leadId])
    expect(await app.call('alternative.get', { leadId: ana })).toMatchObject({
      made: { leadId, listName: 'Otro producto' },
    })
    const told = { leadId, kinds: [], repId: null, since: null, before: null }
    expect((await app.call('lead.timeline', told)).items).toContainEqual(
      expect.objectContaining({ kind: 'import', reason: 'alternative', text: 'Metal Q4' }),
    )
    await expect(make()).rejects.toMatchObject({ reason: 'no-alternative' })
    await app.call('alternative.undo', { leadId: ana })
    expect(app.rows('leads')).toHaveLength(1)
    expect(await make()).not.toEqual({ leadId })
  })

  it('stays there once somebody worked on it', async () => {
    await close(ana, 'other_product')
    const { leadId } = await make()
    app.clock.advance(DAY)
    await app.log(leadId, 'no_answer', { listId: other })
    await expect(app.call('alternative.undo', { leadId: ana })).rejects.toMatchObject({ reason: 'worked-on' })
  })

  it('gets it with the outcome of the call itself, and undo takes it back with the call, unless somebody worked on it', async () => {
    const give = (more: object = {}) =>
      app.log(ana, 'disqualified', { reason: 'other_product', alternative: other, ...more })
    expect(await give({ reason: 'competitor' })).toMatchObject({
      reasons: ['alternative-not-for-this-reason'],
    })
    expect(await give()).toMatchObject({ kind: 'logged', stage: 'disqualified' })
    const [made] = app.rows<{ id: string; stage: string }>('leads', `list_id = '${other}'`)
    expect(made).toMatchObject({ stage: 'lead' })
    expect(await app.call('alternative.get', { leadId: ana })).toMatchObject({ made: { leadId: made?.id } })
    expect(await app.call('call.undo', {})).toMatchObject({
      kind: 'undone',
      back: expect.arrayContaining([{ what: 'alternative', list: 'Otro producto', stays: false }]) as unknown,
    })
    expect(app.rows('leads').map((row) => [row['id'], row['stage']])).toEqual([[ana, 'lead']])

    await give()
    const again = app.rows<{ id: string }>('leads', `list_id = '${other}'`)[0]?.id ?? ''
    app.sit(app.oscar)
    await app.log(again, 'no_answer', { listId: other })
    app.sit(app.lucia)
    expect(await app.call('call.undo', {})).toMatchObject({
      back: expect.arrayContaining([{ what: 'alternative', list: 'Otro producto', stays: true }]) as unknown,
    })
    expect(await give()).toMatchObject({ kind: 'refused', reasons: ['alternative-open-there'] })
  })
})

describe('why leads left', () => {
  it('counts what closed, what came back and what that saved, by reason', async () => {
    const eva = app.lead('Eva Gil')
    await app.log(ana, 'no_answer')
    app.clock.advance(DAY)
    await close(ana, 'competitor')
    await close(eva, 'competitor')
    const [closing] = app.rows<{ id: string }>('stage_changes', `lead_id = '${ana}'`)
    const back = app.lead('Ana Ruiz')
    app.db
      .run(`INSERT INTO stage_changes (id, rep_id, device, seq, at, offset, clock, rule_version, refers_to, lead_id,
      from_stage, to_stage, reason, frozen) VALUES ('again', '${app.lucia}', 'd', 900, 1, 0, 'z', 1, '${closing?.id}', '${back}',
      'lead', 'disqualified', 'competitor', '{}')`)
    app.db.run(`UPDATE leads SET stage = 'disqualified', reason = 'competitor' WHERE id = '${back}'`)
    const { rows } = await app.call('exits.view', {})
    expect(rows).toMatchObject([
      {
        reason: 'competitor',
        exit: 'keep',
        closed: 2,
        mean: 1.5,
        returned: 1,
        saved: 1.5,
        looked: 0,
        interval: null,
      },
    ])
  })
})

describe('a second look', () => {
  it('is a team lead’s: five by lot, the same all week; what they say is counted with its interval', async () => {
    await expect(app.call('looks.sample', {})).rejects.toMatchObject({ reason: 'needs-team-lead' })
    for (let n = 0; n < 8; n++) {
      await close(app.lead(`Eva ${n}`, { companyId: null }), 'no_need')
      app.clock.advance(1000)
    }
    app.sit(app.oscar)
    const sample = await app.call('looks.sample', {})
    expect(sample).toHaveLength(5)
    const [first, second] = sample
    await app.call('looks.say', { changeId: first?.changeId ?? '', agrees: true })
    await app.call('looks.say', { changeId: second?.changeId ?? '', agrees: true })
    await app.call('looks.say', { changeId: second?.changeId ?? '', agrees: false })
    const later = await app.call('looks.sample', {})
    expect(new Set(later.map(({ changeId }) => changeId))).toEqual(
      new Set(sample.map(({ changeId }) => changeId)),
    )
    const { looks, rows } = await app.call('exits.view', {})
    expect(looks).toMatchObject({ looked: 2, agreed: 1, interval: { low: expect.any(Number) } })
    expect(rows.find(({ reason }) => reason === 'no_need')).toMatchObject({ looked: 2, agreed: 1 })
    app.clock.advance(7 * DAY)
    const next = await app.call('looks.sample', {})
    expect(next.map(({ changeId }) => changeId)).not.toContain(first?.changeId)
  })
})
