import * as z from 'zod'

import { STAGES } from '../domain/stage.ts'
import { id, none, shortText } from './wire.ts'

const foundLead = z.object({
  leadId: id,
  name: z.string(),
  title: z.string().nullable(),
  company: z.string().nullable(),
  /** As people read it; the first that may be called, else the first. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  stage: z.enum(STAGES),
  listName: z.string(),
  /** The column of a file that it was found by, where it was none of the above; without a header, where they are. */
  kept: z.object({ header: z.string(), value: z.string() }).nullable(),
})
const foundCompany = z.object({
  companyId: id,
  name: z.string(),
  city: z.string().nullable(),
  people: z.int(),
})
const found = { leads: z.array(foundLead), companies: z.array(foundCompany) }

const FOUND_KINDS = ['lead', 'company', 'list', 'command'] as const
/** `id` of a lead, company or list is theirs; of a command, its name in the table. */
const entry = z.object({ kind: z.enum(FOUND_KINDS), id: shortText.min(1) })

export const find = {
  /**
   * As one types: people by name, company, phone or e-mail, then by what files brought in columns of no field, then by
   * some words of the one and some of the other, and companies by name; every word begins a word.
   */
  'find.search': {
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.object(found),
  },
  /** What this rep went to last, newest first; what is not here any more is left out. */
  'find.list': { input: none, output: z.object({ entries: z.array(entry), ...found }) },
  /** Keeps that this rep went there. */
  'find.open': { input: entry, output: none },
} as const
