import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import type { Input } from '#shared/contract/api'
import { SHIPPED_OUTCOMES, type OutcomeEntry } from '#shared/domain/outcome-set'
import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { UNREACHED } from '../helpers/unreached.ts'

let app: DeskApp
let eva: string
beforeEach(() => {
  app = deskApp()
  eva = app.given.rep('Eva Sanz', 'admin')
})
afterEach(() => app.close())

type Entries = Input<'outcome.save'>['set']
/** What ships, with some of it otherwise, and the team's own at its end. */
const set = (changes: Record<string, Partial<OutcomeEntry>> = {}, ...own: OutcomeEntry[]): Entries =>
  structuredClone([
    ...SHIPPED_OUTCOMES.map((entry) => ({ ...entry, ...changes[entry.code] })),
    ...own,
  ]) as Entries
const RETIRED: OutcomeEntry = {
  code: 'own_retired',
  kind: 'disqualified',
  label: { es: 'Jubilado', en: 'Retired' },
  key: 'U',
  on: true,
  needs: ['note'],
  delay: null,
  reason: 'student',
}
async function save(outcomes: Entries, from: string | null = null) {
  app.sit(eva)
  const reply = await app.call('outcome.save', { set: outcomes, from })
  app.sit(app.lucia)
  return reply
}
const readyAt = (leadId: string) =>
  app.rows<{ ready_at: number }>('queue', `lead_id = '${leadId}'`)[0]?.ready_at ?? null

describe('a version of the outcomes', () => {
  it('is in force from its day on, and a call is judged by the one of its own time', async () => {
    const [ana, luis] = [app.lead('Ana Ruiz'), app.lead('Luis Peña')]
    expect(await save(set({ no_answer: { delay: { by: 'hours', hours: 2 } } }), '2026-03-11')).toEqual({
      kind: 'saved',
      version: 1,
      from: NOW + 14 * HOUR,
    })
    expect(await app.call('app.state', {})).toMatchObject({ rulesUntil: NOW + 14 * HOUR })
    await app.log(ana, 'no_answer')
    // The ladder: 3 hours later, in another part of the day.
    expect(readyAt(ana)).toBe(NOW + 3 * HOUR)
    app.clock.advance(DAY)
    await app.log(luis, 'no_answer')
    expect(readyAt(luis)).toBe(NOW + DAY + 2 * HOUR)
    app.db.transaction((tx) => refresh(tx, app.deps, [ana]))
    expect(readyAt(ana)).toBe(NOW + 3 * HOUR)
    expect(await app.call('app.state', {})).toMatchObject({ rulesUntil: null })
  })

  it('says too when a line that failed and a number that was no good are tried again; as shipped, at once', async () => {
    const leads = [app.lead('Ana Ruiz'), app.lead('Luis Peña', { phones: 2 })] as const
    const outcomes = ['technical_failure', 'wrong_number'] as const
    for (const [n, outcome] of outcomes.entries()) {
      await app.log(leads[n] ?? '', outcome)
      expect(readyAt(leads[n] ?? '')).toBeLessThanOrEqual(NOW)
    }
    await save(
      set({
        technical_failure: { delay: { by: 'minutes', minutes: 20 } },
        wrong_number: { delay: { by: 'days', days: 2, part: 'morning' } },
      }),
    )
    const [eva, iker] = [app.lead('Eva Gil'), app.lead('Iker Sáez', { phones: 2 })]
    await app.log(eva, 'technical_failure')
    await app.log(iker, 'wrong_number')
    expect(readyAt(eva)).toBe(NOW + 20 * MINUTE)
    // Thursday at nine.
    expect(readyAt(iker)).toBe(NOW + 2 * DAY - HOUR)
    app.db.transaction((tx) => refresh(tx, app.deps, [...leads]))
    expect(leads.map((id) => (readyAt(id) ?? 0) <= NOW)).toEqual([true, true])
  })

  it('rolls back to any earlier one, as a version of its own; what was planned before never begins', async () => {
    await save(set({ busy: { key: 'Z' } }))
    await save(set({ busy: { key: 'Y' } }), '2026-03-20')
    app.sit(eva)
    expect(await app.call('outcome.restore', { version: 0, from: null })).toMatchObject({ version: 3 })
    app.clock.advance(30 * DAY)
    const { inForce, versions } = await app.call('outcome.get', {})
    expect(inForce).toBe(3)
    expect(versions.map(({ version, by }) => [version, by])).toEqual([
      [3, 'Eva Sanz'],
      [2, 'Eva Sanz'],
      [1, 'Eva Sanz'],
      [0, null],
    ])
    expect(versions[0]?.set).toEqual(versions[3]?.set)
    await expect(app.call('outcome.restore', { version: 9, from: null })).rejects.toMatchObject({
      reason: 'version-unknown',
    })
  })

  it('is an admin’s to make, and never begins in the past', async () => {
    app.sit(app.oscar)
    const outcomes = set()
    await expect(app.call('outcome.save', { set: outcomes, from: null })).rejects.toMatchObject({
      reason: 'needs-admin',
    })
    await expect(app.call('outcome.restore', { version: 0, from: null })).rejects.toMatchObject({
      reason: 'needs-admin',
    })
    expect(await save(outcomes, '2026-03-09')).toMatchObject({
      kind: 'refused',
      reasons: [{ reason: 'from-in-the-past', field: 'from' }],
    })
    expect(app.rows('rules')).toEqual([])
  })

  it('that was a list of names still names them', async () => {
    const data = JSON.stringify({ no_answer: { es: 'No coge', en: 'Rang out' } })
    app.db.run(
      `INSERT INTO rules (version, kind, data, at, rep_id) VALUES (1, 'outcomes', '${data}', ${NOW}, NULL)`,
    )
    const { words, outcomes } = await app.call('app.state', {})
    expect(words.en).toEqual({ 'outcome.no_answer': 'Rang out' })
    expect(outcomes).toHaveLength(15)
  })
})

describe('what a team changes', () => {
  it('names: every screen says them, no fact and no count changes', async () => {
    const ana = app.lead('Ana Ruiz')
    await app.log(ana, 'no_answer')
    const [calls, leads] = [app.rows('calls'), app.rows('leads')]
    await save(set({ no_answer: { label: { es: 'No coge', en: 'Rang out' } } }, RETIRED))
    expect((await app.call('app.state', {})).words).toEqual({
      en: { 'outcome.no_answer': 'Rang out', 'outcome.own_retired': 'Retired' },
      es: { 'outcome.no_answer': 'No coge', 'outcome.own_retired': 'Jubilado' },
    })
    expect([app.rows('calls'), app.rows('leads')]).toEqual([calls, leads])
  })

  it('the part of the day, and the minutes after a busy line', async () => {
    const [ana, luis] = [app.lead('Ana Ruiz'), app.lead('Luis Peña')]
    await save(
      set({
        voicemail: { delay: { by: 'days', days: 2, part: 'afternoon' } },
        busy: { delay: { by: 'once', minutes: 45 } },
      }),
    )
    await app.log(ana, 'voicemail')
    await app.log(luis, 'busy')
    // Thursday at 16:00 in Madrid.
    expect(readyAt(ana)).toBe(NOW + 2 * DAY + 6 * HOUR)
    expect(readyAt(luis)).toBe(NOW + 45 * MINUTE)
  })

  it('what is asked: a call without it is refused by name and leaves nothing behind', async () => {
    const ana = app.lead('Ana Ruiz')
    await save(set({ no_answer: { needs: ['note'] }, disqualified: { needs: ['words'] } }))
    expect(await app.log(ana, 'no_answer')).toEqual({ kind: 'refused', reasons: ['note-missing'] })
    expect(await app.log(ana, 'disqualified')).toEqual({ kind: 'refused', reasons: ['words-missing'] })
    expect(app.rows('calls')).toEqual([])
    await app.call('desk.note', { leadId: ana, note: 'Suena y nadie lo coge' })
    expect(await app.log(ana, 'no_answer')).toMatchObject({ kind: 'logged' })
  })

  it('what is switched off, or never was, is refused', async () => {
    const ana = app.lead('Ana Ruiz')
    await save(set({ gatekeeper: { on: false } }, RETIRED))
    const off = { kind: 'refused', reasons: ['outcome-off'] }
    expect(await app.log(ana, 'gatekeeper')).toEqual(off)
    expect(await app.log(ana, 'disqualified', { own: 'own_gone' })).toEqual(off)
    // A code says what it is; it cannot be passed off as something milder.
    expect(await app.log(ana, 'no_answer', { own: 'own_retired' })).toEqual(off)
  })
})

it('a criterion can’t take the key that the team gave an outcome', async () => {
  await save(set({ busy: { key: 'Z' } }))
  app.sit(eva)
  const { frameworks } = await app.call('definition.get', {})
  const definition = frameworks.find(({ id }) => id === 'bant')?.versions[0]?.definition
  if (!definition) throw new Error('no BANT')
  const [first, ...others] = definition.criteria
  const criteria = [...(first ? [{ ...first, key: 'Z' }] : []), ...others]
  expect(await app.call('definition.save', { definition: { ...definition, criteria } })).toMatchObject({
    kind: 'refused',
    reasons: [{ reason: 'key-taken', subject: first?.id }],
  })
})

describe('an outcome of the team’s own', () => {
  it('does what its kind does, brings its reason, is counted as its kind, and is taken back whole', async () => {
    const ana = app.lead('Ana Ruiz')
    await save(set({}, RETIRED))
    await app.call('desk.note', { leadId: ana, note: 'Se jubila en mayo' })
    const before = app.rows('leads')
    const queue = app.rows('queue')
    const own = { own: 'own_retired', reason: null }
    expect(await app.log(ana, 'disqualified', own)).toMatchObject({ kind: 'logged', stage: 'disqualified' })
    expect(app.rows('calls')).toMatchObject([
      { outcome: 'disqualified', own_outcome: 'own_retired', reason: 'student', rule_version: 1 },
    ])
    expect(await app.call('call.undo', {})).toMatchObject({ kind: 'undone', own: 'own_retired' })
    expect([app.rows('leads'), app.rows('queue')]).toEqual([before, queue])
  })

  it('is the same press when it is sent twice', async () => {
    const ana = app.lead('Ana Ruiz')
    await save(set({}, { ...RETIRED, needs: [] }))
    const { draft } = await app.open(ana)
    const press: Input<'call.log'> = {
      leadId: ana,
      callId: draft.callId,
      outcome: 'disqualified',
      own: 'own_retired',
      ...UNREACHED,
      listId: app.list,
    }
    expect(await app.call('call.log', press)).toMatchObject({ kind: 'logged' })
    expect(await app.call('call.log', press)).toMatchObject({ kind: 'logged' })
    await expect(app.call('call.log', { ...press, own: null, reason: 'student' })).rejects.toMatchObject({
      reason: 'draft-stale',
    })
    expect(app.rows('calls')).toHaveLength(1)
  })

  it('that is there no more is still named, and known as off', async () => {
    await save(set({}, RETIRED))
    await save(set())
    const { words, outcomes } = await app.call('app.state', {})
    expect(words.es['outcome.own_retired']).toBe('Jubilado')
    expect(outcomes.find(({ code }) => code === 'own_retired')).toMatchObject({ on: false })
  })
})
