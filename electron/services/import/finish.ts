import { existsSync } from 'node:fs'

import { findImport, saveImport, type ImportRow } from '#electron/db/import'
import {
  attachStaging,
  copyKeys,
  copyLooked,
  copyQueue,
  detachStaging,
  lastOf,
  stagedDeeds,
  type Common,
} from '#electron/db/import-copy'
import { raw } from '#electron/db/raw'
import { indexPeople, mergeWords } from '#electron/db/search-many'
import { dropStaging } from '#electron/db/staging'
import type { Deps } from '../deps.ts'
import { rescore } from '../rescore.ts'
import { territoriesOf } from '../territory.ts'
import { doDeed, type STEPS } from './deeds.ts'
import { heedDials } from './heed-dials.ts'
import { commonOf, countOf } from './ids.ts'
import { mergingWords } from './merging-words.ts'
import { placeMany } from './place-plain.ts'
import { inOne, inStretches, newPace, type Slices } from './slices.ts'
import { stagingPath } from './staging-path.ts'

type Finishing = { deps: Deps; common: Common; slices: Slices }

/**
 * The last steps, in this order; `at` is the last number that was dealt with. Each slice says in its own transaction how
 * far it came, so that a crash repeats none and forgets none.
 */
const LAST_STEPS = ['deeds', 'keys', 'looked', 'queue', 'search'] as const
type Step = (typeof LAST_STEPS)[number]
type Place = { step: Step; at: number; people: number; tries: number }

/**
 * Until the import is marked as finishing it can be taken back whole; from there on it is only ever completed, now or
 * after a crash. Throws Stopped when the store is about to be closed.
 */
export async function finish(
  { deps, common, slices }: Finishing,
  counts: Record<string, number>,
): Promise<void> {
  slices.stopIfAsked()
  const people = lastOf(deps.db, 'rows')
  const tries = Number.parseInt(common.person.slice(-3), 16)
  const place: Place = { step: 'deeds', at: 0, people, tries }
  const finishing = { state: 'finishing', counts, progress: place } as const
  await inOne(slices, () => saveImport(deps.db, common.importId, finishing))
  await goOn({ deps, common, slices: slices.toTheEnd() }, place, MOST_SEARCHED_AT_ONCE)
}

/** In a small file people are found by name once it is done; those of a large one a moment later. */
export const MOST_SEARCHED_AT_ONCE = 5000

async function goOn(finishing: Finishing, place: Place, searched: number): Promise<void> {
  const steps = LAST_STEPS.slice(LAST_STEPS.indexOf(place.step))
  for (const step of steps) {
    if (step === 'search' && place.people > searched) break
    await DO[step](finishing, { ...place, step, at: step === place.step ? place.at : 0 })
  }
  if (place.step === 'search') return
  await heedDials(finishing.deps, finishing.slices, finishing.common.importId)
  tellApart(finishing)
}

/** A file's rows are judged without asking in whose territory they lie: where there are any, that is asked now. */
function tellApart({ deps, common }: Finishing): void {
  if (territoriesOf(deps.db).length === 0) return
  void rescore(deps, findImport(deps.db, common.importId)?.listId ?? null, 'territories')
}

type Doing = (finishing: Finishing, place: Place) => Promise<void>
const stretching =
  (
    last: (finishing: Finishing, place: Place) => number,
    deed: (finishing: Finishing, from: number, to: number, until: number) => number | void,
  ): Doing =>
  (finishing, place) => {
    const { deps, slices, common } = finishing
    const done = (at: number) => saveProgress(deps, common.importId, { ...place, at })
    const stretch = { from: place.at, to: last(finishing, place), done }
    if (stretch.from === 0) done(0)
    return inStretches(slices, stretch, newPace(), (from, to, until) => deed(finishing, from, to, until))
  }

const copied = (table: Parameters<typeof lastOf>[1], copy: typeof copyKeys): Doing =>
  stretching(
    ({ deps }) => lastOf(deps.db, table),
    ({ deps, common }, from, to) => copy(deps.db, common, from, to),
  )

const putWords = stretching(
  (_, { people }) => people,
  ({ deps, common: { person } }, from, to, until) => {
    // What came before is merged first.
    if (!mergeWords(deps.db, until)) return from
    indexPeople(deps.db, person + countOf(from + 1), person + countOf(to))
    return to
  },
)

/** Places come after all that decides them, and many of them are alike. */
const LAST_DEED = 'place' satisfies (typeof STEPS)[number]

const DO: Readonly<Record<Step, Doing>> = {
  deeds: stretching(
    ({ deps }) => lastOf(deps.db, 'deeds'),
    ({ deps, common }, from, to, until) => {
      const deeds = stagedDeeds(deps.db, from, to - from)
      const places = deeds.filter(({ kind }) => kind === LAST_DEED)
      // One may cost a hundred times another: a wish beside somebody who is placed anew by all their facts.
      for (const { n, ...deed } of deeds.slice(0, deeds.length - places.length)) {
        doDeed({ tx: deps.db, deps, importId: common.importId, n }, deed)
        if (performance.now() > until) return n
      }
      const leadIds = places.map(({ given }) => (JSON.parse(given) as { leadId: string }).leadId)
      const placed = leadIds.length > 0 ? placeMany(deps.db, deps, leadIds, until) : 0
      return placed < places.length ? (places[placed - 1]?.n ?? to) : to
    },
  ),
  keys: copied('keys', copyKeys),
  looked: copied('looked', copyLooked),
  queue: copied('rows', copyQueue),
  search: ({ deps, ...rest }, place) => mergingWords(rest.slices, () => putWords({ deps, ...rest }, place)),
}

const saveProgress = ({ db }: Deps, importId: string, place: Place) =>
  raw(db, 'UPDATE imports SET progress = ? WHERE id = ?').run(JSON.stringify(place), importId)

/** Makes those findable who are not yet, and throws away what was staged. */
export async function tidy(finishing: Finishing): Promise<void> {
  const { deps, common } = finishing
  const [row] = raw<{ progress: string | null }>(deps.db, 'SELECT progress FROM imports WHERE id = ?').all(
    common.importId,
  )
  const place = row?.progress ? (JSON.parse(row.progress) as Place) : null
  if (place && place.step !== 'search') await goOn(finishing, { ...place, step: 'search', at: 0 }, Infinity)
  else if (place && place.at < place.people) await goOn(finishing, place, Infinity)
  await inOne(finishing.slices.toTheEnd(), () => saveImport(deps.db, common.importId, { progress: null }))
  dropStaging(stagingPath(deps, common.importId)).catch(console.error)
}

/** After a crash in the last steps: the rest of them. False when what was staged is gone. */
export async function resume(deps: Deps, row: ImportRow, slices: Slices): Promise<boolean> {
  const place = row.progress as Place
  const staging = stagingPath(deps, row.id)
  if (!existsSync(staging)) return false
  attachStaging(deps.db, staging)
  try {
    await goOn({ deps, slices, common: commonFor(row, place) }, place, MOST_SEARCHED_AT_ONCE)
    return true
  } finally {
    detachStaging(deps.db)
  }
}

export const commonFor = ({ id, listId, at }: ImportRow, { tries }: Pick<Place, 'tries'>): Common =>
  commonOf({ importId: id, listId: listId ?? '', at, tries })
