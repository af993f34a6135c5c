import type { Reply } from './api.ts'
import type { AppEvent } from './events.ts'

/** A file in the engine's inbox, by the name that later requests give it. */
export type HandedIn = { fileId: string; name: string }

/** All that a page may ask of the desktop shell: `window.callwright`, put there by the preload. */
export type Bridge = {
  /** Refusals come back as data; it rejects only when the shell itself is gone. */
  send: (method: string, input: unknown) => Promise<Reply>
  /** Returns how to stop listening. */
  onEvent: (listener: (event: AppEvent) => void) => () => void
  /** Copies a file that was picked or dropped into the inbox. Rejects when it is not a file on this machine. */
  upload: (file: File) => Promise<HandedIn>
  /** Asks where to, and copies a file of the outbox there. False when the person thought better of it. */
  save: (fileId: string, name: string) => Promise<boolean>
}
