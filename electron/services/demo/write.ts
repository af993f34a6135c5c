import { nextClock } from '#electron/db/facts'
import { insertRows, type AnyTable } from '#electron/db/insert'
import type { Db } from '#electron/db/open'
import * as schema from '#electron/db/schema/facts'
import type { Fact, FactTable } from './facts.ts'

const TABLES: Readonly<Record<FactTable, AnyTable>> = {
  calls: schema.calls,
  answers: schema.answers,
  stageChanges: schema.stageChanges,
  promises: schema.promises,
  assignments: schema.assignments,
  suppressions: schema.suppressions,
  opportunities: schema.opportunities,
  verdicts: schema.verdicts,
}

export type Stamper = {
  device: string
  seq: number
  clock: string
  /** Minutes east of UTC. */
  offset: (at: number) => number
  ruleVersion: number
}

/** Stamps facts in the order they happened and writes them. Moves the stamper on. */
export function insertFacts(db: Db, stamper: Stamper, facts: readonly Fact[]): void {
  const byTable = new Map<FactTable, object[]>()
  for (const { table, at, row } of facts.toSorted((a, b) => a.at - b.at)) {
    const whole = Math.round(at)
    stamper.clock = nextClock(stamper.clock, whole, stamper.device)
    const { device, clock, ruleVersion } = stamper
    const stamp = { device, clock, ruleVersion, seq: ++stamper.seq, at: whole, offset: stamper.offset(whole) }
    const rows = byTable.get(table) ?? []
    rows.push({ ...row, ...stamp, refersTo: null })
    byTable.set(table, rows)
  }
  for (const [table, rows] of byTable) insertRows(db, TABLES[table], rows)
}
