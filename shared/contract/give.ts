import * as z from 'zod'

import { LANGUAGES } from '../domain/language.ts'

import { id, outgoing } from './wire.ts'

export const GIVE_FORMATS = ['html', 'json'] as const

export const giving = {
  /** All that is held on the person of a lead, for whoever asks for their data. Team leads and admins only ('not-allowed'). */
  'person.give': {
    input: z.object({ leadId: id, format: z.enum(GIVE_FORMATS), language: z.enum(LANGUAGES) }),
    output: outgoing,
  },
} as const
