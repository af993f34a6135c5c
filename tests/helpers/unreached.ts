/** What `call.log` is told of a call in which nobody was spoken to. */
export const UNREACHED = {
  spoke: null,
  reason: null,
  reasonText: null,
  step: null,
  wakesOn: null,
  referral: null,
  scope: null,
  leftMessage: false,
  override: null,
} as const
