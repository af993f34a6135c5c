import type { Output } from '#shared/contract/api'
import { fold } from '#shared/lib/fold'
import { industriesIn, lastRow, provincesIn, type Word } from '#electron/db/territory-known'
import type { Db } from '#electron/db/open'
import { takeTurns } from './turns.ts'

/** Rows that are looked through in one go. */
const STRETCH = 4096
const MOST = 1000

type Table = Parameters<typeof lastRow>[1]

/** What there is to pick from. A million people are looked through in turns with the calls. */
export async function known(db: Db): Promise<Output<'territories.known'>> {
  return {
    provinces: await wordsOf(db, 'persons', provincesIn),
    industries: await wordsOf(db, 'companies', industriesIn),
  }
}

/** One word for all spellings that a territory takes for the same: the one that is written most. */
async function wordsOf(db: Db, table: Table, find: typeof provincesIn): Promise<string[]> {
  const turns = takeTurns()
  const times = new Map<string, number>()
  const last = lastRow(db, table)
  for (let from = 0; from < last; from += STRETCH) {
    for (const { word, n } of find(db, { from, to: from + STRETCH }))
      times.set(word, (times.get(word) ?? 0) + n)
    if (turns.isOver()) await turns.next()
  }
  const spellings: Word[] = [...times].map(([word, n]) => ({ word, n })).toSorted((a, b) => b.n - a.n)
  const first = new Map<string, string>()
  for (const { word } of spellings) if (!first.has(fold(word))) first.set(fold(word), word)
  return [...first.values()].slice(0, MOST)
}
