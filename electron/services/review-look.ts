import { setTimeout as wait } from 'node:timers/promises'

import { alike } from '#shared/domain/identity/alike'
import { companyAlike, companyMeetings } from '#shared/domain/identity/companies'
import { meetingKeys } from '#shared/domain/identity/look'
import { isImporting } from '#electron/db/import'
import type { Db } from '#electron/db/open'
import { prepared } from '#electron/db/prepared'
import { clientOf } from '#electron/db/raw'
import { dropPair, pairsAfter, type ReviewPair } from '#electron/db/review'
import {
  absorbed,
  companiesAfter,
  lookAt,
  lookedAt,
  looksAfter,
  newest,
  saveLooked,
} from '#electron/db/review-look'
import type { Deps } from './deps.ts'
import { untilQuiet } from './quiet.ts'
import { search, type Turn } from './review-search.ts'

/** Milliseconds of work, and of rest after it: nobody waits for a pair, but a rep waits for the next lead. */
const SLICE = 3
const REST = 12
const AT_ONCE = 100

type State = { running: Promise<void> | null; next: 'none' | 'new' | 'all' }
const state = prepared((): State => ({ running: null, next: 'none' }))
export const isLooking = (db: Db): boolean => state(db).running !== null

/**
 * Finds who looks alike, in the background: everybody who came since the last search is compared with whoever they meet,
 * and who went leaves the review; their numbers are given to who comes next.
 * `all` compares everybody anew. Resolves when nothing is left to look for, or the store is about to be closed.
 */
export function lookForPairs(deps: Deps, all = false): Promise<void> {
  const now = state(deps.db)
  now.next = all || now.next === 'all' ? 'all' : 'new'
  now.running ??= lookOn(deps, now).finally(() => {
    now.running = null
    if (isOpen(deps)) deps.emit({ kind: 'changed', topics: ['review'] })
  })
  return now.running
}

async function lookOn(deps: Deps, now: State): Promise<void> {
  try {
    while (now.next !== 'none' && isOpen(deps)) {
      const all = now.next === 'all'
      now.next = 'none'
      await look(deps, all)
    }
  } catch (error) {
    if (isOpen(deps)) console.error(error)
  }
}

/** Milliseconds after a start in which the first card is on its way, and everything else can wait. */
const STARTING = 10_000

/** After a start: whoever came in, or went, while nobody could look. */
export async function resumeLook(deps: Deps): Promise<void> {
  await wait(STARTING, undefined, { ref: false })
  if (!isOpen(deps)) return
  const [seen, last] = [lookedAt(deps.db), newest(deps.db)]
  const isOther = last.person !== seen.person || last.company !== seen.company
  if (isOther) await lookForPairs(deps)
}

const isOpen = ({ db, closing }: Deps) => clientOf(db).open && !closing.aborted

async function look(deps: Deps, all: boolean): Promise<void> {
  const { db } = deps
  const last = newest(db)
  const seen = all ? { person: 0, company: 0 } : lookedAt(db)
  const gone = absorbed(db)
  const turn = turns(deps)
  const capped =
    (await search(db, turn, {
      kind: 'person',
      since: seen.person,
      after: (n, limit) => looksAfter(db, n, limit).filter(({ id }) => !gone.has(id)),
      last: last.person,
      keysOf: meetingKeys,
      lookAt: (n) => lookAt(db, n),
      alike: (a, b, blocks) => alike(a, b, blocks.sharedBy),
    })) +
    (await search(db, turn, {
      kind: 'company',
      since: seen.company,
      after: (n, limit) => companiesAfter(db, n, limit).filter(({ id }) => !gone.has(id)),
      last: last.company,
      keysOf: companyMeetings,
      lookAt: (n) => companiesAfter(db, n - 1, 1)[0] ?? null,
      alike: companyAlike,
    }))
  if (!isOpen(deps)) return
  await dropGone(deps, turn)
  if (!isOpen(deps)) return
  saveLooked(db, { ...last, capped })
}

/** Pairs of who is not here any more go: an import that was taken back took them. */
async function dropGone({ db }: Deps, turn: Turn): Promise<void> {
  let last: Pick<ReviewPair, 'kind' | 'a' | 'b'> | undefined = { kind: 'company', a: '', b: '' }
  while (last && (await turn())) {
    const pairs = pairsAfter(db, last, AT_ONCE)
    for (const { kind, a, b, isGone } of pairs) if (isGone) dropPair(db, kind, a, b)
    last = pairs.at(-1)
  }
}

/** Lets others in, and the machine rest, once a slice is over and no import runs; false when there is nothing to go on with. */
function turns(deps: Deps): Turn {
  let until = performance.now() + SLICE
  return async () => {
    if (performance.now() > until) {
      do await wait(REST)
      while (isOpen(deps) && isImporting(deps.db))
      await untilQuiet(deps.db)
      until = performance.now() + SLICE
    }
    return isOpen(deps)
  }
}
