import { sql } from 'drizzle-orm'

import { sitAtDesk } from '#electron/db/device'
import { lists } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import type { Input, Output } from '#shared/contract/api'
import type { OutcomeId } from '#shared/domain/outcome'
import { DAY } from '#shared/lib/time'
import { historyOf } from './history.ts'
import { NOW, testApp, type TestOptions } from './test-app.ts'
import { UNREACHED } from './unreached.ts'

type Log = Input<'call.log'>
type Answer = Input<'call.answer'>

/** An agreed call tomorrow at this hour. */
export const TOMORROW = { kind: 'call', at: NOW + DAY, agreed: true, withWhom: 'Ana Ruiz' } as const

/** Each outcome with all that it asks for. */
export const COMPLETE: Readonly<Record<OutcomeId, Partial<Log>>> = {
  no_answer: {},
  busy: {},
  voicemail: { leftMessage: true },
  gatekeeper: {},
  callback: { spoke: 'person', step: TOMORROW },
  interested: { step: TOMORROW },
  qualified: { step: { ...TOMORROW, kind: 'demo' } },
  nurture: { reason: 'timing' },
  not_interested: { reason: 'no_need' },
  disqualified: { reason: 'competitor' },
  wrong_number: {},
  dead_number: {},
  referred: {
    spoke: 'person',
    referral: { name: 'Carmen Ortiz', phone: '976 55 12 13', email: 'carmen@norte.example' },
  },
  do_not_call: { spoke: 'person', scope: 'person' },
  technical_failure: {},
}

/** BANT at 100, every gate open. */
export const BEST = { budget: 'will_buy', authority: 'decides', need: 'must_have', timeline: 'now' } as const

/** The real app with one business list, a rep at the desk, and the hands to work with. */
export function deskApp(options: TestOptions = {}) {
  const app = testApp(options)
  const given = historyOf(app.db, app.deps.newId)
  const lucia = given.rep('Lucía Marín')
  const oscar = given.rep('Óscar Vega', 'team_lead')
  sitAtDesk(app.db, lucia)
  const list = given.list('Metal Q4')
  app.db.update(lists).set({ basis: 'legitimate interest' }).run()
  const norte = given.company('Talleres Norte')

  let made = 0
  /** A lead of a person with so many mobiles, in the queue. */
  function lead(
    name: string,
    more: Parameters<typeof given.lead>[2] & { phones?: number; listId?: string } = {},
  ) {
    const { phones: count = 1, listId = list, ...rest } = more
    const phones = Array.from({ length: count }, () => `+34600${String(++made).padStart(6, '0')}`)
    const [givenName = null] = name.split(' ')
    const company = { id: norte, name: 'Talleres Norte' }
    const personId = given.person(name, { country: 'ES', province: 'Madrid', givenName, phones, company })
    const at = app.clock.now() - DAY
    const id = given.lead(personId, listId, { createdAt: at, arrivedAt: at, companyId: norte, ...rest })
    app.db.transaction((tx) => refresh(tx, app.deps, [id]))
    return id
  }

  const open = async (leadId: string) => {
    const card = await app.call('desk.open', { listId: list, leadId, after: null })
    if (!card?.draft) throw new Error('no draft on the desk')
    return { ...card, draft: card.draft }
  }

  /** Opens a lead and logs an outcome on it, with all that the outcome asks for unless said otherwise. */
  async function log(
    leadId: string,
    outcome: OutcomeId,
    more: Partial<Log> = {},
  ): Promise<Output<'call.log'>> {
    const { draft } = await open(leadId)
    return app.call('call.log', {
      ...UNREACHED,
      leadId,
      callId: draft.callId,
      outcome,
      listId: list,
      ...COMPLETE[outcome],
      ...more,
    })
  }

  const answer = (leadId: string, criterion: string, more: Partial<Answer> = {}) =>
    app.call('call.answer', {
      leadId,
      criterion,
      state: 'answered',
      grade: null,
      amountMinor: null,
      currency: null,
      date: null,
      evidence: null,
      stillValid: false,
      ...more,
    })
  const answerAll = async (leadId: string, grades: Readonly<Record<string, string>> = BEST) => {
    for (const [criterion, grade] of Object.entries(grades)) await answer(leadId, criterion, { grade })
  }

  const sit = (repId: string) => sitAtDesk(app.db, repId)
  const rows = <T = Record<string, unknown>>(table: string, where = '1') =>
    app.db.all<T>(sql.raw(`SELECT * FROM ${table} WHERE ${where} ORDER BY 1, 2`))

  return { ...app, given, list, norte, lucia, oscar, lead, open, log, answer, answerAll, sit, rows }
}

export type DeskApp = ReturnType<typeof deskApp>
