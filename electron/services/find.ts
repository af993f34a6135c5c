import type { Handlers, Input, Output } from '#shared/contract/api'
import { find } from '#shared/contract/find'
import { companyKey } from '#shared/domain/company-key'
import { keptMatch, placesIn, searchQuery, searchWords, type KeptMatch } from '#shared/domain/search'
import { showPhone } from '#shared/domain/show-phone'
import { foundCompanies, foundLeads, searchCompanies } from '#electron/db/find'
import { searchLeads } from '#electron/db/leads'
import type { Db } from '#electron/db/open'
import { readSettings, writeSetting } from '#electron/db/people'
import { searchKept } from '#electron/db/search-kept'
import { havingIn, leadsKept, searchMixed, searchPlaced, type Having } from '#electron/db/search-mixed'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'

type Entry = Input<'find.open'>

export const findHandlers = ({ db }: Deps) =>
  ({
    'find.search': (input) => search(db, input),
    'find.list': () => recent(db),
    'find.open': (entry) => db.transaction((tx) => keep(tx, entry)),
  }) satisfies Partial<Handlers>

/** One letter matches half of everybody: ranking waits until the words say something. */
const TELLING = 3
/** Companies are fewer, and stand under the people. */
const COMPANIES = 5

function search(db: Db, { text, limit }: Input<'find.search'>): Output<'find.search'> {
  const query = searchQuery(text)
  if (query === null) return { leads: [], companies: [] }
  const letters = text.replace(/\P{L}/gu, '').length
  const called = searchLeads(db, query, letters >= TELLING, limit)
  const isTelling = text.replace(/[^\p{L}\p{N}]/gu, '').length >= TELLING
  const kept = isTelling ? keptBeside(db, { text, query, called, limit }) : NOTHING_KEPT
  const rows = [...called, ...kept.keys()]
  const having = havingIn(db)
  const mixed = isTelling ? mixedBeside(db, having, { text, called: rows, limit }) : NOTHING_KEPT
  rows.push(...mixed.keys())
  const placed = isTelling ? placedBeside(db, having, { text, called: rows, limit }) : NOTHING_KEPT
  rows.push(...placed.keys())
  const companies = letters === 0 ? [] : searchCompanies(db, companyKey(text).key, query, COMPANIES)
  return {
    leads: inOrder(foundLeads(db, 'rowid', rows), rows, ({ n }) => n).map((row) =>
      shown(row, kept.get(row.n) ?? mixed.get(row.n) ?? placed.get(row.n)),
    ),
    companies: inOrder(foundCompanies(db, companies), companies, ({ companyId }) => companyId),
  }
}

const NOTHING_KEPT: ReadonlyMap<number, KeptMatch> = new Map()
type Beside = { text: string; query: string; called: readonly number[]; limit: number }

/** Once all who are called so or reached so are there: leads of whom a file said it elsewhere, each with where. */
function keptBeside(db: Db, { text, query, called, limit }: Beside): ReadonlyMap<number, KeptMatch> {
  if (called.length >= limit) return NOTHING_KEPT
  const found = searchKept(db, query, limit + called.length).flatMap(
    ({ n, extra }): [number, KeptMatch][] => {
      const match = called.includes(n) ? null : keptMatch(extra, text)
      return match ? [[n, match]] : []
    },
  )
  return new Map(found.slice(0, limit - called.length))
}

/** Then leads of whom some words say who they are and the others stand in what a file said: "García Sevilla". */
function mixedBeside(
  db: Db,
  having: Having,
  { text, called, limit }: Omit<Beside, 'query'>,
): ReadonlyMap<number, KeptMatch> {
  const words = searchWords(text)
  if (called.length >= limit || words.length === 0) return NOTHING_KEPT
  const queries = words.map(({ query }) => query)
  const people = searchMixed(db, having, queries, limit + called.length)
  const found = leadsKept(db, people).flatMap(({ n, extra }): [number, KeptMatch][] => {
    const match = called.includes(n) ? null : keptMatch(extra, text, 'some')
    return match ? [[n, match]] : []
  })
  return new Map(found.slice(0, limit - called.length))
}

/** Then leads of whom the first or the last words say where they are. */
function placedBeside(
  db: Db,
  having: Having,
  { text, called, limit }: Omit<Beside, 'query'>,
): ReadonlyMap<number, KeptMatch> {
  const found = new Map<number, KeptMatch>()
  for (const cut of placesIn(searchWords(text))) {
    const left = limit - called.length - found.size
    if (left <= 0 || cut.place.length < TELLING) continue
    const places = new Map(searchPlaced(db, having, cut, limit + found.size).map(({ n, at }) => [n, at]))
    for (const { n, person } of leadsKept(db, [...places.keys()]))
      if (!called.includes(n) && found.size < limit - called.length)
        found.set(n, { header: '', value: places.get(person) ?? '' })
  }
  return found
}

function shown(
  { n: _, e164, ...lead }: ReturnType<typeof foundLeads>[number],
  kept: KeptMatch | null = null,
): Output<'find.search'>['leads'][number] {
  return { ...lead, phone: e164 === null ? null : showPhone(e164), kept }
}

/** So many places a rep went to are kept; ids only, so that erasing somebody leaves no name behind. */
const KEPT = 12
const nameFor = (db: Db) => `recent@${sitting(db).id}`
const entries = find['find.list'].output.shape.entries

function recent(db: Db): Output<'find.list'> {
  const kept = keptBy(db)
  const of = (kind: Entry['kind']) => kept.filter((entry) => entry.kind === kind).map(({ id }) => id)
  const leads = foundLeads(db, 'id', of('lead')).map((row) => shown(row))
  const companies = foundCompanies(db, of('company'))
  const here = new Set<string>([
    ...leads.map(({ leadId }) => leadId),
    ...companies.map((one) => one.companyId),
  ])
  const isHere = ({ kind, id }: Entry) => (kind === 'lead' || kind === 'company' ? here.has(id) : true)
  return { entries: kept.filter(isHere), leads, companies }
}

function keep(tx: Db, entry: Entry): Output<'find.open'> {
  const others = keptBy(tx).filter(({ kind, id }) => kind !== entry.kind || id !== entry.id)
  writeSetting(tx, nameFor(tx), [entry, ...others].slice(0, KEPT))
  return {}
}

const keptBy = (db: Db): readonly Entry[] => entries.safeParse(readSettings(db)[nameFor(db)]).data ?? []

function inOrder<T, K>(rows: readonly T[], order: readonly K[], keyOf: (row: T) => K): T[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]))
  return order.flatMap((key) => found.get(key) ?? [])
}
