import type { Ready } from '#shared/domain/order'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

// The bucket in words and not as a parameter, so that the index of promises serves. It is named: left to choose, SQLite
// walks everybody's promises to find one owner's.
const due = (
  index: string,
) => `SELECT lead_id AS leadId, list_id AS listId, bucket, rank, ready_at AS readyAt, attempts,
    due_at AS dueAt
  FROM queue INDEXED BY ${index} WHERE list_id = @listId AND calendar = @calendar AND bucket = 'promise'
    AND until IS NULL AND due_at >= @since`
const FIRST = 'ORDER BY due_at LIMIT @limit'

type Walk = { listId: string; calendar: string; since: number; limit: number }

/** Promises of one owner, or nobody's, due since `since`, oldest first. */
export const firstOwned = (db: Db, walk: Walk & { ownerId: string | null }): Ready[] =>
  raw<Ready>(db, `${due('queue_promised')} AND owner_id IS @ownerId ${FIRST}`).all(walk)

const ANY = `SELECT 1 FROM queue INDEXED BY queue_promised WHERE list_id = @listId AND owner_id IS @ownerId
  AND bucket = 'promise' AND until IS NULL LIMIT 1`
/** Whether any promise of one owner, or nobody's, is ready in a list, in whatever calendar. */
export const hasOwned = (db: Db, of: { listId: string; ownerId: string | null }): boolean =>
  raw(db, ANY).get(of) !== undefined

/** Promises due from `since` to `by`, whosever they are, oldest first. */
export const firstDueBy = (db: Db, walk: Walk & { by: number }): Ready[] =>
  raw<Ready>(db, `${due('queue_due')} AND due_at <= @by ${FIRST}`).all(walk)
