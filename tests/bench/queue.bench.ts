import { join } from 'node:path'

import { nextLead } from '#electron/services/queue'
import { benchApp } from './generate.ts'
import { STORE, withStore } from './kept-store.ts'
import { painted } from './painted.ts'
import { quantiles, readFlags, report } from './report.ts'
import { UNREACHED } from './unreached.ts'

// From an outcome to the next lead: in the engine, and painted in a real browser. With --data DIR the store is kept there
// and used again.
const flags = readFlags()
const { leads } = flags
const TURNS = Math.min(1000, Math.floor(leads / 20))
const PRESSES = 100
const LIMIT = [
  { figure: 'nextLeadP99Ms', atMost: 10 },
  { figure: 'paintedP95Ms', atMost: 50 },
]

await withStore(flags, async (folder) => {
  const { times, now } = await inEngine(join(folder, STORE))
  const paint = await painted({ data: folder, now, presses: PRESSES })
  const engine = Object.entries(times).map(([name, taken]) => quantiles(taken, name))
  const page = (['painted', 'answered', 'drawn'] as const).map((name) =>
    quantiles(
      paint.map((turn) => turn[name]),
      name,
    ),
  )
  report('queue', Object.assign({ leads }, ...engine, ...page) as Record<string, number>, LIMIT)
})

/** A rep who logs one unreached call after another, at most one every few seconds. */
async function inEngine(file: string) {
  const app = benchApp(file)
  const listId = (await app.call('app.state', {})).settings.listId ?? ''
  const times = { nextLead: [] as number[], open: [] as number[], log: [] as number[] }
  const clocked = async <T>(name: keyof typeof times, run: () => T | Promise<T>): Promise<T> => {
    const began = performance.now()
    const value = await run()
    times[name].push(performance.now() - began)
    return value
  }
  for (let turn = 0; turn < TURNS; turn++) {
    app.clock.advance(4000)
    await clocked('nextLead', () => app.db.transaction((tx) => nextLead(tx, app.deps, listId, null)))
    const card = await clocked('open', () => app.call('desk.open', { listId, leadId: null, after: null }))
    if (!card?.draft) throw new Error('Nobody is left to call.')
    const { draft, leadId } = card
    await clocked('log', () =>
      app.call('call.log', { ...UNREACHED, leadId, listId, callId: draft.callId, outcome: 'no_answer' }),
    )
  }
  const now = app.clock.now()
  app.close()
  return { times, now }
}
