import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { sitAtDesk } from '#electron/db/device'
import { leads } from '#electron/db/schema/lead'
import { queueRow } from '#electron/db/queue'
import { rescoreProgress } from '#electron/db/rescore'
import { refresh } from '#electron/services/queue'
import { rescore, resumeRescore } from '#electron/services/rescore'
import { currentRules, rulesAt } from '#electron/services/rules'
import { gather } from '#electron/services/placing'
import { receiptsOf } from '#electron/services/score'
import type { Input } from '#shared/contract/api'
import { BANT } from '#shared/domain/bant'
import { DEFAULT_PROFILE } from '#shared/domain/profile'
import { HOUR } from '#shared/lib/time'
import { historyOf, type History } from '../helpers/history.ts'
import { scored } from '../helpers/scored.ts'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let given: History
let list: string
beforeEach(() => {
  app = testApp()
  given = historyOf(app.db, app.deps.newId)
  list = given.list('Metal')
  sitAtDesk(app.db, given.rep('Lola', 'admin'))
})
afterEach(() => app.close())

function lead(title: string, createdAt = NOW - HOUR): string {
  const personId = given.person(title, { title, country: 'ES', province: 'Madrid', phones: ['+34600111222'] })
  const id = given.lead(personId, list, { createdAt, arrivedAt: createdAt })
  app.db.transaction((tx) => refresh(tx, app.deps, [id]))
  return id
}
const fitOf = (id: string) =>
  app.db
    .select()
    .from(leads)
    .all()
    .find((row) => row.id === id)?.fit
const onRole = { ...DEFAULT_PROFILE, fit: [{ rule: 'role', points: 100, targets: ['compras'] }] }
const save = (input: unknown) => app.call('rules.save', input as Input<'rules.save'>)

describe('the rules', () => {
  it('are those that ship until somebody changes them', async () => {
    expect(await app.call('rules.get', {})).toEqual({
      version: 0,
      score: DEFAULT_PROFILE,
      rescore: null,
    })
  })

  it('get a new version with each change, and an instant keeps those it was lived under', async () => {
    expect(await save({ kind: 'score', data: onRole })).toEqual({ kind: 'saved', version: 1 })
    app.clock.advance(HOUR)
    const weights = { budget: 30, authority: 25, need: 30, timeline: 15 }
    const saved = await app.call('definition.save', {
      definition: { ...structuredClone(BANT), weights } as never,
    })
    expect(saved).toEqual({ kind: 'saved', version: 2 })
    expect(currentRules(app.db)).toMatchObject({ version: 2, score: onRole, definition: { weights } })
    expect(rulesAt(app.db, NOW)).toMatchObject({ version: 1, score: onRole, definition: BANT })
    expect(rulesAt(app.db, NOW - 1)).toMatchObject({ version: 0, score: DEFAULT_PROFILE })
    await scored(app)
  })

  it('are changed by a team lead, not by a rep', async () => {
    sitAtDesk(app.db, given.rep('Ana'))
    await expect(save({ kind: 'score', data: onRole })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('refuse what may not make a score, and write nothing', async () => {
    const data = { ...DEFAULT_PROFILE, fit: [{ rule: 'Edad', points: 100, targets: ['30'] }] }
    const reasons = [{ reason: 'refused-column', subject: 'Edad', why: 'age' }]
    expect(await save({ kind: 'score', data })).toEqual({ kind: 'refused', reasons })
    expect(currentRules(app.db).version).toBe(0)
  })
})

describe('a changed profile', () => {
  it('scores every lead anew, and those who are ready keep their place', async () => {
    const [buyer, boss] = [lead('Jefa de compras'), lead('CEO')]
    const waiting = lead('Compras', NOW + HOUR)
    const before = [buyer, boss].map((id) => queueRow(app.db, id)?.rank)
    const rankWaiting = queueRow(app.db, waiting)?.rank ?? 0
    expect(fitOf(buyer)).toBe(50_00)
    await save({ kind: 'score', data: onRole })
    await scored(app)
    expect([fitOf(buyer), fitOf(boss), fitOf(waiting)]).toEqual([100_00, 0, 100_00])
    expect([buyer, boss].map((id) => queueRow(app.db, id)?.rank)).toEqual(before)
    // 50 points more are worth five days.
    expect(queueRow(app.db, waiting)?.rank).toBe(rankWaiting - 5 * 24 * HOUR)
    expect(receiptsOf(app.deps, gather(app.db, app.deps, buyer)).fit.lines).toEqual([
      { rule: 'role', value: 'Jefa de compras', points: 100_00, at: null },
    ])
    const states = app.events.flatMap((event) => (event.kind === 'job' ? event.job.state : []))
    // As often as it takes time.
    expect([new Set(states.slice(0, -1)), states.at(-1)]).toEqual([new Set(['running']), 'done'])
  })

  it('goes on where the last session stopped', async () => {
    const ids = Array.from({ length: 45 }, (_, n) => lead(`Compras ${n}`))
    const closing = new AbortController()
    const stopped = { ...app.deps, closing: closing.signal }
    await save({ kind: 'score', data: onRole })
    const run = rescore(stopped, null)
    await new Promise((resolve) => setImmediate(resolve))
    closing.abort()
    await run
    expect(rescoreProgress(app.db)).toMatchObject({ total: 45 })
    await resumeRescore(app.deps)
    expect(rescoreProgress(app.db)).toBeNull()
    expect(ids.map(fitOf)).toEqual(ids.map(() => 100_00))
  })
})

it('a list that turns to consumers closes its windows at once', async () => {
  const id = lead('Ana')
  const saved = {
    id: list,
    name: 'Metal',
    country: 'ES',
    language: 'es',
    costMinor: null,
    currency: null,
  } as const
  await app.call('lists.save', { ...saved, business: false, basis: null })
  await scored(app)
  expect(queueRow(app.db, id)?.calendar).toBe('ES|x|Europe/Madrid|ES-MD')
  expect((await app.call('queue.view', { listId: list, limit: 5 })).waiting).toEqual([
    { why: 'window', count: 1, nextAt: null },
  ])
  await app.call('lists.save', { ...saved, business: true, basis: null })
  await scored(app)
  expect((await app.call('queue.view', { listId: list, limit: 5 })).counts.new).toBe(1)
})

describe('rules on where somebody came from', () => {
  const on = (rule: string, target: string) =>
    save({
      kind: 'score',
      data: { ...DEFAULT_PROFILE, fit: [{ rule, points: 100, targets: [target] }] },
    })

  it('reach every lead, in the background and when it is placed anew alike', async () => {
    const who = { country: 'ES', phones: ['+34600111333'], emails: ['ana@norte.es', 'ana@mail.example'] }
    const id = given.lead(given.person('Ana', who), list, { source: 'Fair', campaign: 'Spring' })
    for (const [rule, target] of [
      ['source', 'fair'],
      ['campaign', 'spring'],
      ['emailDomain', 'norte.es'],
    ] as const) {
      expect(await on(rule, 'nobody')).toMatchObject({ kind: 'saved' })
      await scored(app)
      expect(fitOf(id)).toBe(0)
      await on(rule, target)
      await scored(app)
      expect(fitOf(id)).toBe(100_00)
      app.db.transaction((tx) => refresh(tx, app.deps, [id]))
      expect(fitOf(id)).toBe(100_00)
    }
  })

  it('are offered with what is seen most', async () => {
    given.lead(given.person('Ana', { emails: ['ana@norte.es'] }), list, { source: 'Fair' })
    const fields = await app.call('rules.fields', {})
    expect(fields.find(({ rule }) => rule === 'source')?.values).toEqual([{ value: 'Fair', n: 1 }])
    expect(fields.find(({ rule }) => rule === 'emailDomain')?.values).toEqual([{ value: 'norte.es', n: 1 }])
  })
})
