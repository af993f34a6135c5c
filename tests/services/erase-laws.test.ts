import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { QUERIES, selvesOf } from '#electron/db/give'
import { BESIDE, ERASE } from '#electron/db/erase'
import { raw } from '#electron/db/raw'
import { refresh } from '#electron/services/queue'
import { OUTCOME_IDS } from '#shared/domain/outcome'
import { MINUTE } from '#shared/lib/time'
import { BEST, deskApp, type DeskApp } from '../helpers/desk.ts'
import { traces } from '../helpers/erased.ts'

const NAMES = ['Zenobia Quirós', 'Herminia Zubeldía', 'Wenceslao Xirau']
const EMAILS = ['zenobia@quiros.test', 'herminia@zubeldia.test', 'wences@xirau.test']

/** What people do at a desk; `who` picks the lead, `about` whom a note names. */
const who = fc.nat(2)
const deeds = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('log' as const), who, outcome: fc.constantFrom(...OUTCOME_IDS) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('note' as const), who, about: who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), who, about: who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('email' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), who, about: who }) },
)
type Deed = typeof deeds extends fc.Arbitrary<infer D> ? D : never

async function perform(app: DeskApp, ids: readonly string[], deed: Deed): Promise<unknown> {
  const leadId = ids[deed.who] ?? ''
  const said = (about: number) => `${NAMES[about]} <${EMAILS[about]}> again`
  app.clock.advance(MINUTE)
  if (deed.do === 'log') return app.log(leadId, deed.outcome)
  if (deed.do === 'note') {
    await app.open(leadId)
    return app.call('desk.note', { leadId, note: said(deed.about) })
  }
  if (deed.do === 'answer')
    return app.answer(leadId, 'need', { grade: BEST.need, evidence: said(deed.about) })
  if (deed.do === 'email')
    return app.call('lead.edit', { leadId, field: 'email', value: EMAILS[deed.who] ?? '', of: null })
  if (deed.do === 'rename')
    return app.call('lead.edit', {
      leadId,
      field: 'name',
      value: `${NAMES[deed.who]} Etxe${deed.who}barri`,
      of: null,
    })
  if (deed.do === 'undo') return app.call('call.undo', { reason: 'slip' })
  const [keepId = '', otherId = ''] = [deed.who, deed.about].map((at) => personOf(app, ids[at] ?? ''))
  app.sit(app.oscar)
  await app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
  return app.sit(app.lucia)
}

const personOf = (app: DeskApp, leadId: string) =>
  raw<{ id: string }>(app.db, 'SELECT person_id AS id FROM leads WHERE id = ?').get(leadId)?.id ?? ''
const FILTER = {
  from: '2026-01-01',
  to: '2026-12-31',
  listId: null,
  repId: null,
  source: null,
  unit: 'people',
  basis: 'cohort',
} as const

async function figures(app: DeskApp) {
  const counts = ['calls', 'answers', 'stage_changes', 'promises', 'verdicts', 'undos', 'edits', 'skips']
  return {
    funnel: await app.call('metrics.funnel', FILTER),
    reps: await app.call('metrics.table', { ...FILTER, by: 'rep' }),
    byHour: await app.call('metrics.byHour', FILTER),
    facts: counts.map((table) => app.rows(table)),
  }
}

it('of anybody, whatever happened: nothing says who, every figure stays, and facts give what stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 3, maxLength: 14 }), who, async (history, chosen) => {
      const app = deskApp()
      try {
        const ids = NAMES.map((name) => app.lead(name, { phones: 2, externalId: `CRM-${name.length}99021` }))
        for (const deed of history) await perform(app, ids, deed).catch(() => app.sit(app.lucia))
        raw(app.db, 'UPDATE drafts SET dialled_at = NULL').run()
        const leadId = ids[chosen] ?? ''
        const selves = raw<{ name: string; e164: string; email: string | null }>(
          app.db,
          `SELECT name, e164, email FROM persons LEFT JOIN phones ON phones.person_id = persons.id
            LEFT JOIN emails ON emails.person_id = persons.id WHERE persons.id IN (SELECT value FROM json_each(?))`,
        ).all(JSON.stringify(selvesOf(app.db, personOf(app, leadId))))
        const words = selves
          .flatMap(({ name, e164, email }) => [name, e164, email])
          .filter((each) => each !== null)
        const before = await figures(app)
        app.sit(app.given.rep('Irene', 'admin'))
        await app.call('erase.person', { leadId, askedOn: null })

        expect(traces(app, ':memory:', words)).toEqual([])
        expect(await figures(app)).toEqual(before)
        const live = [app.rows('leads'), app.rows('queue')]
        const all = app.rows<{ id: string }>('leads').map(({ id }) => id)
        app.db.run(
          `UPDATE leads SET stage = 'lost', fit = 1, bant_now = 1, attempts = 9, dials = 9, first_dial_at = 9`,
        )
        app.db.transaction((tx) => refresh(tx, app.deps, all))
        expect([app.rows('leads'), app.rows('queue')]).toEqual(live)
        const queued = app.rows<{ lead_id: string }>('queue', 'until IS NULL').map((row) => row.lead_id)
        expect(queued).not.toContain(leadId)
      } finally {
        app.close()
      }
    }),
    { numRuns: 15 },
  )
})

/** What stands of an erased person elsewhere, and why that says nothing. */
const STAYS: Readonly<Record<string, string>> = {
  queue: 'taken out with the next look at their facts',
  batch_leads: 'which leads a bulk deed took: ids',
  pairing_leads: 'which lead a merge moved: ids',
  edits: 'which field was set, not to what',
  kept_ranks: 'where a lead stood in the queue, for an undo: a number, and only for days',
}

it('says of every table that points to a person or a lead what becomes of it', () => {
  const app = deskApp()
  const tables = raw<{ name: string }>(
    app.db,
    `SELECT DISTINCT m.name FROM sqlite_schema m, pragma_table_info(m.name) c
     WHERE m.type = 'table' AND c.name IN ('person_id', 'lead_id', 'kept_id')`,
  ).all()
  app.close()
  const done = [...BESIDE, ...Object.values(ERASE).flat()].join('\n')
  const facts = Object.entries(QUERIES)
    .filter(([section]) => ERASE[section as keyof typeof ERASE].length === 0)
    .map(([, text]) => text)
    .join('\n')
  const isSaid = (name: string) =>
    new RegExp(`(DELETE FROM|UPDATE) ${name}\\b`).test(done) || new RegExp(`FROM ${name}\\b`).test(facts)
  expect(tables.map(({ name }) => name).filter((name) => !isSaid(name) && !(name in STAYS))).toEqual([])
})
