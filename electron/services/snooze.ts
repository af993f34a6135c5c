import * as z from 'zod'

import type { Input, Output } from '#shared/contract/api'
import { MINUTE } from '#shared/lib/time'
import { readSetting, writeSetting } from '#electron/db/people'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'

/** Nobody is reminded of a promise that much later, so neither is a snooze kept (PRODUCT.md section 7: 2 h). */
const KEPT = 120 * MINUTE

const shape = z.record(z.string(), z.int())
const keyOf = (repId: string) => `snoozes@${repId}`

/** Until when a rep put off being reminded, by promise, epoch ms. */
export const snoozesOf = (db: Db, repId: string): Readonly<Record<string, number>> =>
  shape.safeParse(readSetting(db, keyOf(repId))).data ?? {}

/** Puts a reminder off, for the rep at the desk in every window and after a restart. */
export function snooze(
  { db, now, emit }: Deps,
  { promiseId, minutes }: Input<'promises.snooze'>,
): Output<'promises.snooze'> {
  const until = now() + minutes * MINUTE
  db.transaction((tx) => {
    const { id } = sitting(tx)
    const kept = Object.entries(snoozesOf(tx, id)).filter(([, at]) => at > now() - KEPT)
    writeSetting(tx, keyOf(id), { ...Object.fromEntries(kept), [promiseId]: until })
  })
  emit({ kind: 'changed', topics: ['queue'] })
  return { promiseId, until }
}
