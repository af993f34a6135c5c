/** What becomes of a lead when its import is taken back (PRODUCT.md section 11). */
export const UNDO_ENDS = ['reversed', 'kept', 'failed'] as const

/** Why a lead is kept (somebody worked on it since) or could not be set back. */
export const UNDO_REASONS = [
  'called',
  'noted',
  'moved',
  'edited',
  'assigned',
  'exported',
  'suppressed',
  'merged',
  /** A later import changed the same values. */
  'later_import',
  /** The old value was erased, or is older than it may be kept. */
  'old_value_gone',
] as const
export type UndoReason = (typeof UNDO_REASONS)[number]

/** Milliseconds that old values live, and with them the way back: 12 months. */
export const UNDO_FOR = 365 * 86_400_000
