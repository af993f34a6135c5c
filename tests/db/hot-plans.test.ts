import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { steady } from '#electron/db/steady'
import { LEAD_SORTS } from '#shared/domain/leads'
import { OUTCOME_IDS } from '#shared/domain/outcome'
import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { hear, planOf, type Heard } from '../helpers/heard.ts'

let heard: Heard
let app: DeskApp
let leads: string[]
let handedOver: string
beforeAll(() => {
  heard = hear()
  app = deskApp()
  app.given.list('Feria')
  handedOver = app.lead('Eva Sanz', { bornAs: 'sql' })
  leads = Array.from({ length: 24 }, (_, n) => app.lead(`Ana ${n}`, { phones: 2, companyId: null }))
})
afterAll(() => {
  heard.stop()
  app.close()
})

const next = () => app.call('desk.open', { listId: app.list, leadId: null, after: null })
const order = { filter: {}, sort: 'newest', descending: true } as const
const one = () => leads[0] ?? ''

/** What is asked between two calls, and whenever somebody looks for somebody: none of it may grow with the store. */
const HOT: Readonly<Record<string, () => Promise<unknown>>> = {
  'the next lead': next,
  'the next of all lists': () => app.call('desk.open', { listId: 'all', leadId: null, after: null }),
  'a note': async () => app.call('desk.note', { leadId: (await next())?.leadId ?? '', note: 'sí' }),
  'a dial, an answer and its end': async () => {
    const card = await next()
    const leadId = card?.leadId ?? ''
    await app.call('call.dial', { leadId, phoneId: card?.person.phones[0]?.id ?? '', override: null })
    app.clock.advance(MINUTE)
    await app.call('call.answered', { leadId })
    await app.answer(leadId, 'need', { grade: 'must_have' })
    return app.call('call.hungUp', { leadId })
  },
  'every outcome, and its undo': async () => {
    for (const [n, outcome] of OUTCOME_IDS.entries()) {
      app.clock.advance(MINUTE)
      await app.log(leads[n] ?? '', outcome)
      await app.call('call.undo', {})
      app.clock.advance(MINUTE)
      await app.log(leads[n] ?? '', outcome)
    }
  },
  'a call to somebody who was handed over': () => app.log(handedOver, 'interested'),
  'the queue': () => app.call('queue.view', { listId: app.list, limit: 40 }),
  'the queue of all lists': () => app.call('queue.view', { listId: 'all', limit: 40 }),
  'why not this one': () => app.call('queue.why', { leadId: one() }),
  'what today brings': () => app.call('queue.forecast', { listId: 'all' }),
  '"not now"': () => {
    const until = app.clock.now() + HOUR
    return app.call('queue.skip', { leadId: leads[20] ?? '', listId: app.list, reason: 'other', until })
  },
  'a day later, when all becomes ready': () => {
    app.clock.advance(DAY)
    return next()
  },
  'promises of the day': () => app.call('promises.check', {}),
  'a lead to read': () => app.call('lead.card', { leadId: one() }),
  'its timeline': () =>
    app.call('lead.timeline', { leadId: one(), kinds: [], repId: null, since: null, before: null }),
  'a page of leads, by every column': async () => {
    for (const sort of LEAD_SORTS) await app.call('leads.page', { ...order, sort, offset: 0, limit: 50 })
  },
  'a page of leads of a list': () =>
    app.call('leads.page', { ...order, filter: { lists: [app.list] }, offset: 0, limit: 50 }),
  'a page by what was typed': () =>
    app.call('leads.page', { ...order, filter: { text: 'ana' }, offset: 0, limit: 50 }),
  'those around one': () => app.call('leads.around', { ...order, leadId: one(), at: null }),
  'a search of people': () => app.call('find.search', { text: 'ana 600', limit: 20 }),
  'a search of everything': () => app.call('find.search', { text: 'talleres', limit: 20 }),
  'a search of words of two kinds': () => app.call('find.search', { text: 'ana torno', limit: 20 }),
}

/** As many as the team, or what one rep has on the desk; or a part of a query that an index has narrowed already. */
const SMALL =
  /^SCAN (reps|device|lists|settings|rules|leases|drafts|screenings|imports|exports|undos|found|matched|met|one|json_each|pragma_\w+|CONSTANT|\()/
/** All rows of one kind are a good part of the table. */
const OF_A_KIND = /INDEX \w+ \((to_stage|stage|kind|outcome|why|bucket)=\?\)/
const isWhole = (step: string) =>
  OF_A_KIND.test(step) ||
  (step.startsWith('SCAN') && !SMALL.test(step) && !/VIRTUAL TABLE INDEX \d+:\S*[M=]/.test(step))

describe('no hot path walks a whole table', () => {
  it.each(Object.entries(HOT))('%s', async (_, ask) => {
    heard.statements.clear()
    await ask()
    const asked = [...heard.statements].filter(([text]) =>
      /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)/i.test(text),
    )
    expect(asked.length).toBeGreaterThan(0)
    const whole = asked.flatMap(([text, params]) =>
      planOf(app.db, text, params)
        .filter(isWhole)
        .map((step) => `${step}: ${text}`),
    )
    expect(whole).toEqual([])
    // A bare parameter there, and the statement is compiled anew each time that it runs.
    expect(asked.map(([text]) => text).filter((text) => steady(text) !== text)).toEqual([])
  })
})
