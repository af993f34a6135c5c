import type { ERASE_BLOCKS } from '#shared/contract/erase'
import { AppError } from '#shared/contract/errors'
import { atLeast } from '#shared/domain/people'
import { isOnTheLine } from '#electron/db/erase-preview'
import { selvesOf } from '#electron/db/give'
import { isImporting } from '#electron/db/import'
import { findLead, type LeadRow } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { sitting, type Rep } from '../facts.ts'

/** Throws AppError 'not-allowed' (reason `needs-admin`). */
export function admin(db: Db): Rep {
  const rep = sitting(db)
  if (!atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin erases people.', 'needs-admin')
  return rep
}

/** Throws AppError 'not-found'. */
export function rowOf(db: Db, leadId: string): LeadRow {
  const row = findLead(db, leadId)
  if (!row) throw new AppError('not-found', 'That lead is not here any more.', 'lead-unknown')
  return row
}

type Block = (typeof ERASE_BLOCKS)[number]
export function blockOf(db: Db, erasedAt: number | null, persons: readonly string[]): Block | null {
  if (erasedAt !== null) return 'erased'
  if (isOnTheLine(db, persons)) return 'call-is-open'
  return isImporting(db) ? 'import-running' : null
}

const WORDS: Readonly<Record<Block, string>> = {
  erased: 'That person was erased already.',
  'call-is-open': 'A call with that person is open. Log it first.',
  'import-running': 'An import is running. Wait until it is done.',
}

/** Throws AppError 'conflict' with what stands against it. */
export function mayErase(db: Db, { person }: LeadRow): void {
  const block = blockOf(db, person.erasedAt, selvesOf(db, person.id))
  if (block) throw new AppError('conflict', WORDS[block], block)
}
