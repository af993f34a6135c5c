import { eq } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'

import { saveCounters, sitAtDesk } from '#electron/db/device'
import { insertRep, saveList, writeSetting } from '#electron/db/people'
import { device } from '#electron/db/schema/desk'
import type { Deps } from '#electron/services/deps'
import { SAMPLE_LISTS } from '#electron/services/demo/lists'
import type { Numbers } from '#electron/services/demo/numbers'
import { randomFrom } from '#electron/services/demo/random'
import { makeSample } from '#electron/services/demo/sample'
import { storeSample } from '#electron/services/demo/store'
import { refresh } from '#electron/services/queue'
import { offsetAt } from '#shared/domain/offset'
import { testApp, ZONE } from '../helpers/test-app.ts'
import { multiply, withRoom } from './multiply.ts'
import { say } from './report.ts'

/** A Tuesday at ten in Madrid: windows are open, and every run sees the same day. */
export const BENCH_NOW = Date.UTC(2026, 2, 10, 9)

/** One number each, as far as they go; nobody dials in a bench. */
const WIDE: Numbers = {
  fixed: ({ area }, n) => `+34${area}${String(n % 1_000_000).padStart(6, '0')}`,
  mobile: (_, n) => `+347${String(40_000_000 + (n % 10_000_000)).padStart(8, '0')}`,
}

/** The real app on a store in a file, at the bench's moment. */
export const benchApp = (file: string) =>
  testApp({ file, now: BENCH_NOW, deps: { newId: uuidv7, offset: (at) => offsetAt(ZONE, at) / 60_000 } })

const SLICE = 5000
const DAYS = 90
/** Calls that a story has on average; the share of leads with a story makes up the rest. */
const CALLS_A_STORY = 3.6
/** Over this a store is told in part and multiplied. */
const MOST_TOLD = 200_000
const PART = 50_000
const NAMES = ['Ana', 'Bea', 'Carl']

type Wanted = { leads: number; calls: number; reps?: number }
type Made = { listId: string; calls: number }

/** Fills an empty store with one list of so many leads and about so many calls. Seeded: the same again. */
export function generate(deps: Deps, { leads, calls, reps = NAMES.length }: Wanted): Made {
  const copies = leads > MOST_TOLD ? Math.ceil(leads / PART) : 1
  const told = tell(deps, { leads: Math.ceil(leads / copies), calls: calls / copies, reps })
  if (copies > 1) multiply(deps.db, { copies, reps: told.reps })
  return { listId: told.listId, calls: told.calls * copies }
}

/** Everybody's story, one by one. */
function tell(deps: Deps, wanted: Required<Wanted>): Made & { reps: string[] } {
  const { db } = deps
  const newId = () => withRoom(uuidv7())
  const [list] = SAMPLE_LISTS
  if (!list) throw new Error('There is no list to go by.')
  const listId = uuidv7()
  const { reps, own } = db.transaction((tx) => {
    saveList(tx, { ...list.row, id: listId, createdAt: deps.now() })
    const reps = Array.from({ length: wanted.reps }, (_, place) => {
      const id = uuidv7()
      const name = NAMES[place] ?? `Rep ${place + 1}`
      insertRep(tx, { id, name, role: 'rep', active: true, createdAt: deps.now() })
      return id
    })
    sitAtDesk(tx, reps[0] ?? '')
    writeSetting(tx, 'listId', listId)
    return { reps, own: tx.select().from(device).where(eq(device.one, 1)).get() }
  })
  const random = randomFrom(1)
  const cast = {
    random,
    newId,
    now: deps.now(),
    teamLeadId: reps[0] ?? '',
    market: list.market,
    currency: 'EUR',
  }
  const stamper = { device: own?.id ?? '', seq: 0, clock: '', offset: deps.offset, ruleVersion: 0 }

  // The others get theirs when the store is multiplied.
  const team = reps.slice(0, NAMES.length)
  let calls = 0
  for (let made = 0; made < wanted.leads; made += SLICE) {
    const leads = Math.min(SLICE, wanted.leads - made)
    const told = (wanted.calls - calls) / (wanted.leads - made) / CALLS_A_STORY
    const plan = { cast, numbers: WIDE, list, listId, reps: team, first: made + 1, leads, days: DAYS }
    const sample = makeSample({ ...plan, untouched: Math.max(0, 1 - told) })
    // No two with the same name, so that a new one on the desk can be told from the last.
    for (const { person } of sample.people) person.name += ` ${person.n}`
    // By time within each slice.
    stamper.clock = ''
    db.transaction((tx) => {
      storeSample(tx, stamper, sample)
      saveCounters(tx, stamper)
      refresh(
        tx,
        deps,
        sample.leads.map(({ id }) => id),
      )
    })
    calls += sample.stories.reduce(
      (sum, { facts }) => sum + facts.filter(({ table }) => table === 'calls').length,
      0,
    )
    say(`${made + leads} leads, ${calls} calls`)
  }
  return { listId, calls, reps }
}
