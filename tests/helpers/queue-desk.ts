import { sitAtDesk } from '#electron/db/device'
import { assignments } from '#electron/db/schema/facts'
import { lists, signals } from '#electron/db/schema/lead'
import { gather } from '#electron/services/placing'
import { advanceCycle, refresh, refreshAround } from '#electron/services/queue'
import { nextLead } from '#electron/services/queue-next'
import type { Output } from '#shared/contract/api'
import type { OutcomeId } from '#shared/domain/outcome'
import type { SignalKind } from '#shared/domain/profile'
import { DAY } from '#shared/lib/time'
import { historyOf } from './history.ts'
import { NOW, testApp } from './test-app.ts'

type LeadGiven = {
  province?: string
  company?: string
  listId?: string
  personId?: string
  createdAt?: number
  number?: null
  did?: [SignalKind, number]
}

/** A list that one rep calls, with all that moves its queue but the desk. */
export function queueDesk() {
  const app = testApp()
  const given = historyOf(app.db, app.deps.newId)
  const ana = given.rep('Ana')
  sitAtDesk(app.db, ana)
  const list = given.list('Metal Q4')
  app.db.update(lists).set({ basis: 'legitimate interest' }).run()
  const personOf = new Map<string, { personId: string; listId: string; companyId?: string }>()
  let made = 0

  function lead(name: string, more: LeadGiven = {}): string {
    const e164 = `+34600${String(++made).padStart(6, '0')}`
    const phones = more.number === null ? [] : [e164]
    const personId =
      more.personId ?? given.person(name, { country: 'ES', province: more.province ?? 'Madrid', phones })
    const listId = more.listId ?? list
    const at = more.createdAt ?? NOW - DAY
    const company = more.company ? { companyId: more.company } : {}
    const id = given.lead(personId, listId, { createdAt: at, arrivedAt: at, ...company })
    personOf.set(id, { personId, listId, ...company })
    if (more.did) did(id, ...more.did)
    else place(id)
    return id
  }
  const place = (...ids: string[]) => app.db.transaction((tx) => refresh(tx, app.deps, ids))
  const around = (id: string) =>
    app.db.transaction((tx) => refreshAround(tx, app.deps, gather(tx, app.deps, id).row))
  const next = (after: string | null = null, listId = list) =>
    app.db.transaction((tx) => nextLead(tx, app.deps, listId, after))

  /** A call now, with all that `call.log` does to the queue. */
  function dial(id: string, outcome: OutcomeId = 'no_answer', more: { repId?: string } = {}): string {
    const who = personOf.get(id)
    if (!who) throw new Error(id)
    const repId = more.repId ?? ana
    return app.db.transaction((tx) => {
      const callId = given.call({ leadId: id, ...who, repId, at: app.clock.now(), outcome })
      advanceCycle(tx, repId, who.listId, '2026-03-10', id)
      refresh(tx, app.deps, [id])
      refreshAround(tx, app.deps, gather(tx, app.deps, id).row)
      return callId
    })
  }
  function did(id: string, kind: SignalKind, at: number): void {
    app.db.insert(signals).values({ id: app.deps.newId(), leadId: id, kind, at }).run()
    place(id)
  }
  function promise(id: string, dueAt: number, more: { agreed?: boolean } = {}): void {
    const { personId } = personOf.get(id) ?? { personId: '' }
    given.promise({ leadId: id, personId, repId: ana, at: app.clock.now(), kind: 'call', dueAt, ...more })
    place(id)
  }
  function assign(id: string, toRepId: string): void {
    const row = { repId: ana, device: 'd', seq: 0, at: NOW, offset: 60, clock: '0', ruleVersion: 0 }
    app.db
      .insert(assignments)
      .values({ ...row, id: app.deps.newId(), leadId: id, toRepId })
      .run()
    place(id)
  }
  const view = (limit = 50): Promise<Output<'queue.view'>> => app.call('queue.view', { listId: list, limit })
  const order = async () => (await view()).items.map(({ name }) => name)
  const whyNot = async (leadId: string) => {
    const { mayCall, nextAt } = await app.call('queue.why', { leadId })
    return { rules: mayCall.conditions.map(({ rule }) => rule), effect: mayCall.effect, nextAt }
  }
  return {
    ...app,
    given,
    ana,
    list,
    personOf,
    lead,
    place,
    around,
    next,
    dial,
    did,
    promise,
    assign,
    view,
    order,
    whyNot,
  }
}
export type QueueDesk = ReturnType<typeof queueDesk>
