import { fold } from '../lib/fold.ts'
import type { Said } from './facts.ts'
import { companyKey } from './company-key.ts'

/** A title or an employer that somebody wrote, oldest first in a list of them; what is blank is null. */
export type JobEdit = Said & {
  id: string
  /** The edit that this one takes back. */
  refersTo: string | null
  field: string
  before: string | null
  after: string | null
}

/**
 * When somebody got another job (PRODUCT.md section 5): their employer or title is another one after folding case, accents
 * and legal form. As for whoever returns (section 8), blank to value and spelling are no change, nor is what was taken back.
 */
export function jobChangesOf(edits: readonly JobEdit[]): Said[] {
  const back = new Set<string>()
  for (const { id, refersTo } of edits.toReversed())
    if (refersTo !== null && !back.has(id)) back.add(refersTo)
  return edits.filter((edit) => edit.refersTo === null && !back.has(edit.id) && isOther(edit))
}

function isOther({ field, before, after }: JobEdit): boolean {
  if (before === null || after === null) return false
  const key = field === 'company' ? (text: string) => companyKey(text).key : fold
  return key(before) !== key(after)
}
