import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY, HOUR } from '#shared/lib/time'
import { identities } from '#electron/db/schema/person'
import { raw } from '#electron/db/raw'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'

const [SHARED, OWN] = ['+34600111222', '+34600333444']
let app: DeskApp
beforeEach(() => void (app = deskApp()))
afterEach(() => app.close())

function somebody(name: string, phones: string[], listId = app.list) {
  const id = app.given.person(name, { country: 'ES', phones })
  for (const key of phones) app.db.insert(identities).values({ kind: 'phone', key, personId: id }).run()
  const at = app.clock.now() - DAY
  return { id, lead: app.given.lead(id, listId, { createdAt: at, arrivedAt: at }) }
}
const merge = (keepId: string, otherId: string) =>
  app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
const statuses = () =>
  raw<{ e164: string; status: string }>(app.db, 'SELECT e164, status FROM phones ORDER BY e164').all()

describe('an outcome that is taken back once its person was found to be another', () => {
  it('gives the number back, also where the one who stays has it too', async () => {
    const ana = somebody('Ana Ruiz', [SHARED])
    const double = somebody('Ana Ruíz', [SHARED, OWN], app.given.list('Feria'))
    await app.log(double.lead, 'dead_number')
    await merge(ana.id, double.id)
    expect(statuses().map(({ status }) => status)).toEqual(['invalid', 'invalid', 'ok'])
    expect(await app.call('call.undo', {})).toMatchObject({
      kind: 'undone',
      back: expect.arrayContaining([{ what: 'number', number: '+34 600 11 12 22', status: 'ok' }]),
    })
    expect(statuses().map(({ status }) => status)).toEqual(['ok', 'ok', 'ok'])
  })

  it('leaves what a call of the other said of their own number', async () => {
    const ana = somebody('Ana Ruiz', [SHARED, OWN])
    const double = somebody('Ana Ruíz', [SHARED], app.given.list('Feria'))
    await app.log(ana.lead, 'dead_number')
    app.clock.advance(DAY)
    await app.log(double.lead, 'dead_number')
    await merge(ana.id, double.id)
    await app.call('call.undo', {})
    const of = raw<{ status: string }>(app.db, 'SELECT status FROM phones WHERE e164 = ? ORDER BY place').all(
      SHARED,
    )
    expect(of.map(({ status }) => status)).toEqual(['invalid', 'ok'])
  })

  it('takes the promise along that was carried to the lead that stays, and places all their leads anew', async () => {
    const ana = somebody('Ana Ruiz', [SHARED])
    const double = somebody('Ana Ruíz', [OWN])
    await app.log(double.lead, 'callback')
    app.clock.advance(HOUR)
    await merge(ana.id, double.id)
    const promised = () => app.rows('queue', "bucket = 'promise'").map((row) => row['due_at'])
    expect(promised()).toEqual([TOMORROW.at])
    await app.call('call.undo', {})
    expect(promised()).toEqual([])
    app.sit(app.lucia)
    expect(await app.call('promises.list', { scope: 'team' })).toEqual([])
  })
})
