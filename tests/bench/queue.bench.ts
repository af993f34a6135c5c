import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { nextLead } from '#electron/services/queue'
import { benchApp, generate } from './generate.ts'
import { painted } from './painted.ts'
import { quantiles, readFlags, report, say, timed } from './report.ts'

// From an outcome to the next lead: in the engine, and painted in a real browser. With --data DIR the store is kept there
// and used again.
const { leads, calls, data } = readFlags()
const TURNS = Math.min(1000, Math.floor(leads / 20))
const PRESSES = 100
const STORE = 'callwright.db'
const LIMIT = [
  { figure: 'nextLeadP99Ms', atMost: 10 },
  { figure: 'paintedP95Ms', atMost: 50 },
]

const UNREACHED = {
  spoke: null,
  reason: null,
  reasonText: null,
  step: null,
  wakesOn: null,
  referral: null,
  scope: null,
  leftMessage: false,
  override: null,
}

const folder = mkdtempSync(join(tmpdir(), 'callwright-bench-'))
try {
  prepare()
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
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A store to work on, made now or taken from the one that is kept. */
function prepare(): void {
  const kept = data ?? folder
  if (!existsSync(join(kept, STORE))) {
    mkdirSync(kept, { recursive: true })
    const app = benchApp(join(kept, STORE))
    const { took } = timed(() => generate(app.deps, { leads, calls }))
    app.close()
    say(`generated in ${Math.round(took / 1000)} s`)
  }
  if (data) cpSync(join(data, STORE), join(folder, STORE))
}

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
