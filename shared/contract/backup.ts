import * as z from 'zod'

import { id, instant, none } from './wire.ts'

/** Why a copy was made; see electron/db/backup.ts, which names the files by it. */
const BACKUP_WHY = ['daily', 'migration', 'import', 'hand', 'restore'] as const

const name = z.string().max(100)

const copies = z.object({
  /** Where they lie on this machine. */
  folder: z.string(),
  storeBytes: z.int(),
  /** Newest first. Each was read back and found whole when it was made. */
  copies: z.array(z.object({ name, why: z.enum(BACKUP_WHY), at: instant, bytes: z.int() })),
  /** The last that was put back; `done` false: it was gone or damaged, and the store stayed as it was. */
  restored: z.object({ id, at: instant, by: z.string(), copyAt: instant, done: z.boolean() }).nullable(),
})

export const backups = {
  /** The newest first, with what each is for and how large it is. */
  'backups.list': { input: none, output: copies },
  /** A copy now: a job of the tray. Resolves once it was read back and found whole. */
  'backups.make': { input: none, output: copies },
  /** Reads all of a copy. Throws 'not-found' (`backup-unknown`). */
  'backups.check': { input: z.object({ name }), output: z.object({ sound: z.boolean() }) },
  /**
   * Puts a copy in the store's place, which is copied first (`restore`), and opens it: it is done once 'backups.list' tells
   * this id. Erasures made since are made again. Admins only ('not-allowed', `needs-admin`); throws 'not-found'
   * (`backup-unknown`), 'conflict' while an import runs.
   */
  'backups.restore': { input: z.object({ name }), output: z.object({ id }) },
} as const
