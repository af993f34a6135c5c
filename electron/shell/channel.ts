/** The names under which the page and the shell speak, one for each member of `Bridge`. */
export const CHANNEL = {
  send: 'callwright:send',
  event: 'callwright:event',
  upload: 'callwright:upload',
  save: 'callwright:save',
} as const

/** How a file deed ended. Electron wraps what is thrown in words of its own, so refusals travel as data. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; message: string }
