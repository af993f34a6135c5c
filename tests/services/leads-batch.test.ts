import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { insertBatch } from '#electron/db/batch'
import { settleBatches } from '#electron/services/batch-work'
import { APPLY } from '#electron/services/batch-deeds'
import { picked } from '#electron/db/batch'
import { refresh } from '#electron/services/queue'
import type { Input, Output } from '#shared/contract/api'
import { HOUR, MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { shortTurns } from '../helpers/short-turns.ts'

type Deed = Input<'batch.run'>['deed']

let app: DeskApp
beforeEach(() => void (app = deskApp()))
afterEach(() => app.close())

/** To its end: on a busy machine the answer comes before it. */
const run = async (deed: Deed, ids: readonly string[]) => {
  let batch = await app.call('batch.run', { which: { ids: [...ids] }, deed })
  for (; batch.state === 'running'; batch = await app.call('batch.get', { batchId: batch.batchId }))
    await new Promise(setImmediate)
  return batch
}
const preview = (deed: Deed, ids: readonly string[]) =>
  app.call('batch.preview', { which: { ids: [...ids] }, deed })
const leads = (columns = 'id, stage, reason, owner_id, list_id, wakes_at') =>
  app.rows('leads').map((row) => Object.fromEntries(columns.split(', ').map((name) => [name, row[name]])))
const everything = () => ({ leads: app.rows('leads'), queue: app.rows('queue') })
const refusals = ({ refused }: Pick<Output<'batch.run'>, 'refused'>) =>
  Object.fromEntries(refused.map(({ reason, count }) => [reason, count]))
const move = (
  to: 'lead' | 'disqualified' | 'nurture' | 'mql',
  reason: 'competitor' | 'timing' | null = null,
): Deed => ({
  kind: 'move',
  to,
  reason,
  words: null,
})

describe('a deed on many leads', () => {
  it('gives nobody up before the ladder did without a why, and keeps it', async () => {
    const ids = ['Ana', 'Bea'].map((name) => app.lead(name))
    for (let n = 0; n < 6; n++) await app.log(ids[0] ?? '', n === 5 ? 'busy' : 'no_answer')
    await app.log(ids[0] ?? '', 'no_answer')
    app.sit(app.oscar)
    await app.call('lead.move', { leadId: ids[0] ?? '', to: 'lead', reason: 'once more', override: null })
    const giveUp = (words: string | null): Deed => ({
      kind: 'move',
      to: 'nurture',
      reason: 'unreachable',
      words,
    })
    expect(refusals(await run(giveUp(null), ids))).toEqual({ 'given-up-early': 1 })
    expect(refusals(await run(giveUp('shut down'), ids.slice(1)))).toEqual({})
    expect(app.rows('texts', "text = 'shut down'")).toMatchObject([{ field: 'reason' }])
  })

  it('is of whoever began it, whoever sits at the desk by its end', async () => {
    const ids = Array.from({ length: 80 }, (_, n) => app.lead(`Ana ${n}`))
    shortTurns()
    const running = run({ kind: 'silence' }, ids)
    while (app.rows('suppressions').length === 0) await new Promise(setImmediate)
    expect(app.rows('suppressions').length).toBeLessThan(80)
    app.sit(app.oscar)
    await running
    expect(new Set(app.rows('suppressions').map((row) => row['rep_id']))).toEqual(new Set([app.lucia]))
    expect(app.rows('suppressions')).toHaveLength(80)
  })

  it('says what it would do, does that, and is taken back whole', async () => {
    const ids = ['Ana', 'Bea', 'Carl'].map((name) => app.lead(name))
    ids.push(app.lead('Dora', { bornAs: 'disqualified', stage: 'disqualified' }))
    const before = everything()
    const deed = move('disqualified', 'competitor')
    expect(await preview(deed, ids)).toEqual({ total: 4, change: 3, refused: [{ reason: 'same', count: 1 }] })
    expect(everything()).toEqual(before)

    const done = await run(deed, ids)
    expect(done).toMatchObject({
      state: 'done',
      changed: 3,
      refused: [{ reason: 'same', count: 1 }],
      stays: null,
    })
    expect(leads('stage, reason').slice(0, 3)).toEqual(
      Array.from({ length: 3 }, () => ({ stage: 'disqualified', reason: 'competitor' })),
    )
    expect(app.rows('queue')).toEqual([])

    expect(await app.call('batch.undo', { batchId: done.batchId })).toEqual({ kind: 'undone', leads: 3 })
    expect(everything()).toEqual(before)
    expect(app.rows('stage_changes')).toHaveLength(3)
    expect(await app.call('batch.get', { batchId: done.batchId })).toMatchObject({
      state: 'undone',
      stays: 'undone',
    })
    expect(await app.call('batch.undo', { batchId: done.batchId })).toEqual({
      kind: 'refused',
      reason: 'undone',
    })
  })

  it('leaves what somebody did since', async () => {
    const [ana, bea] = [app.lead('Ana'), app.lead('Bea')] as const
    const { batchId } = await run(move('nurture', 'timing'), [ana, bea])
    app.clock.advance(MINUTE)
    await app.call('lead.move', { leadId: ana, to: 'disqualified', reason: 'competitor', override: null })
    await app.call('batch.undo', { batchId })
    expect(leads('id, stage')).toEqual([
      { id: ana, stage: 'disqualified' },
      { id: bea, stage: 'lead' },
    ])
  })

  it('means all that fit, and not those that were left out', async () => {
    const [ana, , carl] = ['Ana', 'Bea', 'Carl'].map((name) => app.lead(name)) as [string, string, string]
    app.lead('Dora', { bornAs: 'mql', stage: 'mql' })
    const deed = { kind: 'assign', repId: app.lucia } as const
    const which = { filter: { stages: ['lead' as const] }, except: [carl] }
    expect(await app.call('batch.preview', { which, deed })).toMatchObject({ total: 2, change: 2 })
    await app.call('batch.run', { which, deed })
    expect(app.rows('leads', 'owner_id IS NOT NULL').map(({ id }) => id)).toContain(ana)
    expect(app.rows('leads', 'owner_id IS NOT NULL')).toHaveLength(2)
  })
})

describe('who may', () => {
  it('a rep takes what nobody owns and gives back their own; the rest is the team lead’s', async () => {
    const [free, mine, hers] = ['Ana', 'Bea', 'Carl'].map((name) => app.lead(name)) as [
      string,
      string,
      string,
    ]
    await run({ kind: 'assign', repId: app.lucia }, [mine])
    app.sit(app.oscar)
    await run({ kind: 'assign', repId: app.oscar }, [hers])
    app.sit(app.lucia)
    const take = await preview({ kind: 'assign', repId: app.lucia }, [free, mine, hers])
    expect([take.change, refusals(take)]).toEqual([1, { same: 1, 'needs-team-lead': 1 }])
    const give = await preview({ kind: 'assign', repId: null }, [free, mine, hers])
    expect([give.change, refusals(give)]).toEqual([1, { same: 1, 'needs-team-lead': 1 }])
    app.sit(app.oscar)
    expect(await preview({ kind: 'assign', repId: app.lucia }, [free, mine, hers])).toMatchObject({
      change: 2,
    })
  })

  it('only a team lead puts the closed back into the queue', async () => {
    const closed = app.lead('Ana', { bornAs: 'disqualified', stage: 'disqualified' })
    const asleep = app.lead('Bea', { bornAs: 'nurture', stage: 'nurture' })
    expect(refusals(await run(move('lead'), [closed, asleep]))).toEqual({ 'needs-team-lead': 1 })
    expect(leads('id, stage')[1]).toEqual({ id: asleep, stage: 'lead' })
    app.sit(app.oscar)
    expect(await run(move('lead'), [closed])).toMatchObject({ changed: 1 })
    expect(app.rows('queue').map(({ lead_id: id }) => id)).toContain(closed)
  })

  it('another rep does not take a batch back; a team lead does', async () => {
    const { batchId } = await run(move('nurture', 'timing'), [app.lead('Ana')])
    app.sit(app.given.rep('Bea'))
    expect(await app.call('batch.undo', { batchId })).toEqual({ kind: 'refused', reason: 'not-yours' })
    app.sit(app.oscar)
    expect(await app.call('batch.undo', { batchId })).toMatchObject({ kind: 'undone' })
  })

  it('nobody after a day', async () => {
    const { batchId } = await run(move('nurture', 'timing'), [app.lead('Ana')])
    app.clock.advance(25 * HOUR)
    expect(await app.call('batch.undo', { batchId })).toEqual({ kind: 'refused', reason: 'too-late' })
  })
})

describe('never call again, for many', () => {
  it('silences each person once, ends their leads, and is a slip for ten minutes', async () => {
    const ana = app.lead('Ana')
    const before = everything()
    const { batchId, changed } = await run({ kind: 'silence' }, [ana, ana])
    expect(changed).toBe(1)
    expect(app.rows('suppressions')).toMatchObject([{ scope: 'person', source: 'hand', lifted: 0 }])
    expect(leads('stage, reason')).toEqual([{ stage: 'disqualified', reason: 'do_not_call' }])
    expect(await preview({ kind: 'silence' }, [ana])).toMatchObject({ change: 0 })
    app.clock.advance(5 * MINUTE)
    await app.call('batch.undo', { batchId })
    expect(everything().leads).toEqual(before.leads)
    const again = await run({ kind: 'silence' }, [ana])
    app.clock.advance(11 * MINUTE)
    expect(await app.call('batch.undo', { batchId: again.batchId })).toEqual({
      kind: 'refused',
      reason: 'do-not-call-stands',
    })
  })
})

describe('lists', () => {
  it('adds a lead for the same person, once, and takes it out again unless somebody called it', async () => {
    const [ana, bea] = [app.lead('Ana'), app.lead('Bea')] as const
    const other = app.given.list('Otra')
    const deed = { kind: 'addToList', listId: other } as const
    const { batchId } = await run(deed, [ana, bea])
    const made = app.rows<{ id: string; person_id: string }>('leads', `list_id = '${other}'`)
    expect(made).toHaveLength(2)
    expect(refusals(await preview(deed, [ana, bea]))).toEqual({ 'open-there': 2 })
    app.clock.advance(MINUTE)
    const called = made[0]
    await app.log(called?.id ?? '', 'no_answer')
    await app.call('batch.undo', { batchId })
    expect(app.rows('leads', `list_id = '${other}'`).map(({ id }) => id)).toEqual([called?.id])
  })

  it('moves what nobody worked on, with its place in the queue, and back', async () => {
    const [ana, bea] = [app.lead('Ana'), app.lead('Bea')] as const
    await app.log(bea, 'no_answer')
    const other = app.given.list('Otra')
    const done = await run({ kind: 'moveToList', listId: other }, [ana, bea])
    expect([done.changed, refusals(done)]).toEqual([1, { 'was-worked': 1 }])
    expect(app.rows('queue', `lead_id = '${ana}'`)).toMatchObject([{ list_id: other }])
    expect(app.rows('edits', `field = 'list'`)).toMatchObject([{ lead_id: ana }])
    await app.call('batch.undo', { batchId: done.batchId })
    expect(app.rows('queue', `lead_id = '${ana}'`)).toMatchObject([{ list_id: app.list }])
  })

  it('refuses a list that is not there', async () => {
    const deed = { kind: 'addToList', listId: '00000000-0000-7000-8000-00000000dead' } as const
    await expect(preview(deed, [app.lead('Ana')])).rejects.toMatchObject({ reason: 'list-unknown' })
  })
})

it('a crash in the middle leaves nothing half done', async () => {
  const [ana, bea] = [app.lead('Ana'), app.lead('Bea')] as const
  const before = everything()
  const deed = move('nurture', 'timing') as Extract<Deed, { kind: 'move' }>
  const id = app.deps.newId()
  insertBatch(app.db, { id, repId: app.lucia, at: 0, deed, state: 'running', changed: 0, refused: {} })
  app.db.transaction((tx) => {
    const row = picked(tx, { leadId: ana, listId: null, now: app.clock.now() })
    if (!row) throw new Error('no lead')
    refresh(tx, app.deps, APPLY.move(tx, app.deps, id, row, deed).touched)
    app.db.run(`INSERT INTO batch_leads (batch_id, lead_id) VALUES ('${id}', '${ana}')`)
  })
  expect(leads('stage')).toEqual([{ stage: 'nurture' }, { stage: 'lead' }])
  await settleBatches(app.deps)
  expect(everything()).toEqual(before)
  expect(await app.call('batch.get', { batchId: id })).toMatchObject({ state: 'cancelled' })
  expect(bea).toBeTruthy()
})
