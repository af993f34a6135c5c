export const EXPORT_PROFILES = ['hubspot', 'salesforce', 'generic'] as const
export type ExportProfile = (typeof EXPORT_PROFILES)[number]

/**
 * `no-proofs`: it stands at SQL or further but never passed the three proofs here.
 * `no-match`: it changed, and the target could not tell which record it is.
 */
export const HELD_REASONS = ['required', 'too-long', 'no-proofs', 'no-match'] as const
export type HeldReason = (typeof HELD_REASONS)[number]
