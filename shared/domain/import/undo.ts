import { DAY } from '../../lib/time.ts'
import { monthsFrom } from '../retention.ts'

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

/** Milliseconds that old values live at most: 12 months. */
const YEAR = 365 * DAY

/**
 * Until when old values live, and with them the way back: 12 months after the import, or as long as its list keeps people
 * where that is shorter (PRODUCT.md sections 9, 11). Epoch ms; `months` null = the list keeps them for ever.
 */
export const undoUntil = (at: number, months: number | null): number =>
  Math.min(at + YEAR, months === null ? Infinity : monthsFrom(at, months))
