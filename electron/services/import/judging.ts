import type { ImportPlan } from '#shared/contract/import-plan'
import { nameAtKey } from '#shared/domain/identity/name-at'
import { judge, type Ground, type Judgement } from '#shared/domain/import/judge'
import type { Notice } from '#shared/domain/import/notice'
import type { Row, Values } from '#shared/domain/import/row'
import type { ScoreProfile } from '#shared/domain/profile'
import type { Db } from '#electron/db/open'
import type { ListRow } from '#electron/db/people'
import { newStaging } from '#electron/db/staging'
import { afterOf } from './after.ts'
import { companiesOf } from './companies.ts'
import { erasedOf } from './erased.ts'
import { birthOf, entries, fitFacts, fits, isBirth, type Writing } from './fresh.ts'
import { lawOfComing } from '../law.ts'
import { currentRules, versionsOf } from '../rules.ts'
import { idsOf } from './ids.ts'
import { keptPeople } from './kept-people.ts'
import { knownTaker } from './known-rows.ts'
import { isNewId, newcomersOf } from './newcomers.ts'
import { peopleOf, type Found } from './people.ts'
import { rowsOf } from './reader.ts'
import { rulesOf } from './rule-of.ts'
import type { OddTable } from './scan.ts'
import { datedBy } from './take.ts'
import { count, newTally, type Tally } from './tally.ts'

/** All that a judging thread is started with, as plain data. */
export type JudgeStart = {
  /** The file to import, and where what is judged is staged. */
  path: string
  staging: string
  plan: ImportPlan
  zone: string
  importId: string
  /** How often this import was begun before. */
  tries: number
  list: ListRow
  at: number
  profile: ScoreProfile
  /** Rows, as far as the lines of the file tell. */
  rows: number
  /** What is odd about the file as a whole. */
  odd: OddTable
}

/** How far it is: what is staged up to here may be written. */
export type Judged = {
  header: string[]
  bytes: number
  people: number
  companies: number
  tally: Tally
  /** What somebody should know of the whole file; empty until its last row was read. */
  notices: Notice[]
}

/**
 * Rows of the first chunk; each of the next is twice as large, so that a small file is seen to move too. In a large one
 * colleagues of so many rows lie together in the indexes: half as many cost a sixth more pages of the log.
 */
const FIRST_CHUNK = 256
const LARGEST_CHUNK = 16_384
/** Bytes of the file; rows of long cells are held in memory until a chunk ends. */
const LONGEST_CHUNK = 8 * 1024 * 1024

/**
 * Reads a file by its plan, judges every row by what the store and the file so far know, and stages what becomes of it.
 * Nothing is written to the store. Throws AppError 'unreadable-file'.
 */
export async function* judgeFile(start: JudgeStart, db: Db): AsyncGenerator<Judged> {
  const { plan, list, at, zone, profile } = start
  const ids = idsOf(start.importId, start.tries)
  const staging = newStaging(start.staging)
  const companies = companiesOf(db, staging, ids, at)
  const companyOf = (id: string) => companies.byId(id)
  const kept = keptPeople(staging, companyOf)
  const newcomers = newcomersOf({ staging, ids, listId: list.id, at, companyOf, kept })
  const people = peopleOf(db, { newcomers, companies, kept }, start.rows)
  const rules = rulesOf(plan)
  const ground: Ground = {
    listId: list.id,
    mode: plan.mode,
    ruleOf: rules.of,
    now: at,
    ...holdingIn(db, list.id),
    silenced: people.silenced.numbers,
    isAtSilenced: people.isAtSilenced,
    givesForm: companies.givesForm,
    isErased: erasedOf(db),
  }
  const law = lawOfComing(db, zone, at, list)
  const writing: Writing = { list, profile, at, zone, silenced: people.silenced.numbers, law }
  const [entryOf, fitOf, dated] = [entries(writing), fits(writing), datedBy(at)]
  const after = afterOf(staging, newcomers)
  const tally = newTally()
  const takeKnown = knownTaker({ start, ids, people, companies, after, writing, fitOf })

  const takeNew = (row: Row, judged: Judgement, keys: Found['keys']) => {
    const { values } = row
    const company = companies.of(values)
    const signals = values.signals.map(dated)
    const fit = fitOf(fitFacts(values, company, values.extra))
    const born = values.stage ?? birthOf(signals, fit, writing)
    const isByFacts =
      !isBirth(born) ||
      values.ownerId !== null ||
      values.closed !== undefined ||
      companies.mayBeCapped(company) ||
      decidesHours(values.basis, list)
    const forbidden = values.doNotCall || (judged.verdict === 'suppressed' && people.isAtSilenced(values))
    const entry =
      isByFacts || !isBirth(born)
        ? null
        : entryOf(values, { stage: born, fit, signals, forbidden, hasCompany: company !== null })
    const name = values.name?.name ?? values.emails[0] ?? values.phones[0]?.e164 ?? values.externalId ?? ''
    const who = {
      name: values.name?.name ?? null,
      company: company?.name ?? null,
      domain: company?.domain ?? null,
    }
    const nameKey = nameAtKey({ ...who, emails: values.emails })
    const n = newcomers.add({ values, name, company, signals, born, fit, entry, nameKey })
    people.remember(n, who.name, keys, nameKey)
    if (values.closed) newcomers.close(n, values.closed)
    if (values.doNotCall || values.doNotEmail || values.basis || isByFacts) takeKnown.facts(row, n, isByFacts)
  }
  const oneRow = (row: Row) => {
    const { known, contradicted, keys } = people.find(row.values)
    const judged = judge(contradicted ? marked(row) : row, known?.person ?? null, ground)
    if (known === null && judged.isNewLead) takeNew(row, judged, keys)
    const taken = known && takeKnown.row(row, judged, known)
    const isStored = known === null ? judged.isNewLead : taken?.lead != null
    const numbers = known === null ? row.values.phones : known.person.phones
    if (count(tally, judged, isStored && numbers.length === 0))
      staging.add('looked', [
        row.line,
        judged.verdict,
        JSON.stringify(judged.problems),
        JSON.stringify(row.cells),
        foundOf(judged),
      ])
  }

  let [chunk, next, header, read, ended] = [FIRST_CHUNK, FIRST_CHUNK, [] as string[], 0, 0]
  let notices: Notice[] = []
  const judged = (): Judged => {
    newcomers.flush()
    after.add(companies.takeNamed())
    after.flush()
    staging.publish()
    return {
      header,
      bytes: read,
      people: newcomers.staged(),
      companies: companies.made(),
      tally: structuredClone(tally),
      notices,
    }
  }
  try {
    for await (const batch of rowsOf({ path: start.path, plan, zone, odd: start.odd, at })) {
      if (tally.rows === 0) rules.name((header = batch.header))
      for (const row of batch.rows) oneRow(row)
      read = batch.bytes
      notices = batch.notices ?? notices
      if (tally.rows < next && read - ended < LONGEST_CHUNK) continue
      yield judged()
      ended = read
      chunk = Math.min(chunk * 2, LARGEST_CHUNK)
      next = tally.rows + chunk
    }
    const last = judged()
    staging.seal()
    yield last
  } finally {
    staging.close()
  }
}

/** Lists of one framework qualify alike; who was outside the profile is looked at again under another. */
const holdingIn = (db: Db, listId: string): Pick<Ground, 'isSameDefinition' | 'profileSince'> => {
  const frameworkOf = (id: string) => currentRules(db, id).definition.framework
  const mine = frameworkOf(listId)
  return {
    isSameDefinition: (id) => frameworkOf(id) === mine,
    profileSince: versionsOf(db, 'score')[0]?.at ?? 0,
  }
}

/** A ground of their own opens a consumer's hours, a consent the registers, and a withdrawal closes both. */
const decidesHours = (basis: Values['basis'], { business }: ListRow): boolean =>
  basis !== null && (!business || !basis.given || basis.kind === 'consent')

const marked = (row: Row): Row => ({
  ...row,
  problems: [
    ...row.problems,
    { field: 'externalId', column: null, cell: row.values.externalId ?? '', problem: 'id_of_another' },
  ],
})

/** Somebody who is new themselves has no page yet to look at. */
function foundOf({ shown, ended: found }: Judgement): string | null {
  const ended = found && !isNewId(found.leadId) ? found : null
  if (shown.length === 0 && ended === null) return null
  return JSON.stringify({
    changes: shown,
    ended: ended && { leadId: ended.leadId, reason: ended.reason, at: ended.at, why: ended.why },
  })
}
