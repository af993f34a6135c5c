import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { signals } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import type { Input } from '#shared/contract/api'
import { addEffects, NO_EFFECT, type Effect } from '#shared/domain/effect'
import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { scored } from '../helpers/scored.ts'
import { NOW } from '../helpers/test-app.ts'

type Data = Input<'rules.save'>['data']
const ON_PLACE: ScoreProfile = {
  ...DEFAULT_PROFILE,
  fit: [{ rule: 'place', points: 100, targets: ['Soria'] }],
}

let app: DeskApp
beforeEach(() => {
  app = deskApp()
  app.sit(app.given.rep('Eva', 'admin'))
})
afterEach(async () => {
  await scored(app)
  app.close()
})
const save = (data: ScoreProfile) => app.call('rules.save', { kind: 'score', data: data as Data })

describe('versions of the score', () => {
  it('say who changed what and when, and can be compared', async () => {
    await save(ON_PLACE)
    app.clock.advance(HOUR)
    const { demo } = ON_PLACE.signals
    await save({ ...ON_PLACE, signals: { ...ON_PLACE.signals, demo: { ...demo, points: 45 } } })
    const [second, first, shipped] = await app.call('rules.versions', {})
    expect(second).toEqual({
      version: 2,
      at: NOW + HOUR,
      by: 'Eva',
      changes: [
        { about: 'signal', subject: 'demo', before: '50 / 30 d · intent', after: '45 / 30 d · intent' },
      ],
    })
    expect(first?.changes).toEqual([
      { about: 'rule', subject: 'industry', before: '30', after: null },
      { about: 'rule', subject: 'companySize', before: '25', after: null },
      { about: 'rule', subject: 'role', before: '25', after: null },
      { about: 'rule', subject: 'place', before: '20', after: '100 · Soria' },
    ])
    expect(shipped).toEqual({ version: 0, at: null, by: null, changes: [] })
    const back = await app.call('rules.compare', { from: 2, to: 0 })
    expect(back.map(({ subject }) => subject)).toEqual(['place', 'industry', 'companySize', 'role', 'demo'])
  })

  it('are rolled back to by a new one that says the same', async () => {
    await save(ON_PLACE)
    expect(await app.call('rules.restore', { version: 0 })).toEqual({ kind: 'saved', version: 2 })
    expect(await app.call('rules.get', {})).toMatchObject({ version: 2, score: DEFAULT_PROFILE })
    expect(await app.call('rules.compare', { from: 0, to: 2 })).toEqual([])
    expect((await app.call('rules.versions', {})).map(({ version }) => version)).toEqual([2, 1, 0])
    await expect(app.call('rules.restore', { version: 9 })).rejects.toMatchObject({ code: 'not-found' })
    app.sit(app.oscar)
    await expect(app.call('rules.restore', { version: 1 })).rejects.toMatchObject({ reason: 'needs-admin' })
  })
})

describe('a dry run of other rules', () => {
  const preview = async (data: ScoreProfile) => {
    let [after, effect, asked]: [number | null, Effect, number] = [0, NO_EFFECT, 0]
    while (after !== null) {
      const part: Awaited<ReturnType<typeof ask>> = await ask(data, after)
      effect = addEffects(effect, part.effect)
      after = part.after
      asked += part.seen
    }
    return { ...effect, asked }
  }
  const ask = (data: ScoreProfile, after: number) => app.call('rules.preview', { data: data as Data, after })

  it('counts who goes up and down and the MQLs, over open leads, and writes nothing', async () => {
    const ids = ['Ana', 'Bea', 'Cai', 'Dan'].map((name) => app.lead(name))
    const [ana = '', bea = '', , dan = ''] = ids
    for (const leadId of [ana, bea])
      app.db
        .insert(signals)
        .values({ id: app.deps.newId(), leadId, kind: 'demo', at: NOW - DAY })
        .run()
    app.db.run(`UPDATE persons SET province = 'Soria' WHERE name IN ('Ana', 'Cai')`)
    app.db.run(`UPDATE leads SET stage = 'lost' WHERE id = '${dan}'`)
    app.db.transaction((tx) => refresh(tx, app.deps, ids.slice(0, 3)))
    const before = app.rows('leads')
    expect(await preview(ON_PLACE)).toEqual({ up: 2, down: 1, same: 0, mqlBefore: 2, mqlAfter: 1, asked: 4 })
    expect(app.rows('leads')).toEqual(before)
    expect(await preview(DEFAULT_PROFILE)).toMatchObject({
      up: 0,
      down: 0,
      same: 3,
      mqlBefore: 2,
      mqlAfter: 2,
    })
  })

  it('comes true when it is saved', async () => {
    const ids = Array.from({ length: 450 }, (_, n) => app.lead(`L${n}`))
    app.db.run(`UPDATE persons SET province = 'Soria' WHERE n % 3 = 0`)
    const foretold = await preview(ON_PLACE)
    const fits = () => new Map(app.rows<{ id: string; fit: number }>('leads').map(({ id, fit }) => [id, fit]))
    const before = fits()
    await save(ON_PLACE)
    await scored(app)
    const after = fits()
    const up = ids.filter((id) => (after.get(id) ?? 0) > (before.get(id) ?? 0)).length
    expect(foretold).toMatchObject({ up, down: ids.length - up, asked: 450 })
  })
})
