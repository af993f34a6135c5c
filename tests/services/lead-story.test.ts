import { afterEach, beforeEach, expect, it } from 'vitest'

import { storyOf } from '#electron/db/story'
import { STORY_KINDS, type StoryKind } from '#shared/domain/story'
import { DAY, MINUTE } from '#shared/lib/time'
import { clientOf } from '#electron/db/raw'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  const later = () => app.clock.advance(MINUTE)
  await app.answer(ana, 'need', { grade: 'must_have', evidence: 'scrap over 6 %' })
  later()
  await app.log(ana, 'callback')
  later()
  await app.call('lead.edit', { leadId: ana, field: 'title', value: 'Directora', of: null })
  later()
  app.sit(app.oscar)
  await app.call('lead.move', { leadId: ana, to: 'nurture', reason: 'timing', override: null })
  later()
  await app.call('batch.run', { which: { ids: [ana] }, deed: { kind: 'assign', repId: app.oscar } })
})
afterEach(() => app.close())

const ask = (more: Partial<Parameters<typeof tell>[0]> = {}) => tell({ ...more })
const tell = (more: { kinds?: StoryKind[]; repId?: string; since?: string; before?: number }) =>
  app.call('lead.timeline', { leadId: ana, kinds: [], repId: null, since: null, before: null, ...more })
const kinds = async (more = {}) => (await ask(more)).items.map(({ kind }) => kind)

it('tells everything, the newest first, with who and what', async () => {
  const { items, more } = await ask()
  expect(more).toBe(false)
  expect(items.map(({ kind }) => kind)).toEqual([
    'owner',
    'stage',
    'edit',
    'promise',
    'owner',
    'call',
    'answer',
  ])
  expect(items[0]).toMatchObject({ by: 'Óscar Vega', text: 'Óscar Vega' })
  expect(items[1]).toMatchObject({ from: 'lead', to: 'nurture', reason: 'timing' })
  expect(items[2]).toMatchObject({ field: 'title', before: null, after: 'Directora', by: 'Lucía Marín' })
  expect(items.at(-1)).toMatchObject({ criterion: 'need', grade: 'must_have', text: 'scrap over 6 %' })
})

it('tells only some kinds, only what one person did, only since a day', async () => {
  expect(await kinds({ kinds: ['edit', 'stage'] })).toEqual(['stage', 'edit'])
  expect(await kinds({ repId: app.oscar })).toEqual(['owner', 'stage'])
  expect(await kinds({ since: '2026-03-11' })).toEqual([])
  app.clock.advance(DAY)
  await app.call('lead.edit', { leadId: ana, field: 'city', value: 'Bilbao', of: null })
  expect(await kinds({ since: '2026-03-11' })).toEqual(['edit'])
})

it('goes on from the last one that was shown, and leaves nothing out', async () => {
  for (let n = 0; n < 150; n++) {
    if (n % 3 === 0) app.clock.advance(MINUTE)
    await app.call('lead.edit', { leadId: ana, field: 'city', value: `City ${n}`, of: null })
  }
  const seen: string[] = []
  let before: number | undefined
  for (let more = true; more;) {
    const page = await ask(before === undefined ? {} : { before })
    seen.push(...page.items.map(({ id }) => id))
    before = page.items.at(-1)?.at
    more = page.more
  }
  expect(seen).toHaveLength(157)
  expect(new Set(seen).size).toBe(157)
})

it('leaves out what was taken back with its batch, and keeps a call that was', async () => {
  const { batchId } = await app.call('batch.run', {
    which: { ids: [ana] },
    deed: { kind: 'assign', repId: null },
  })
  expect((await kinds({ kinds: ['owner'] })).length).toBe(3)
  await app.call('batch.undo', { batchId })
  expect((await kinds({ kinds: ['owner'] })).length).toBe(2)
  app.sit(app.lucia)
  await app.call('call.undo', {})
  expect((await ask({ kinds: ['call'] })).items).toMatchObject([{ outcome: 'callback', undone: true }])
})

it.each(STORY_KINDS)('finds every %s by an index', (kind) => {
  const client = clientOf(app.db)
  const plans: string[] = []
  const prepare = client.prepare.bind(client)
  const asked = { leadId: ana, personId: ana, repId: null, since: 0, before: 1, limit: 1 }
  client.prepare = (text: string) => {
    plans.push(
      ...prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
        .all(asked)
        .map(({ detail }) => detail),
    )
    return prepare(text)
  }
  storyOf(app.db, kind, asked)
  client.prepare = prepare
  expect(plans.join('\n')).toMatch(/USING/)
  expect(plans.filter((step) => /^SCAN (?!fact$|\(subquery)/.test(step))).toEqual([])
  expect(plans).not.toContain('SCAN fact')
})

it('tells the calls of whoever was found to be the same', async () => {
  const double = app.lead('Ana Ruíz', { listId: app.given.list('Feria') })
  await app.log(double, 'gatekeeper')
  const personOf = (id: string) =>
    app.rows<{ person_id: string }>('leads', `id = '${id}'`)[0]?.person_id ?? ''
  await app.call('review.merge', {
    kind: 'person',
    keepId: personOf(ana),
    otherId: personOf(double),
    choices: {},
  })
  const { items } = await ask({ kinds: ['call'] })
  expect(items.map(({ outcome }) => outcome)).toEqual(['gatekeeper', 'callback'])
})
