import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ImportPlan } from '#shared/contract/import-plan'
import type { Headless } from '../helpers/headless.ts'
import { inspect, NEW_LIST, planOf } from '../helpers/import-file.ts'
import { round, say } from './report.ts'

/** Milliseconds between two looks at how far it is. */
const POLL = 20

/** Seconds from the request to the answer that says it is done. */
export async function run(
  app: Headless,
  kind: 'check' | 'run',
  bytes: Buffer,
  list: string,
  name = 'leads.csv',
) {
  const fileId = crypto.randomUUID()
  mkdirSync(join(app.data, 'inbox'), { recursive: true })
  writeFileSync(join(app.data, 'inbox', fileId), bytes)
  const plan: ImportPlan = planOf(await inspect(app, fileId, name), { newList: { ...NEW_LIST, name: list } })
  const began = performance.now()
  const { importId } = await app.call(`import.${kind}`, { fileId, plan })
  const counts = await done(app, importId)
  const seconds = (performance.now() - began) / 1000
  say(`${kind} ${list}: ${round(seconds)} s ${JSON.stringify(counts)}`)
  await searchable(app)
  return { importId, seconds }
}

async function done(app: Headless, importId: string): Promise<Record<string, number>> {
  const status = await until(app, importId, 'running')
  const taken = Object.values(status.counts).reduce((sum, count) => sum + count, 0)
  if (!['done', 'checked'].includes(status.state) || taken !== status.rows)
    throw new Error(`The import ended as ${status.state} with ${taken} of ${status.rows} rows.`)
  return status.counts
}

/** Its status once it is in another state. */
export async function until(app: Headless, importId: string, state: string) {
  for (;;) {
    const status = await app.call('import.status', { importId })
    if (status.state !== state) return status
    await new Promise((resolve) => setTimeout(resolve, POLL))
  }
}

/** What is found by name comes a moment after the import; the next one waits for it. */
async function searchable(app: Headless): Promise<void> {
  const began = performance.now()
  for (;;) {
    const log = await app.call('imports.list', {})
    if (log.every(({ indexing }) => !indexing)) break
    await new Promise((resolve) => setTimeout(resolve, POLL))
  }
  say(`searchable after ${round((performance.now() - began) / 1000)} s more`)
}
