import { afterAll, describe, expect, it } from 'vitest'

import { queuedLeads } from '#electron/db/import-facts'
import { dialsOfCompany, dialsOfNumber, dialsOfPerson } from '#electron/db/dials'
import { factsOfLead, findLead, otherLeads, phonesOf, signalsOf } from '#electron/db/lead'
import { holderOf, takenByOthers } from '#electron/db/lease'
import { policyOf } from '#electron/db/list'
import {
  calendarsOfCompany,
  capCompany,
  heldByCompany,
  heldCalendarsOfCompany,
  latePromises,
  promisedElsewhere,
  promote,
  promotePromises,
  queueRow,
  sensitiveToNumber,
  turning,
} from '#electron/db/queue'
import {
  countCycle,
  countDials,
  countLifted,
  countNumberless,
  countUrgent,
  countWaiting,
} from '#electron/db/queue-count'
import { calendarsOf, cyclePlace, firstByRank, firstHot, readyLists } from '#electron/db/queue-order'
import { firstDueBy, firstOwned } from '#electron/db/queue-promised'
import { storedHours } from '#electron/db/rep-hours'
import { newestSkip, snoozedUntil } from '#electron/db/skip'
import { suppressionsOf } from '#electron/db/suppression'
import { emptyStore } from '../helpers/empty-store.ts'

const { sqlite, db, stepsOf } = emptyStore()
afterAll(() => sqlite.close())

const ID = '00000000-0000-7000-8000-000000000001'
const walk = { listId: ID, calendar: 'ES|b|Europe/Madrid|ES', limit: 1 }

const planOf = (ask: () => unknown) => stepsOf(ask).join('\n')
const scans = (plan: string) =>
  plan.split('\n').filter((step) => /^SCAN (?!found|undos|CONSTANT|\(|reps)/.test(step))

describe('the next lead', () => {
  it('is the first row of an index, with nothing to sort', () => {
    for (const bucket of ['retry', 'new', 'review'] as const) {
      const plan = planOf(() => firstByRank(db, { ...walk, bucket }))
      expect(plan).toBe(
        'SEARCH queue USING COVERING INDEX queue_ready (list_id=? AND bucket=? AND calendar=?)',
      )
    }
  })

  it('of the hot and the promised is found by time', () => {
    const hot = planOf(() => firstHot(db, { ...walk, bucket: 'hot', cutoff: 0 }))
    expect(hot.split('\n')).toHaveLength(2)
    const due = planOf(() => firstDueBy(db, { ...walk, since: 0, by: 0 }))
    for (const plan of [hot, due]) {
      expect(plan).toMatch(/queue_due \(list_id=\? AND bucket=\? AND calendar=\? AND due_at[<>]\?/)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  it('never walks what others promised, however much that is', () => {
    for (const ownerId of [ID, null])
      expect(planOf(() => firstOwned(db, { ...walk, since: 0, ownerId }))).toBe(
        'SEARCH queue USING INDEX queue_promised (list_id=? AND owner_id=? AND calendar=? AND due_at>?)',
      )
  })

  it('asks by key what others have before them, who is away, and whether somebody was put off', () => {
    const plan = planOf(() => {
      takenByOthers(db, { seat: 'a', now: 0 })
      holderOf(db, { personId: ID, seat: 'a', now: 0 })
      storedHours(db)
      policyOf(db, ID)
      newestSkip(db, ID)
      snoozedUntil(db, ID, 0)
    })
    // A window holds one lease, so that the table is as long as the team.
    expect(scans(plan).filter((step) => step !== 'SCAN leases')).toEqual([])
    expect(plan).toContain('skips_by_lead')
    expect(plan).toContain('leads_by_person')
  })

  it('jumps from calendar to calendar, and from list to list where all are worked as one', () => {
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec(`INSERT INTO queue (lead_id, list_id, person_id, bucket, calendar, rank, ready_at, attempts)
      VALUES ('a', 'one', 'p', 'new', 'x', 0, 0, 0), ('b', 'one', 'p', 'new', 'y', 0, 0, 0),
        ('c', 'two', 'p', 'new', 'x', 0, 0, 0)`)
    expect(calendarsOf(db, { listId: 'one', bucket: 'new' })).toEqual(['x', 'y'])
    expect(readyLists(db)).toEqual(['one', 'two'])
    const calendars = planOf(() => calendarsOf(db, { listId: 'one', bucket: 'new' }))
    expect(calendars).toMatch(/queue_ready \(list_id=\? AND bucket=\? AND calendar>\?\)/)
    const lists = planOf(() => readyLists(db))
    expect(lists).toContain('queue_ready (list_id>?)')
    expect(scans(`${calendars}\n${lists}`)).toEqual([])
    sqlite.exec('DELETE FROM queue')
    sqlite.pragma('foreign_keys = ON')
  })

  it('promotes and turns by index, and knows the place in the cycle', () => {
    const promoted = planOf(() => promote(db, { listId: ID, now: 0, limit: 10 }))
    expect(promoted).toContain('queue_waiting (list_id=? AND why=? AND until<?)')
    const promises = planOf(() => promotePromises(db, { listId: ID, now: 0 }))
    expect(promises).toBe('SEARCH queue USING INDEX queue_waiting (list_id=? AND why=? AND until<?)')
    const turned = planOf(() => turning(db, { now: 0, limit: 10 }))
    expect(turned).toBe('SEARCH queue USING INDEX queue_turning (turns_at<?)')
    const place = planOf(() => cyclePlace(db, { repId: ID, listId: ID, day: '2026-03-10' }))
    expect([promoted, turned, place].flatMap(scans)).toEqual([])
  })
})

describe('placing a lead', () => {
  it('reads everything by key', () => {
    const lead = {
      id: ID,
      personId: ID,
      companyId: ID,
      listId: ID,
      bornAs: 'lead',
      createdAt: 0,
      arrivedAt: 0,
    }
    const plan = planOf(() => {
      findLead(db, ID)
      factsOfLead(db, lead as never)
      signalsOf(db, ID)
      phonesOf(db, ID)
      otherLeads(db, lead)
      queueRow(db, ID)
      suppressionsOf(db, { personId: ID, companyId: ID, phones: [{ id: ID, e164: '+34600111222' }] })
      dialsOfPerson(db, ID, 0)
      dialsOfCompany(db, ID, 0)
      dialsOfNumber(db, { id: ID, e164: '+34600111222' }, 0)
    })
    expect(scans(plan)).toEqual([])
    for (const index of ['leads_by_person', 'calls_by_company', 'calls_by_phone', 'suppressions_by_person'])
      expect(plan).toContain(index)
  })

  it('and those around it too', () => {
    const plan = planOf(() => {
      calendarsOfCompany(db, { companyId: ID, before: 0 })
      capCompany(db, { companyId: ID, calendar: '', until: 0 })
      sensitiveToNumber(db, '+34600111222', 5)
      promisedElsewhere(db, { id: ID, personId: ID })
      queuedLeads(db, ID)
    })
    expect(scans(plan)).toEqual([])
    expect(plan).not.toMatch(/^SEARCH queue USING INDEX queue_/m)
  })

  it('and of a company, while its cap is not reached, only who is held back or promised', () => {
    for (const ask of [
      () => heldCalendarsOfCompany(db, { companyId: ID, before: 0 }),
      () => heldByCompany(db, ID, ''),
      () => latePromises(db, ID, 0),
    ])
      expect(planOf(ask)).toMatch(/^SEARCH queue USING INDEX queue_of_company \(company_id=\?\)/)
  })
})

it('the counts of a queue are read off the indexes alone', () => {
  for (const count of [
    () => countUrgent(db, ID),
    () => countCycle(db, ID),
    () => countWaiting(db, ID),
    () => countNumberless(db, ID),
    () => countLifted(db, { listId: ID, calendar: '', since: 0 }),
  ])
    expect(planOf(count)).toMatch(/^SEARCH queue USING COVERING INDEX/)
  expect(scans(planOf(() => countDials(db, { listId: ID, repId: ID, since: 0 })))).toEqual([])
})
