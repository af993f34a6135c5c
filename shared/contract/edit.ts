import * as z from 'zod'

import { EDIT_FIELDS, EDIT_REFUSALS } from '../domain/edit.ts'
import { phone } from './card.ts'
import { id } from './wire.ts'

const saved = z.object({
  kind: z.literal('saved'),
  editId: id,
  /** Others who have this number or address as well. */
  also: z.array(z.object({ leadId: id.nullable(), name: z.string() })),
})
const refused = z.object({ kind: z.literal('refused'), reason: z.enum(EDIT_REFUSALS) })

const text = z.string()
const savedJob = z.object({ kind: z.literal('saved'), editIds: z.array(id).min(1) })
/** A person's numbers are few. */
const MOST_EDITS = 60

export const edits = {
  /** All that can be set by hand, as it stands; '' is blank. */
  'lead.fields': {
    input: z.object({ leadId: id }),
    output: z.object({
      name: text,
      title: text,
      city: text,
      province: text,
      postalCode: text,
      country: text,
      zone: text,
      company: text,
      'company.industry': text,
      'company.employees': text,
      source: text,
      campaign: text,
      emails: z.array(z.string()),
      phones: z.array(phone),
      extra: z.record(z.string(), z.string()),
    }),
  },
  /**
   * Sets one field by hand; '' is blank. `of` says which: the id of a number, an address as it stands, a column's
   * header; null adds a number or an address. Nothing is written when nothing would change (`unchanged`).
   */
  'lead.edit': {
    input: z.object({
      leadId: id,
      field: z.enum(EDIT_FIELDS),
      of: z.string().max(500).nullable(),
      value: z.string().max(2000),
    }),
    output: z.discriminatedUnion('kind', [saved, refused, z.object({ kind: z.literal('unchanged') })]),
  },
  /** Puts back what stood before, by a new edit; refused when it was changed again since. */
  'lead.unedit': {
    input: z.object({ leadId: id, editId: id }),
    output: z.discriminatedUnion('kind', [saved, refused]),
  },
  /**
   * They work somewhere else now: employer, title, and which of their numbers stay with the old job, in one deed. Open
   * leads go along, closed ones stay with whom they were closed at; who decides is asked again (PRODUCT.md section 5).
   */
  'lead.changeJob': {
    input: z.object({
      leadId: id,
      company: z.string().trim().min(1).max(200),
      title: z.string().max(200),
      gone: z.array(id).max(MOST_EDITS),
    }),
    output: z.discriminatedUnion('kind', [savedJob, refused, z.object({ kind: z.literal('unchanged') })]),
  },
  /** Puts all of it back, or nothing where one of them was changed again since. */
  'lead.unchangeJob': {
    input: z.object({ leadId: id, editIds: z.array(id).min(1).max(MOST_EDITS) }),
    output: z.discriminatedUnion('kind', [savedJob, refused]),
  },
} as const
