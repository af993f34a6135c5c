import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { benchApp, generate } from './generate.ts'
import { readFlags, report, round, timed } from './report.ts'

// A store to look at or to hand to another bench: --data DIR.
const { leads, calls, reps, data } = readFlags()
if (!data) throw new Error('Say where: --data DIR')
mkdirSync(data, { recursive: true })
const app = benchApp(join(data, 'callwright.db'))
const { took, value } = timed(() => generate(app.deps, { leads, calls, reps }))
app.close()
report('generate', { leads, calls: value.calls, seconds: round(took / 1000) }, [])
