/** The names under which the page and the shell speak, one for each member of `Shell`. */
export const CHANNEL = {
  send: 'callwright:send',
  event: 'callwright:event',
  upload: 'callwright:upload',
  save: 'callwright:save',
} as const
