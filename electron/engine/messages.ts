import type { Reply } from '#shared/contract/api'
import type { ApiError } from '#shared/contract/errors'
import type { AppEvent } from '#shared/contract/events'

/** What the engine's thread is told. */
export type ToWorker =
  | { kind: 'request'; id: number; method: string; input: unknown }
  | { kind: 'uri-opened'; id: number; taken: boolean }
  | { kind: 'close' }

/** What it answers. `ready` or `failed` comes first, once; its exit says that it is closed. */
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'failed'; error: ApiError }
  | { kind: 'reply'; id: number; reply: Reply }
  | { kind: 'event'; event: AppEvent }
  | { kind: 'open-uri'; id: number; uri: string }

/** What the engine's thread is started with; all of it survives a structured clone. */
export type WorkerStart = { data: string; demo: boolean; entry: string }

/** A copy to make, or one to read back. */
export type BackupStart = { data: string; why: 'daily' | 'import' | 'hand'; now: number } | { check: string }
