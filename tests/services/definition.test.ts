import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { BANT, type Definition } from '#shared/domain/bant'
import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { scored } from '../helpers/scored.ts'

let app: DeskApp
let ana: string
let eva: string
beforeEach(() => {
  app = deskApp()
  eva = app.given.rep('Eva Sanz', 'admin')
  app.sit(eva)
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const save = async (change: Partial<Definition>) => {
  const definition = structuredClone({ ...BANT, ...change }) as Parameters<
    typeof app.call<'definition.save'>
  >[1]['definition']
  const saved = await app.call('definition.save', { definition })
  await scored(app)
  return saved
}
const inForce = async (framework = 'bant') =>
  (await app.call('definition.get', {})).frameworks.find(({ id }) => id === framework)?.versions[0]
const board = async () => (await app.open(ana)).board
const BUDGET_GATE = BANT.criteria.map((one) => (one.id === 'budget' ? { ...one, gate: ['will_buy'] } : one))
/** Neither decides nor buys, on weights where that is enough. */
const WEAK = { budget: 'can_buy', authority: 'decides', need: 'must_have', timeline: 'now' }

describe('a definition', () => {
  it('is a draft until both sides agreed by name, and any change makes it one again', async () => {
    expect(await save({ threshold: 70 })).toEqual({ kind: 'saved', version: 1 })
    expect(await board()).toMatchObject({ version: 1, draft: true, threshold: 70 })
    await app.call('definition.agree', {
      framework: 'bant',
      version: 1,
      side: 'marketing',
      name: 'Inés Prat',
    })
    expect((await board()).draft).toBe(true)
    app.clock.advance(HOUR)
    const agreed = await app.call('definition.agree', {
      framework: 'bant',
      version: 1,
      side: 'sales',
      name: 'Óscar Vega',
    })
    expect(agreed.definition.agreed.sales).toEqual({ name: 'Óscar Vega', at: app.clock.now() })
    expect(await board()).toMatchObject({ version: 1, draft: false })
    await save({ threshold: 80 })
    expect(await board()).toMatchObject({ draft: true, threshold: 80 })
    await expect(
      app.call('definition.agree', { framework: 'bant', version: 1, side: 'sales', name: 'Óscar' }),
    ).rejects.toMatchObject({ reason: 'definition-newer' })
    // Gone back to, it says what both agreed to.
    await save({ threshold: 70 })
    expect(await board()).toMatchObject({ draft: false, threshold: 70 })
    await save({ threshold: 70, framework: 'meddic' })
    expect((await inForce('meddic'))?.definition.agreed).toEqual({ marketing: null, sales: null })
  })

  it('takes no agreement that came along with it', async () => {
    const signed = { name: 'Nobody', at: 1 }
    await save({ agreed: { marketing: signed, sales: signed } })
    expect((await inForce())?.definition.agreed).toEqual({ marketing: null, sales: null })
  })

  it('is changed, agreed to and chosen by an admin only', async () => {
    app.sit(app.oscar)
    await expect(save({ threshold: 10 })).rejects.toMatchObject({ reason: 'needs-admin' })
    const given = { framework: 'bant', version: 0, side: 'sales', name: 'Óscar' } as const
    await expect(app.call('definition.agree', given)).rejects.toMatchObject({ reason: 'needs-admin' })
    await expect(app.call('definition.choose', { listId: null, framework: 'meddic' })).rejects.toMatchObject({
      reason: 'needs-admin',
    })
    expect(app.rows('rules')).toEqual([])
  })

  it('is refused in words when it would not hold, and nothing is written', async () => {
    expect(await save({ threshold: 101 })).toEqual({
      kind: 'refused',
      reasons: [{ reason: 'threshold-out-of-range', subject: null }],
    })
    expect(app.rows('rules')).toEqual([])
  })

  it('shuts a stage by any gate it names, and lets its lack be passed by none of the usual ones', async () => {
    await app.open(ana)
    await app.answerAll(ana, WEAK)
    await app.log(ana, 'callback')
    await save({ criteria: BUDGET_GATE })
    expect(await app.call('lead.move', { leadId: ana, to: 'sql', reason: null, override: null })).toEqual({
      kind: 'refused',
      reasons: ['gate-budget'],
    })
    expect(await app.log(ana, 'qualified')).toEqual({ kind: 'refused', reasons: ['gate-budget'] })
    expect((await app.open(ana)).missing).toEqual(['gate-budget'])
  })

  it('is stamped on what it decided, and an old fact keeps its own', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'qualified')
    await save({ threshold: 95 })
    await app.call('lead.move', { leadId: ana, to: 'mql', reason: 'not yet', override: null })
    const frozen = app
      .rows<{ frozen: string }>('stage_changes')
      .map((row) => JSON.parse(row.frozen) as { version: number; threshold: number })
    expect(frozen).toMatchObject([
      { version: 0, threshold: 75 },
      { version: 1, threshold: 95 },
    ])
  })

  it('is rolled back by saving an old version anew', async () => {
    await save({ threshold: 95 })
    const versions = (await app.call('definition.get', {})).frameworks[0]?.versions ?? []
    expect(versions.map(({ version, by }) => [version, by])).toEqual([
      [1, 'Eva Sanz'],
      [0, null],
    ])
    const shipped = versions.at(-1)?.definition
    if (!shipped) throw new Error('nothing ships')
    expect(await app.call('definition.save', { definition: shipped })).toEqual({ kind: 'saved', version: 2 })
    expect((await inForce())?.definition).toEqual(BANT)
    await scored(app)
  })
})

describe('a framework of the team’s own', () => {
  const SPICED = {
    framework: 'spiced',
    name: 'SPICED',
    criteria: BANT.criteria.filter(({ id }) => id === 'authority' || id === 'need'),
    weights: { authority: 50, need: 50 },
  }

  it('needs a name, and is fed by the answers that are there', async () => {
    const { name: _, ...nameless } = SPICED
    expect(await save(nameless)).toMatchObject({ kind: 'refused', reasons: [{ reason: 'name-missing' }] })
    await save(SPICED)
    await app.open(ana)
    await app.answerAll(ana)
    expect(await app.call('desk.framework', { leadId: ana, framework: 'spiced' })).toMatchObject({
      framework: 'spiced',
      inForce: 'bant',
      frameworks: ['bant', 'meddic', 'spiced'],
      now: 10_000,
    })
    await expect(app.call('desk.framework', { leadId: ana, framework: 'nope' })).rejects.toMatchObject({
      reason: 'framework-unknown',
    })
  })

  it('is chosen for one list, and decides there and nowhere else', async () => {
    await save(SPICED)
    const other = app.lead('Berta Gil', { listId: app.given.list('Ferias') })
    for (const leadId of [ana, other]) {
      await app.open(leadId)
      await app.answerAll(leadId, { authority: 'decides', need: 'must_have' })
    }
    await app.call('definition.choose', { listId: app.list, framework: 'spiced' })
    await scored(app)
    const views = await Promise.all([ana, other].map((leadId) => app.call('lead.card', { leadId })))
    expect(views.map(({ board: { framework, now, version } }) => [framework, now, version])).toEqual([
      ['spiced', 10_000, 1],
      ['bant', 5_000, 0],
    ])
    expect(views.map(({ missing }) => missing)).toEqual([[], ['proof-bant']])
    expect(app.rows('leads', `id IN ('${ana}', '${other}')`)).toMatchObject([
      { bant_now: 10_000 },
      { bant_now: 5_000 },
    ])
    await app.call('definition.choose', { listId: app.list, framework: null })
    await scored(app)
    expect((await app.call('lead.card', { leadId: ana })).board.framework).toBe('bant')
  })
})

describe('trying it on calls that were made', () => {
  const days = { from: '2026-03-01', to: '2026-03-31' }
  const tried = (change: Partial<Definition>) =>
    app.call('definition.replay', {
      definition: structuredClone({ ...BANT, ...change }) as never,
      ...days,
    })

  it('counts who would have met proof 2 at a call, by what they had said by then, and writes nothing', async () => {
    const [half, late, silent] = [app.lead('Berta Gil'), app.lead('Carla Paz'), app.lead('Dora Mas')]
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'callback')
    await app.open(half)
    await app.answerAll(half, { authority: 'decides', need: 'must_have' })
    await app.log(half, 'callback')
    await app.log(late, 'callback')
    await app.log(silent, 'no_answer')
    app.clock.advance(DAY)
    // After the call, so no call had it.
    await app.answerAll(late)
    const before = app.rows('rules').length
    expect(await tried({ threshold: 50 })).toEqual({
      leads: 3,
      passed: { inForce: 1, proposed: 2 },
      gained: 1,
      lost: 0,
    })
    expect(await tried({ criteria: BUDGET_GATE, threshold: 100 })).toMatchObject({ gained: 0, lost: 0 })
    expect(await tried({})).toMatchObject({ passed: { inForce: 1, proposed: 1 } })
    expect(app.rows('rules')).toHaveLength(before)
  })

  it('leaves out what was taken back and what lies outside', async () => {
    await app.open(ana)
    await app.answerAll(ana)
    await app.log(ana, 'callback')
    await app.call('call.undo', {})
    expect(await tried({})).toMatchObject({ leads: 0 })
    await app.log(ana, 'callback')
    expect(await tried({})).toMatchObject({ leads: 1 })
    const outside = { definition: structuredClone(BANT) as never, from: '2026-02-01', to: '2026-02-28' }
    expect(await app.call('definition.replay', outside)).toMatchObject({ leads: 0 })
  })
})

it('its own words are told with the state of the app, by their place in the catalogues', async () => {
  expect((await app.call('app.state', {})).words).toEqual({ en: {}, es: {} })
  const label = { es: 'Dolor', en: 'Pain' }
  const criteria = BANT.criteria.map((one) => (one.id === 'need' ? { ...one, label } : one))
  await save({ criteria })
  await save({ framework: 'spiced', name: 'SPICED' })
  expect((await app.call('app.state', {})).words.es).toEqual({
    'criterion.need': 'Dolor',
    'criterionIn.bant.need': 'Dolor',
    'framework.spiced': 'SPICED',
  })
})
