import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { sitAtDesk } from '#electron/db/device'
import { insertScreening } from '#electron/db/screening'
import { lists } from '#electron/db/schema/lead'
import { phones } from '#electron/db/schema/person'
import { mayCallFound, windowIn } from '#electron/services/may-call'
import { gather } from '#electron/services/placing'
import { refresh } from '#electron/services/queue'
import type { ScreeningList } from '#shared/domain/screening'
import { HOUR } from '#shared/lib/time'
import { historyOf, type History } from '../helpers/history.ts'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let given: History
let list: string
let ana: string
beforeEach(() => {
  app = testApp()
  given = historyOf(app.db, app.deps.newId)
  ana = given.rep('Ana')
  sitAtDesk(app.db, ana)
  list = given.list('Metal')
  app.db.update(lists).set({ basis: 'legitimate interest' }).run()
})
afterEach(() => app.close())

function lead(e164s: string[], more: { country?: string; province?: string } = {}) {
  const personId = given.person('Eva', { phones: e164s, ...more })
  const id = given.lead(personId, list, { createdAt: NOW - HOUR, arrivedAt: NOW - HOUR })
  app.db.transaction((tx) => refresh(tx, app.deps, [id]))
  return { id, personId }
}
const ask = (id: string, phoneId: string | null = null) => {
  const { effect, conditions } = mayCallFound(app.db, app.deps, gather(app.db, app.deps, id), phoneId)
  return [effect, ...conditions.map(({ rule }) => rule)]
}
const register = (list: ScreeningList, takenOn: string) =>
  insertScreening(app.db, {
    id: app.deps.newId(),
    list,
    takenOn,
    fileName: 'x.csv',
    at: 0,
    repId: ana,
    state: 'done',
    numbers: 0,
    refused: 0,
    matched: 0,
  })
const phoneIds = () =>
  app.db
    .select()
    .from(phones)
    .orderBy(phones.place)
    .all()
    .map(({ id }) => id)

describe('a number', () => {
  it('that is dear or can be nobody’s is never dialled', () => {
    expect(ask(lead(['+34915551212']).id)).toEqual(['allow'])
    expect(ask(lead(['+34806123456']).id)).toEqual(['block', 'number_premium'])
    expect(ask(lead(['+34112']).id)).toEqual(['block', 'number_invalid'])
  })

  it('is judged for itself: its status, its own cap', () => {
    const { id, personId } = lead(['+34915551212', '+34915551313'])
    const [first = '', second = ''] = phoneIds()
    app.db.update(phones).set({ status: 'wrong_person' }).where(eq(phones.id, first)).run()
    expect(ask(id, first)).toEqual(['block', 'number_wrong_person'])
    expect(ask(id, second)).toEqual(['allow'])
    expect(ask(id)).toEqual(['allow'])
    for (const hours of [2, 1])
      given.call({
        leadId: id,
        personId,
        listId: list,
        repId: ana,
        at: NOW - hours * HOUR,
        outcome: 'dead_number',
        phoneId: second,
      })
    expect(ask(id, second)).toEqual(['warn', 'cap_person', 'cap_number'])
    expect(ask(id, first)).toEqual(['block', 'number_wrong_person', 'cap_person'])
  })
})

describe('the window', () => {
  it('of a Spanish mobile without a province is that of both zones', () => {
    const { id } = lead(['+34600111222'])
    app.db.update(phones).set({ type: 'mobile' }).run()
    const { placing } = gather(app.db, app.deps, id)
    expect(windowIn(placing.calendar, app.deps.now(), true)).toEqual({
      zones: ['Europe/Madrid', 'Atlantic/Canary'],
      open: true,
      changesAt: NOW + 4 * HOUR,
      several: true,
    })
  })

  it('shut warns in business and blocks for consumers', () => {
    const { id } = lead(['+34915551212'])
    app.clock.set(NOW + 5 * HOUR)
    expect(ask(id)).toEqual(['warn', 'window'])
    app.db.update(lists).set({ business: false }).run()
    expect(ask(id)).toEqual(['block', 'screening_missing'])
    register('robinson', '2026-03-10')
    expect(ask(id)).toEqual(['allow'])
    app.clock.set(NOW + 12 * HOUR)
    expect(ask(id)).toEqual(['block', 'window'])
  })

  it('without rules for a country lets business through with a word, and no consumer', () => {
    const { id } = lead(['+4930123456'], { country: 'DE' })
    expect(ask(id)).toEqual(['allow', 'no_rules'])
    app.db.update(lists).set({ business: false }).run()
    expect(ask(id)).toEqual(['block', 'window', 'no_rules'])
  })
})
