import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { insertRep } from '#electron/db/people'
import { sitAtDesk } from '#electron/db/device'
import { SAMPLE_LISTS } from '#electron/services/demo/lists'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { callAlong } from './along.ts'
import { BENCH_NOW, benchApp } from './generate.ts'
import { STORE, withStore } from './kept-store.ts'
import { quantiles, readFlags, report, round, say } from './report.ts'

// Every lead scored anew, once for other targets, once for other points of what they did and once for what shows intent,
// and every calendar told anew by a narrower pack, while somebody at the desk logs calls all along. In the process that is shipped.
const flags = readFlags()
const POLL = 25
/** A million may take 20 s. */
const MICROSECONDS = 20

await withStore(flags, async (folder) => {
  sitAdmin(join(folder, STORE))
  const app = await startHeadless({ data: folder, from: 'bundle' })
  try {
    const { settings } = await app.call('app.state', {})
    const along = callAlong(app, settings.listId ?? '')
    await wait(1000)
    const { score } = await app.call('rules.get', {})
    const targets = SAMPLE_LISTS[0]?.targets ?? {}
    const fit = score.fit.map((rule) => ({ ...rule, targets: [...(targets[rule.rule] ?? ['x'])] }))
    const fitSeconds = await rescored(app, { ...score, fit })
    const { demo, download } = score.signals
    const signals = { ...score.signals, demo: { ...demo, points: demo.points - 5 } }
    const signalsSeconds = await rescored(app, { ...score, fit, signals })
    const intent = { ...signals, download: { ...download, group: 'intent' as const } }
    const intentSeconds = await rescored(app, { ...score, fit, signals: intent })
    const calendarSeconds = await narrowed(app)
    const { log, turn } = await along.stop()
    const limit = round((flags.leads * MICROSECONDS) / 1_000_000)
    const seconds = { fitSeconds, signalsSeconds, intentSeconds, calendarSeconds }
    const figures = { leads: flags.leads, ...seconds, calls: log.length }
    report('rescore', { ...figures, ...quantiles(log, 'log'), ...quantiles(turn, 'turn') }, [
      { figure: 'fitSeconds', atMost: limit },
      { figure: 'signalsSeconds', atMost: limit },
      { figure: 'logP99Ms', atMost: 50 },
    ])
  } finally {
    await app.stop()
  }
})

/** Only an admin changes the rules. */
function sitAdmin(file: string): void {
  const app = benchApp(file)
  const id = app.deps.newId()
  insertRep(app.db, { id, name: 'Eva', role: 'admin', active: true, createdAt: BENCH_NOW })
  sitAtDesk(app.db, id)
  app.close()
}

type Score = Awaited<ReturnType<typeof profileOf>>
const profileOf = async (app: Headless) => (await app.call('rules.get', {})).score

/** Seconds until every lead has its new score. */
async function rescored(app: Headless, data: Score): Promise<number> {
  const began = performance.now()
  const saved = await app.call('rules.save', { kind: 'score', data })
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved))
  return untilDone(app, began)
}

/** Seconds until every lead follows a pack that ends a quarter of an hour sooner. */
async function narrowed(app: Headless): Promise<number> {
  const began = performance.now()
  const narrowing = { earliest: null, latest: 20 * 60 + 45, weekdays: [], days: [] }
  await app.call('policy.narrow', { subject: 'ES', narrowing })
  return untilDone(app, began)
}

async function untilDone(app: Headless, began: number): Promise<number> {
  for (;;) {
    const { rescore } = await app.call('rules.get', {})
    if (rescore === null) break
    await wait(POLL)
  }
  const seconds = (performance.now() - began) / 1000
  say(`scored in ${round(seconds)} s`)
  return round(seconds)
}
