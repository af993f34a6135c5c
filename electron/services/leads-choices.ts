import type { Output } from '#shared/contract/api'
import { countriesIn, filesWithLeads, headersOf, lastLead, sourcesIn } from '#electron/db/leads-choices'
import type { Db } from '#electron/db/open'
import { takeTurns } from './turns.ts'

/** Rows that are looked through in one go. */
const STRETCH = 4096

/** What filters offer: all that there is, and nothing else. */
export async function choices(db: Db): Promise<Output<'leads.choices'>> {
  const turns = takeTurns()
  const last = lastLead(db)
  const sources = new Map<string, string>()
  const countries = new Set<string>()
  for (let from = 0; from < last; from += STRETCH) {
    const stretch = { from, to: from + STRETCH }
    for (const { key, name } of sourcesIn(db, stretch)) if (!sources.has(key)) sources.set(key, name)
    for (const country of countriesIn(db, stretch)) countries.add(country)
    if (turns.isOver()) await turns.next()
  }
  const imports = filesWithLeads(db)
  return {
    sources: [...sources].map(([key, name]) => ({ key, name })),
    countries: [...countries].toSorted(),
    imports,
    headers: headersOf(
      db,
      imports.map(({ id }) => id),
    ).toSorted(),
  }
}
