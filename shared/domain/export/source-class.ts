import { fold } from '../../lib/fold.ts'

/** What kind of source a word means, for targets that know only kinds. The first that fits. */
const CLASSES = [
  ['phone', /phone|telefon|llamada|inbound call/],
  ['partner', /partner|referral|referid|recomend|reference|socio|prescriptor/],
  ['bought', /purchas|bought|comprad|list broker|base de datos/],
  ['web', /web|google|bing|organic|seo|sem|ads|landing|form|chat|social|linkedin|facebook|direct/],
] as const

type SourceClass = (typeof CLASSES)[number][0] | 'other'

export function sourceClass(source: string | null): SourceClass | null {
  if (!source?.trim()) return null
  const folded = fold(source)
  return CLASSES.find(([, words]) => words.test(folded))?.[0] ?? 'other'
}
