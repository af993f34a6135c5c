import { expect } from 'vitest'

import { raw } from '#electron/db/raw'
import { gather } from '#electron/services/placing'
import { place } from '#shared/domain/place'
import type { World } from './busy-desk.ts'

type Row = { leadId: string; readyAt: number; rank: number }

/**
 * A witness of ranks with a book of its own: points count as they stood when a lead became ready (PRODUCT.md section 7),
 * so whatever is learnt of it later, its rank is the one that its facts gave by then, also when it was away meanwhile.
 * `look` after each deed.
 */
export function rankBook({ app }: World) {
  let book = new Map<string, Row>()
  /** Of whoever was ever ready, by lead and instant. */
  const past = new Map<string, number>()
  const keyOf = ({ leadId, readyAt }: Row) => `${leadId} ${readyAt}`
  const byFacts = (leadId: string, now: number) =>
    app.db.transaction((tx) => place(gather(tx, app.deps, leadId).placing, now)?.rank)
  return {
    look: (): void => {
      const now = app.clock.now()
      const rows = raw<Row>(app.db, 'SELECT lead_id AS leadId, ready_at AS readyAt, rank FROM queue').all()
      const isReady = ({ readyAt }: Row) => readyAt <= now
      const note = (row: Row, rank: number) => void past.set(keyOf(row), past.get(keyOf(row)) ?? rank)
      // Whose time came since the last look.
      for (const row of book.values()) if (isReady(row)) note(row, row.rank)
      for (const row of rows.filter(isReady)) {
        const rank = past.get(keyOf(row)) ?? byFacts(row.leadId, now)
        expect(row).toEqual({ ...row, rank })
        note(row, row.rank)
      }
      book = new Map(rows.map((row) => [row.leadId, row]))
    },
    /** Those who are ready and whose rank is another than what is known by now would give. */
    kept: (): string[] => {
      const now = app.clock.now()
      const isKept = ({ leadId, readyAt, rank }: Row) => readyAt <= now && byFacts(leadId, now) !== rank
      return [...book.values()].filter(isKept).map(({ leadId }) => leadId)
    },
  }
}
