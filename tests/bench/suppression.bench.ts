import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { eq } from 'drizzle-orm'

import { sitAtDesk } from '#electron/db/device'
import { reps } from '#electron/db/schema/desk'
import { lawOf } from '#electron/services/law'
import { mayCallFound } from '#electron/services/may-call'
import { gather } from '#electron/services/placing'
import { benchApp, generate } from './generate.ts'
import { quantiles, readFlags, report, round, say } from './report.ts'

// A register of a million numbers (`--rows`): how long it takes to come in, and how long one number takes to check.
const { rows } = readFlags()
const COUNT = rows === 100_000 ? 1_000_000 : rows
const CHECKS = 20_000
const LIMIT = [{ figure: 'checkP99Ms', atMost: 1 }]
const numberOf = (n: number) => `+346${String(n * 7).padStart(8, '0')}`

const folder = mkdtempSync(join(tmpdir(), 'callwright-bench-'))
const app = benchApp(join(folder, 'callwright.db'))
generate(app.deps, { leads: 500, calls: 1000 })
app.db.update(reps).set({ role: 'admin' }).where(eq(reps.name, 'Ana')).run()
sitAtDesk(app.db, app.db.select().from(reps).where(eq(reps.name, 'Ana')).get()?.id ?? '')

const fileId = crypto.randomUUID()
mkdirSync(join(app.data, 'inbox'), { recursive: true })
const file = createWriteStream(join(app.data, 'inbox', fileId))
for (let n = 0; n < COUNT; n++) if (!file.write(`${numberOf(n)}\n`)) await once(file, 'drain')
file.end()
await once(file, 'finish')

const began = performance.now()
await app.call('screening.import', { fileId, name: 'robinson.csv', list: 'robinson', takenOn: '2026-03-10' })
let longest = 0
for (let last = performance.now(); ; last = performance.now()) {
  await new Promise((resolve) => setImmediate(resolve))
  longest = Math.max(longest, performance.now() - last)
  const jobs = app.events.flatMap((event) => (event.kind === 'job' ? [event.job] : []))
  if (jobs.some(({ kind, state }) => kind === 'screening' && state !== 'running')) break
}
const importSeconds = round((performance.now() - began) / 1000)
say(`${COUNT} numbers in ${importSeconds} s`)
const isPlaced = () =>
  app.events.some(
    (event) => event.kind === 'job' && event.job.kind === 'rescore' && event.job.state === 'done',
  )
while (!isPlaced()) await new Promise((resolve) => setImmediate(resolve))

const clocked = (run: (n: number) => unknown, times = CHECKS) =>
  Array.from({ length: times }, (_, n) => {
    const start = performance.now()
    run(n)
    return performance.now() - start
  })
const list = { business: false, basis: 'x', createdAt: app.clock.now() }
// Every second number is on it.
const check = clocked((n) =>
  lawOf(app.db, 'Europe/Madrid', app.clock.now(), list, {
    country: 'ES',
    hasCompany: true,
    personId: null,
    e164s: [n % 2 ? numberOf((n * 37) % COUNT) : `+347${String(n * 13).padStart(8, '0')}`],
  }),
)
const leadIds = app.db.all<{ id: string }>('SELECT id FROM leads LIMIT 500').map(({ id }) => id)
const mayCall = clocked((n) => {
  const found = gather(app.db, app.deps, leadIds[n % leadIds.length] ?? '')
  mayCallFound(app.db, app.deps, found, null)
}, 3000)

report(
  'suppression',
  {
    numbers: COUNT,
    importSeconds,
    longestTurnMs: round(longest),
    ...quantiles(check, 'check'),
    ...quantiles(mayCall, 'mayCall'),
  },
  LIMIT,
)
app.close()
rmSync(folder, { recursive: true, force: true })
