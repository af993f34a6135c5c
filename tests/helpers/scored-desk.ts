import { sql } from 'drizzle-orm'
import { expect } from 'vitest'

import { rescoreProgress } from '#electron/db/rescore'
import { insertRules } from '#electron/db/rules'
import { signals } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import { DEFAULT_PROFILE, type ScoreProfile } from '#shared/domain/profile'
import { HOUR } from '#shared/lib/time'
import { deskApp, type DeskApp } from './desk.ts'
import { storeDump } from './store-dump.ts'
import type { TestOptions } from './test-app.ts'

/** Who is nobody's target by the shipped profile and wholly one by this: their fit says by which they were scored. */
export const ON_MADRID: ScoreProfile = {
  ...DEFAULT_PROFILE,
  fit: [{ rule: 'place', points: 100, targets: ['madrid'] }],
}
const NEW_FIT = 100_00

/** A desk with an admin and so many leads in Madrid, some of whom are to come and some of whom did something of late. */
export function scoredDesk(leads: number, options: TestOptions = {}): DeskApp & { admin: string } {
  const app = deskApp(options)
  const admin = app.given.rep('Irene Sol', 'admin')
  const now = app.clock.now()
  // In one transaction: a store in a file would wait for the disk at each of them.
  app.db.transaction((tx) => {
    const ids = Array.from({ length: leads }, (_, n) => {
      const later = n % 4 === 3 ? { createdAt: now + HOUR, arrivedAt: now + HOUR } : {}
      return app.lead(`Lead ${n}`, later)
    })
    for (const leadId of ids.filter((_, n) => n % 3 === 0))
      tx.insert(signals)
        .values({ id: app.deps.newId(), leadId, kind: 'download', at: now - HOUR })
        .run()
    refresh(tx, app.deps, ids)
  })
  return { ...app, admin }
}

/** As `rules.save` leaves the rules, without the re-score that it begins. */
export const ruled = (app: DeskApp & { admin: string }): void =>
  void app.db.transaction((tx) =>
    insertRules(tx, { kind: 'score', data: ON_MADRID, at: app.clock.now(), repId: app.admin }),
  )

type Store = Pick<DeskApp, 'db' | 'deps'>

export const leadIds = ({ db }: Pick<Store, 'db'>): string[] =>
  db.all<{ id: string }>(sql`SELECT id FROM leads ORDER BY id`).map(({ id }) => id)

/** Leads that were scored by the new profile already. */
export const scoredAnew = ({ db }: Pick<Store, 'db'>): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM leads WHERE fit = ${NEW_FIT}`).n

/** It is over, and everybody stands as placing them all anew by their facts gives. */
export function expectScored({ db, deps }: Store): void {
  expect(rescoreProgress(db)).toBeNull()
  const [found, ids] = [storeDump(db), leadIds({ db })]
  expect(scoredAnew({ db })).toBe(ids.length)
  db.transaction((tx) => refresh(tx, deps, ids))
  expect(found).toEqual(storeDump(db))
}
