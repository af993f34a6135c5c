import { join } from 'node:path'

import { STORE, withStore } from './kept-store.ts'
import { painted } from './painted.ts'
import { inEngine } from './queue-engine.ts'
import { quantiles, readFlags, report, type Limit } from './report.ts'

// From an outcome to the next lead: in the engine, and painted in a real browser. With --data DIR the store is kept there
// and used again.
const flags = readFlags()
const { leads } = flags
const TURNS = Math.min(1000, Math.floor(leads / 20))
const PRESSES = 100
/** A larger store is the engine's business: the page shows forty rows of any. */
const MOST_PAINTED = 200_000
const isPainted = leads <= MOST_PAINTED
const ENGINE: readonly Limit[] = [
  { figure: 'nextLeadP50Ms', atMost: 1 },
  { figure: 'nextLeadP99Ms', atMost: 5 },
  { figure: 'mixP99Ms', atMost: 5 },
  { figure: 'blockedP99Ms', atMost: 5 },
  { figure: 'whyNotP99Ms', atMost: 10 },
]
const PAGE: readonly Limit[] = [{ figure: 'paintedP95Ms', atMost: 50 }]
const LARGE: readonly Limit[] = [{ figure: 'outcomeP99Ms', atMost: 5 }]

await withStore(flags, async (folder) => {
  const { figures, now } = await inEngine(join(folder, STORE), TURNS)
  const paint = isPainted ? await painted({ data: folder, now, presses: PRESSES }) : []
  const page = (['painted', 'answered', 'drawn'] as const).map((name) =>
    isPainted
      ? quantiles(
          paint.map((turn) => turn[name]),
          name,
        )
      : {},
  )
  const all = Object.assign({ leads }, figures, ...page) as Record<string, number>
  report('queue', all, [...ENGINE, ...(isPainted ? PAGE : LARGE)])
})
