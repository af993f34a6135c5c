import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { sitAtDesk } from '#electron/db/device'
import { lists } from '#electron/db/schema/lead'
import { numberIn } from '#electron/services/screening-file'
import { settleScreenings } from '#electron/services/screening'
import type { Output } from '#shared/contract/api'
import type { ScreeningList } from '#shared/domain/screening'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { handIn } from '../helpers/import-file.ts'

let app: DeskApp
let ana: string
let closing: AbortController
beforeEach(() => {
  closing = new AbortController()
  app = deskApp({ deps: { closing: closing.signal } })
  ana = app.lead('Ana Ruiz')
  sitAtDesk(app.db, app.oscar)
})
afterEach(() => {
  closing.abort()
  app.close()
})

const NUMBER = '+34600000001'
type Files = Output<'screening.files'>

/** What became of it, once it no longer runs. */
async function ended(id: string): Promise<Files[number]> {
  for (;;) {
    const file = (await app.call('screening.files', {})).find((each) => each.id === id)
    const jobs = app.events.filter((event) => event.kind === 'job' && event.job.id === id)
    const last = jobs.at(-1)
    if (file && file.state !== 'running' && last?.kind === 'job' && last.job.state !== 'running') return file
    await new Promise((resolve) => setImmediate(resolve))
  }
}
async function bring(text: string, takenOn = '2026-03-10', list: ScreeningList = 'robinson') {
  const fileId = handIn(app, text)
  const { id } = await app.call('screening.import', { fileId, name: 'list.csv', list, takenOn })
  return ended(id)
}
const may = async (leadId = ana) => {
  const { mayCall } = await app.call('queue.why', { leadId })
  return mayCall.conditions.filter(({ effect }) => effect === 'block').map(({ rule }) => rule)
}
const stored = () => app.db.all<{ hash: Buffer; n: number; since: number }>(sql`SELECT * FROM screened`)

describe('a register', () => {
  it('that has a number blocks it, for business too, and says since when', async () => {
    expect(await may()).toEqual([])
    const file = await bring(`phone;date\n600 000 001;2020\n+34915551212\n\nnobody\n600000001\n`)
    expect(file).toMatchObject({ state: 'done', numbers: 2, refused: 2, matched: 1, by: 'Óscar Vega' })
    expect(await may()).toContain('screened')
    const { mayCall } = await app.call('queue.why', { leadId: ana })
    expect(mayCall.conditions[0]).toMatchObject({ evidence: 'robinson 2026-03-10' })
    expect(mayCall.conditions[0]?.source).toBeNull()
  })

  it('takes the lead out of the queue, and the next file without the number brings it back', async () => {
    const ready = async () =>
      (await app.call('queue.view', { listId: app.list, limit: 5 })).items.map(({ leadId }) => leadId)
    expect(await ready()).toEqual([ana])
    await bring(`${NUMBER}\n`)
    await placed()
    expect(await ready()).toEqual([])
    app.events.length = 0
    const file = await bring(`+34915551212\n`)
    await placed()
    expect([file.numbers, await may(), await ready()]).toEqual([1, [], [ana]])
    expect(stored().length).toBe(1)
    expect((await app.call('screening.files', {})).map(({ state }) => state)).toEqual(['done', 'replaced'])
  })

  it('keeps no number that can be read, and since when it is there through the next files', async () => {
    await bring(`${NUMBER}\n`, '2026-03-01')
    await bring(`${NUMBER}\n`, '2026-03-09')
    const [row] = stored()
    expect([stored().length, row?.hash.length, row?.since]).toEqual([
      1,
      16,
      Date.UTC(2026, 2, 1) / 86_400_000,
    ])
    const [key] = app.db.all<{ value: Buffer }>(sql`SELECT value FROM secrets`)
    expect(key?.value.length).toBe(32)
  })

  it('gives way to their own yes since, and not to one before', async () => {
    await bring(`${NUMBER}\n`, '2026-03-05')
    const consent = (on: string, given = true) =>
      app.call('basis.save', {
        leadId: ana,
        channel: 'call',
        kind: 'consent',
        given,
        on,
        source: 'Form',
        proof: null,
      })
    await consent('2026-03-04')
    expect(await may()).toEqual(['screened'])
    await consent('2026-03-06')
    expect(await may()).toEqual([])
    await consent('2026-03-07', false)
    expect(await may()).toEqual(['screened'])
  })

  it('that is stale or was never asked blocks where its country asks for it', async () => {
    app.db
      .update(lists)
      .set({ business: false, createdAt: Date.UTC(2026, 2, 8) })
      .run()
    expect(await may()).toEqual(['screening_missing'])
    await bring(`+34915551212\n`, '2026-03-07')
    expect(await may()).toEqual(['screening_stale'])
    await bring(`+34915551212\n`, '2026-03-08')
    expect(await may()).toEqual([])
  })

  it('that is stopped counts for nothing', async () => {
    await bring(`+34915551212\n`)
    const many = Array.from({ length: 20_000 }, (_, n) => `+34700${String(n).padStart(6, '0')}`).join('\n')
    const { id } = await app.call('screening.import', {
      fileId: handIn(app, many),
      name: 'many.txt',
      list: 'robinson',
      takenOn: '2026-03-10',
    })
    await app.call('screening.cancel', { id })
    expect((await ended(id)).state).toBe('cancelled')
    expect(stored().length).toBe(1)
    expect((await app.call('screening.files', {})).map(({ state }) => state)).toEqual(['cancelled', 'done'])
  })

  it('that a crash cut off is cleared away at the next start', async () => {
    app.db.run(sql`INSERT INTO screenings (id, list, taken_on, file_name, at, rep_id, state, numbers, refused)
      VALUES ('x', 'tps', '2026-03-01', 'f', 0, 'r', 'running', 0, 0)`)
    app.db.run(sql`INSERT INTO screened VALUES (x'00', 1, 0)`)
    await settleScreenings(app.deps)
    expect(stored()).toEqual([])
    expect(app.db.all(sql`SELECT state FROM screenings`)).toEqual([{ state: 'failed' }])
  })

  it('is a team lead’s to bring in, and never of a day to come', async () => {
    await expect(bring(NUMBER, '2026-03-11')).rejects.toMatchObject({ reason: 'day-ahead' })
    sitAtDesk(app.db, app.lucia)
    await expect(bring(NUMBER)).rejects.toMatchObject({ reason: 'needs-team-lead' })
  })
})

/** Every lead was placed anew. */
async function placed() {
  const over = () =>
    app.events.findLast((event) => event.kind === 'job' && event.job.kind === 'rescore') as
      { job: { state: string } } | undefined
  while (over()?.job.state !== 'done') await new Promise((resolve) => setImmediate(resolve))
}

it.each([
  ['202,5551234', 'dnc', '+12025551234'],
  ['2025551234', 'dnc', '+12025551234'],
  ['"020 7946 0123","x"', 'tps', '+442079460123'],
  ['id;07400 123456', 'ctps', '+447400123456'],
  ['phone', 'tps', null],
  ['', 'dnc', null],
  ['12345', 'robinson', null],
] as const)('%s in %s is %s', (line, list, e164) => expect(numberIn(line, list)).toBe(e164))
