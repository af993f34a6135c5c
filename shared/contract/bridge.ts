import type { Reply } from './api.ts'
import type { ApiError } from './errors.ts'
import type { AppEvent } from './events.ts'

/** A file in the engine's inbox, by the name that later requests give it. */
export type HandedIn = { fileId: string; name: string }

/** All that a page may ask of the desktop shell. */
export type Bridge = {
  /** Refusals come back as data; it rejects only when the shell itself is gone. */
  send: (method: string, input: unknown) => Promise<Reply>
  /** Returns how to stop listening. */
  onEvent: (listener: (event: AppEvent) => void) => () => void
  /** Copies a file that was picked or dropped into the inbox. Throws AppError 'unreadable-file' with why it can't. */
  upload: (file: File) => Promise<HandedIn>
  /** Asks where to, and copies a file of the outbox there. False when the person thought better of it. */
  save: (fileId: string, name: string) => Promise<boolean>
}

/** How a file deed ended. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ApiError }

/** `window.callwright`, put there by the preload. What is thrown there would lose all but its English words on its way
 * to the page, so what a file is refused for travels as data. */
export type Shell = Omit<Bridge, 'upload' | 'save'> & {
  upload: (file: File) => Promise<Outcome<HandedIn>>
  save: (fileId: string, name: string) => Promise<Outcome<boolean>>
}
