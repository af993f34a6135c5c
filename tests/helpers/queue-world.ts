import { eq } from 'drizzle-orm'
import fc from 'fast-check'

import { sitAtDesk } from '#electron/db/device'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { signals } from '#electron/db/schema/lead'
import { phones } from '#electron/db/schema/person'
import { insertSkip } from '#electron/db/skip'
import { advanceCycle, refresh, refreshAround } from '#electron/services/queue'
import { settle } from '#electron/services/queue-next'
import { gather } from '#electron/services/placing'
import { OUTCOME_IDS, WHO_SPOKE } from '#shared/domain/outcome'
import { SIGNAL_KINDS } from '#shared/domain/profile'
import { DAY, MINUTE } from '#shared/lib/time'
import { historyOf } from './history.ts'
import { NOW, type TestApp } from './test-app.ts'

const LEADS = 9

/** Six people of two companies; the first three are in both lists. */
export function world(app: TestApp) {
  const given = historyOf(app.db, app.deps.newId)
  const reps = [given.rep('Ana'), given.rep('Ben')]
  sitAtDesk(app.db, reps[0] ?? '')
  const lists = [given.list('One'), given.list('Two')]
  const companies = [given.company('A'), given.company('B')]
  const provinces = ['Madrid', 'Las Palmas', null]
  const people = Array.from({ length: 6 }, (_, n) =>
    given.person(`P${n}`, { country: 'ES', province: provinces[n % 3] ?? null, phones: [`+3460000000${n}`] }),
  )
  const made = Array.from({ length: LEADS }, (_, n) => {
    const who = {
      personId: people[n % 6] ?? '',
      listId: lists[n < 6 ? 0 : 1] ?? '',
      companyId: companies[n % 2] ?? '',
    }
    const at = NOW - (n % 5) * DAY
    return { ...who, id: given.lead(who.personId, who.listId, { ...who, createdAt: at, arrivedAt: at }) }
  })
  return { given, reps, lists, leads: made }
}
type World = ReturnType<typeof world>

const which = fc.nat(LEADS - 1)
/** One of all that moves the queue. */
export const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('call'),
      which,
      outcome: fc.constantFrom(...OUTCOME_IDS),
      spoke: fc.constantFrom(...WHO_SPOKE, null),
      rep: fc.nat(1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('wait'),
      minutes: fc.oneof(fc.nat(90), fc.nat(4000), fc.nat(60_000)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('promise'),
      which,
      inMinutes: fc.integer({ min: -60, max: 5000 }),
      agreed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('stage'),
      which,
      to: fc.constantFrom('lead', 'mql', 'sql', 'nurture', 'disqualified'),
      wakesIn: fc.option(fc.nat(30)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('skip'),
      which,
      inMinutes: fc.option(fc.integer({ min: 1, max: 5000 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look'), list: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('signal'), which, kind: fc.constantFrom(...SIGNAL_KINDS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('phone'), which, status: fc.constantFrom('ok', 'invalid') }),
  },
) as fc.Arbitrary<Act>
type Act =
  | {
      do: 'call'
      which: number
      outcome: (typeof OUTCOME_IDS)[number]
      spoke: 'person' | 'other' | null
      rep: number
    }
  | { do: 'wait'; minutes: number }
  | { do: 'promise'; which: number; inMinutes: number; agreed: boolean }
  | { do: 'stage'; which: number; to: 'lead' | 'nurture'; wakesIn: number | null }
  | { do: 'undo' }
  | { do: 'skip'; which: number; inMinutes: number | null }
  | { do: 'look'; list: number }
  | { do: 'signal'; which: number; kind: (typeof SIGNAL_KINDS)[number] }
  | { do: 'phone'; which: number; status: 'ok' | 'invalid' }

/** Each writes facts and tells the queue, as the deeds do. */
export function play(app: TestApp, { given, reps, lists, leads: made }: World, acts: readonly Act[]): void {
  const { db, deps, clock } = app
  const calls: { id: string; leadId: string }[] = []
  const told = (tx: Db, leadId: string) => {
    refresh(tx, deps, [leadId])
    refreshAround(tx, deps, gather(tx, deps, leadId).row)
  }
  const lead = (n: number) => made[n] ?? made[0]
  const deeds: { [K in Act['do']]: (tx: Db, act: Extract<Act, { do: K }>) => void } = {
    wait: (_, { minutes }) => clock.advance(minutes * MINUTE),
    look: (tx, { list }) => settle(tx, deps, lists[list] ?? '', { ms: 0, step: 3, turn: 1 }),
    call: (tx, { which, outcome, spoke, rep }) => {
      const { id: leadId, ...who } = lead(which) ?? { id: '', personId: '', listId: '', companyId: '' }
      clock.advance(MINUTE)
      const id = given.call({ leadId, ...who, repId: reps[rep] ?? '', at: clock.now(), outcome, spoke })
      calls.push({ id, leadId })
      advanceCycle(tx, reps[rep] ?? '', who.listId, '2026-03-10', leadId)
      told(tx, leadId)
    },
    promise: (tx, { which, inMinutes, agreed }) => {
      const { id: leadId, personId } = lead(which) ?? { id: '', personId: '' }
      clock.advance(MINUTE)
      const dueAt = clock.now() + inMinutes * MINUTE
      given.promise({ leadId, personId, repId: reps[0] ?? '', at: clock.now(), kind: 'call', dueAt, agreed })
      told(tx, leadId)
    },
    stage: (tx, { which, to, wakesIn }) => {
      const leadId = lead(which)?.id ?? ''
      clock.advance(MINUTE)
      const from = gather(tx, deps, leadId).placing.standing.stage
      const wakesAt = wakesIn === null ? null : clock.now() + wakesIn * DAY
      given.stage({ leadId, repId: reps[0] ?? '', at: clock.now(), from, to, reason: 'no_need', wakesAt })
      told(tx, leadId)
    },
    undo: (tx) => {
      const last = calls.pop()
      if (!last) return
      given.undo(last.id, reps[0] ?? '', clock.now())
      told(tx, last.leadId)
    },
    // Null takes back the one before.
    skip: (tx, { which, inMinutes }) => {
      const leadId = lead(which)?.id ?? ''
      clock.advance(MINUTE)
      const until = inMinutes === null ? null : clock.now() + inMinutes * MINUTE
      insertSkip(tx, { ...stampOf(tx, deps), leadId, reason: 'other', until })
      told(tx, leadId)
    },
    signal: (tx, { which, kind }) => {
      const leadId = lead(which)?.id ?? ''
      db.insert(signals).values({ id: deps.newId(), leadId, kind, at: clock.now() }).run()
      told(tx, leadId)
    },
    phone: (tx, { which, status }) => {
      const personId = lead(which)?.personId ?? ''
      db.update(phones).set({ status }).where(eq(phones.personId, personId)).run()
      const theirs = made.filter((each) => each.personId === personId)
      refresh(
        tx,
        deps,
        theirs.map(({ id }) => id),
      )
    },
  }
  for (const act of acts) {
    const deed = deeds[act.do] as (tx: Db, act: Act) => void
    db.transaction((tx) => deed(tx, act))
  }
}

/** Everything that is due has happened. */
export function settleAll(app: TestApp, { lists }: World): void {
  app.db.transaction((tx) =>
    lists.forEach((list) => settle(tx, app.deps, list, { ms: 60_000, step: 1000, turn: 1000 })),
  )
}
