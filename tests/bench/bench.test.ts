import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { leads } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import { benchApp, generate } from './generate.ts'
import { quantiles, report } from './report.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

function lastLine(run: () => void): unknown {
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  run()
  expect(said.length).toBe(1)
  return JSON.parse(said[0] ?? '')
}

describe('the store of a bench', () => {
  it('has as many leads as asked, about as many calls, and stands as its facts say', () => {
    const app = benchApp(':memory:')
    const { calls, listId } = generate(app.deps, { leads: 600, calls: 1800 })
    expect(app.db.select().from(leads).all().length).toBe(600)
    expect(calls).toBeGreaterThan(1500)
    expect(calls).toBeLessThan(2100)
    const names = app.db.get<{ n: number }>(sql`SELECT count(DISTINCT name) AS n FROM persons`)
    expect(names.n).toBe(600)

    const standing = () =>
      app.db.all(sql`SELECT * FROM leads JOIN queue ON queue.lead_id = leads.id ORDER BY id`)
    const before = standing()
    expect(before.length).toBeGreaterThan(200)
    const ids = app.db
      .all<{ id: string }>(sql`SELECT id FROM leads WHERE list_id = ${listId}`)
      .map(({ id }) => id)
    app.db.transaction((tx) => refresh(tx, app.deps, ids))
    expect(standing()).toEqual(before)
    app.close()
  })
})

describe('the last line of a bench', () => {
  it('is one object that says whether every limit holds', () => {
    const limit = [{ figure: 'p95', atMost: 50 }]
    const good = lastLine(() => report('x', { p95: 50 }, limit))
    expect(good).toEqual({ name: 'x', figures: { p95: 50 }, limit, ok: true })
    expect(process.exitCode).toBe(0)
  })

  it('is not ok over a limit, nor when the figure is missing', () => {
    expect(lastLine(() => report('x', { p95: 50.01 }, [{ figure: 'p95', atMost: 50 }]))).toMatchObject({
      ok: false,
    })
    expect(process.exitCode).toBe(1)
    vi.restoreAllMocks()
    expect(lastLine(() => report('x', {}, [{ figure: 'p95', atMost: 50 }]))).toMatchObject({ ok: false })
  })

  it('takes quantiles by nearest rank', () => {
    const times = Array.from({ length: 100 }, (_, place) => place + 1)
    expect(quantiles(times, 'open')).toEqual({ openP50Ms: 50, openP95Ms: 95, openP99Ms: 99 })
  })
})
