import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { leads as leadsTable } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = testApp()
  await app.call('demo.seed', {})
})
afterAll(() => app.close())

const all = <T>(query: string, of = app): T[] => of.db.all<T>(sql.raw(query))
const count = (from: string): number => all<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)[0]?.n ?? 0
const FACTS = [
  'calls',
  'answers',
  'stage_changes',
  'promises',
  'assignments',
  'suppressions',
  'opportunities',
  'verdicts',
]
const facts = FACTS.map((table) => `SELECT seq, at, clock, '${table}' AS kind FROM ${table}`).join(
  ' UNION ALL ',
)

describe('the sample workspace', () => {
  it('has a team, two lists and all that a day needs', async () => {
    const { reps, lists, atDesk } = await app.call('app.state', {})
    expect(reps.map(({ role }) => role).toSorted()).toEqual(['rep', 'rep', 'rep', 'team_lead'])
    const counts = await app.call('lists.counts', {})
    expect(lists.map(({ id, name }) => [name, counts[id]])).toEqual([
      ['Metal y maquinaria', 360],
      ['Field services UK/US', 240],
    ])
    expect(atDesk?.role).toBe('rep')
    expect(count('calls')).toBeGreaterThan(1200)
    expect(count(`promises WHERE kind = 'call' AND agreed AND due_at < ${NOW}`)).toBeGreaterThan(2)
    for (const stage of ['sql', 'opportunity', 'customer', 'lost', 'nurture', 'disqualified'])
      expect([stage, count(`leads WHERE stage = '${stage}'`) > 0]).toEqual([stage, true])
    expect(count('suppressions')).toBeGreaterThan(2)
  })

  it('opens with promises overdue and due, and somebody who asked minutes ago', async () => {
    for (const { id: listId } of (await app.call('app.state', {})).lists) {
      const { counts } = await app.call('queue.view', { listId, limit: 50 })
      expect(counts.promise).toBeGreaterThanOrEqual(3)
      expect(counts.hot).toBeGreaterThanOrEqual(1)
      expect(counts.new).toBeGreaterThan(20)
      expect(counts.retry).toBeGreaterThan(5)
    }
  })

  it('has every step of the funnel, and more answered dials at five than at one', async () => {
    const day = (at: number) => new Date(at).toISOString().slice(0, 10)
    const filter = {
      from: day(NOW - 91 * 86_400_000),
      to: day(NOW),
      listId: null,
      repId: null,
      source: null,
    } as const
    const { figures } = await app.call('metrics.funnel', { ...filter, unit: 'people', basis: 'cohort' })
    expect(figures.steps.every(({ n }) => n > 0)).toBe(true)
    const { slots } = await app.call('metrics.byHour', { ...filter, unit: 'people', basis: 'cohort' })
    const at = (hour: number) => {
      const cells = slots.filter((slot) => slot.hour === hour)
      const sum = (of: 'dials' | 'connects') => cells.reduce((total, cell) => total + cell[of], 0)
      return sum('connects') / sum('dials')
    }
    expect(at(17)).toBeGreaterThan(at(13))
  })

  it('went out once before, and has SQLs ready now', async () => {
    expect((await app.call('exports.list', {})).map(({ profile }) => profile)).toEqual(['hubspot', 'hubspot'])
    const ready = await app.call('export.ready', { profile: 'hubspot' })
    expect(ready.new).toBeGreaterThan(0)
    expect(ready.held).toEqual([])
  })

  it('rings nowhere', () => {
    const phones = all<{ e164: string }>('SELECT e164 FROM phones').map(({ e164 }) => e164)
    const fiction =
      /^(\+442079460\d{3}|\+44(113|121|141|161)4960\d{3}|\+1\d{3}55501\d\d|\+34(8\d\d|749)000\d{3})$/
    expect(phones.filter((e164) => !fiction.test(e164))).toEqual([])
    expect(all(`SELECT email FROM emails WHERE email NOT LIKE '%.example'`)).toEqual([])
  })
})

describe('its facts', () => {
  it('are stamped in the order they happened, none of them in the future', () => {
    const rows = all<{ seq: number; at: number; clock: string }>(`${facts} ORDER BY seq`)
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => place + 1))
    expect(rows.map(({ clock }) => clock)).toEqual(rows.map(({ clock }) => clock).toSorted())
    expect(rows.every(({ at }, place) => at >= (rows[place - 1]?.at ?? 0) && at <= NOW)).toBe(true)
    expect(all(`SELECT seq FROM device`)).toEqual([{ seq: rows.length }])
  })

  it('stand as the app would rebuild them', () => {
    const standing = () => app.db.select().from(leadsTable).orderBy(leadsTable.id).all()
    const before = standing()
    app.db.transaction((tx) =>
      refresh(
        tx,
        app.deps,
        before.map(({ id }) => id),
      ),
    )
    expect(standing()).toEqual(before)
  })

  it('give each call what its outcome needs', () => {
    expect(
      count(`calls WHERE (outcome IN ('nurture', 'not_interested', 'disqualified')) <> (reason IS NOT NULL)`),
    ).toBe(0)
    expect(count(`calls WHERE outcome = 'qualified' AND answers <> 4`)).toBe(0)
    expect(count(`calls WHERE dialled_at > at OR talk < 0`)).toBe(0)
    const low = all(
      `SELECT id FROM stage_changes WHERE to_stage = 'sql' AND json_extract(frozen, '$.now') < 7500`,
    )
    expect(low).toEqual([])
  })

  it('are the same again from the same seed', async () => {
    const again = testApp()
    await again.call('demo.seed', {})
    const told = (of: TestApp) =>
      all('SELECT person_id, outcome, dialled_at, talk FROM calls ORDER BY id', of)
    expect(told(again)).toEqual(told(app))
    again.close()
  })
})

it('is refused where there is a list already, and leaves whoever sat down at the desk', async () => {
  await expect(app.call('demo.seed', {})).rejects.toMatchObject({ code: 'conflict', reason: 'not-empty' })
  const started = testApp()
  const ana = await started.call('people.add', { name: 'lucía marín', role: 'team_lead' })
  await started.call('demo.seed', {})
  const { atDesk, reps } = await started.call('app.state', {})
  expect(atDesk).toEqual(ana)
  expect(reps).toHaveLength(4)
  started.close()
})
