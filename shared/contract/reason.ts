import * as z from 'zod'

import { REASON_FIELDS, REASON_REFUSALS } from '../domain/reason-check.ts'
import { EXITS, REASON_IDS } from '../domain/reason.ts'
import { catalogueOf, ownLabel } from './catalogue.ts'

/** One of ours, or one of the team's own: its kind, a slash and its name. */
export const reasonCode = z
  .string()
  .max(60)
  .regex(new RegExp(`^(${REASON_IDS.join('|')})(/[a-z0-9_]{1,36})?$`))

const rule = {
  code: z.string().min(1).max(60),
  on: z.boolean(),
  exit: z.enum(EXITS),
  /** Whole days; null = never by time, or at the next quarter. How many are sensible is the rule's to say, in words. */
  days: z.int().min(0).max(10_000).nullable(),
}
const reasonEntry = z.object({ ...rule, label: ownLabel })
/** As it is to be done; its name is among the team's words. */
export const reasonHeld = z.object(rule)

export const reasonSet = z.array(reasonEntry).max(100)
const { get, save, restore } = catalogueOf(reasonSet, REASON_REFUSALS, REASON_FIELDS)

/** Why leads leave the pipeline, by version: PRODUCT.md section 8. */
export const reasons = { 'reason.get': get, 'reason.save': save, 'reason.restore': restore } as const
