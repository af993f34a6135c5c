import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { DAY, HOUR } from '#shared/lib/time'
import { identities, persons, phones } from '#electron/db/schema/person'
import { createApp } from '#electron/services/app'
import { refresh } from '#electron/services/queue'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { callThrough, NOW } from '../helpers/test-app.ts'
import { UNREACHED } from '../helpers/unreached.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
})
afterEach(() => app.close())

const view = () => app.call('queue.view', { listId: app.list, limit: 50 })
const why = (leadId: string) => app.call('queue.why', { leadId })
const place = (...ids: string[]) => app.db.transaction((tx) => refresh(tx, app.deps, ids))
/** A person as a file may bring them, with their own company and all that says where they are. */
function somebody(name: string, more: Parameters<typeof app.given.person>[1]): string {
  const personId = app.given.person(name, more)
  const id = app.given.lead(personId, app.list, { createdAt: NOW - DAY, arrivedAt: NOW - DAY })
  place(id)
  return id
}

it('nobody knows where they are: business is served by the desk’s clock, and the card says so', async () => {
  app.db.run(`UPDATE lists SET country = 'ZZ'`)
  const id = somebody('Nowhere', { phones: ['+88213000000'] })
  const { mayCall, window } = await why(id)
  expect(window.zones).toEqual([])
  expect(mayCall.conditions.map(({ rule }) => rule)).toContain('zone_unknown')
})

it('a lead without a number is never served, is counted, and says so', async () => {
  const id = somebody('Numberless', { country: 'ES' })
  const { items, noNumber, counts } = await view()
  expect([items, noNumber, counts.new]).toEqual([[], 1, 0])
  expect((await why(id)).mayCall.conditions).toMatchObject([
    { rule: 'no_number', effect: 'block', until: null },
  ])
})

it('a number shared by forty is dialled twice a day, whoever of them is asked for', async () => {
  const e164 = '+34915550101'
  const ids = Array.from({ length: 40 }, (_, n) =>
    somebody(`P${n}`, { country: 'ES', province: 'Madrid', phones: [e164] }),
  )
  for (const { personId } of app.db.select({ personId: phones.personId }).from(phones).all())
    app.db.insert(identities).values({ kind: 'phone', key: e164, personId }).run()
  expect((await view()).counts.new).toBe(40)
  for (const id of ids.slice(0, 2)) await app.log(id, 'no_answer')
  const { counts, waiting, items } = await view()
  expect([counts.new, items]).toEqual([0, []])
  expect(waiting).toContainEqual(expect.objectContaining({ why: 'cap_number', count: 40 }))
  expect((await why(ids[39] ?? '')).mayCall.conditions).toContainEqual(
    expect.objectContaining({ rule: 'cap_number', evidence: '2/2' }),
  )
  await app.call('call.undo', {})
  expect((await view()).counts.new).toBe(39)
})

it('somebody who moves to another zone is called by its hours from then on', async () => {
  const id = somebody('Mover', { country: 'ES', province: 'Madrid', phones: ['+34600700800'] })
  const { person_id: personId = '' } = app.rows<{ person_id: string }>('leads')[0] ?? {}
  expect((await view()).counts.new).toBe(1)
  app.db.update(persons).set({ zone: 'America/Lima' }).where(eq(persons.id, personId)).run()
  place(id)
  const { counts, waiting } = await view()
  expect(counts.new).toBe(0)
  expect(waiting).toMatchObject([{ why: 'window', count: 1, nextAt: NOW + 5 * HOUR }])
})

it('a clock set back: who was called stays called, nobody is served twice, and facts stay in order', async () => {
  const [ana, ben] = [app.lead('Ana'), app.lead('Ben')]
  await app.log(ana, 'no_answer')
  app.clock.advance(-3 * DAY)
  const { items } = await view()
  expect(items.map(({ name }) => name)).not.toContain('Ana')
  await app.log(ben, 'no_answer')
  const clocks = app.rows<{ clock: string; seq: number }>('calls').toSorted((a, b) => a.seq - b.seq)
  expect(clocks.map(({ clock }) => clock)).toEqual(clocks.map(({ clock }) => clock).toSorted())
  app.clock.advance(3 * DAY + HOUR)
  expect((await why(ana)).mayCall.conditions.map(({ rule }) => rule)).toContain('cool_down')
})

it('a rep who changes zone: windows and promises stay where the people are, calls keep the offset lived in', async () => {
  const [ana, ben] = [app.lead('Ana'), app.lead('Ben')]
  await app.log(ana, 'callback', { step: { kind: 'call', at: NOW + HOUR, agreed: true, withWhom: 'Ana' } })
  // The same store, on a laptop that flew to Lima.
  const zone = 'America/Lima'
  const dispatch = createApp({ ...app.deps, zone, offset: () => -300 })
  const call = callThrough(dispatch)
  expect((await call('app.state', {})).zone).toBe(zone)
  const before = await call('queue.view', { listId: app.list, limit: 9 })
  expect(before.items.map(({ name }) => name)).toEqual(['Ben'])
  const card = await call('lead.card', { leadId: ben })
  expect(card.window).toMatchObject({ open: true, zones: ['Europe/Madrid'] })
  app.clock.set(NOW + HOUR)
  const due = await call('queue.view', { listId: app.list, limit: 9 })
  expect(due.items.map(({ name, why }) => [name, why.bucket, why.at])).toEqual([
    ['Ana', 'promise', NOW + HOUR],
    ['Ben', 'new', null],
  ])
  const { draft } = await app.open(ben)
  const log = { leadId: ben, listId: app.list, callId: draft.callId, outcome: 'no_answer' as const }
  await call('call.log', { ...UNREACHED, ...log })
  expect(
    app
      .rows<{ offset: number }>('calls')
      .map(({ offset }) => offset)
      .toSorted((a, b) => a - b),
  ).toEqual([-300, 60])
})
