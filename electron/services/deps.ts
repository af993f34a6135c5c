import type { AppEvent } from '#shared/contract/events'
import type { Db } from '#electron/db/open'

/** All that a service may reach for besides its input. Tests hand in their own. */
export type Deps = {
  db: Db
  /** Epoch milliseconds. */
  now: () => number
  /** Milliseconds since this machine started: goes on in sleep, and nobody sets it. */
  uptime: () => number
  /** Minutes east of UTC where this desk stands, at that instant. */
  offset: (at: number) => number
  /** IANA zone of this desk. */
  zone: string
  /** A UUIDv7. */
  newId: () => string
  /** Whose facts long work makes: of whoever began it, whoever sits at the desk by its end. */
  by?: string
  emit: (event: AppEvent) => void
  /** Hands a `tel:` or `sip:` address to the system's opener; false when nothing took it. */
  openUri: (uri: string) => Promise<boolean>
  /** The data folder: `inbox/` holds files handed in, `outbox/` files to take away. */
  data: string
  /** True for the sample workspace, which has a data folder of its own. */
  demo: boolean
  /**
   * Copies the store; resolves once the copy was read back and found whole. Of one for an import `onBegun` says that what
   * is written from now on is not in it.
   */
  backup: (why: 'import' | 'hand', onBegun?: () => void) => Promise<void>
  /** Reads all of a copy, by its path; false when a page of it is not what it should be. */
  checkBackup: (path: string) => Promise<boolean>
  /** Closes the store once all that was asked is answered, and opens it again. */
  reopen: () => void
  /** Aborted when the engine is about to close the store: long work stops at its next slice. */
  closing: AbortSignal
  /** Threads: one reads and normalises a file to import, one writes the log back meanwhile; see services/import. */
  workers: { import: URL | null; log?: URL }
}
