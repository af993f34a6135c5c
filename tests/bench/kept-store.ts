import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { benchApp, generate } from './generate.ts'
import { say, timed, type Flags } from './report.ts'

export const STORE = 'callwright.db'

/**
 * Hands over a folder with a store of so many leads and calls, and takes it away after. With `data` the store is made
 * there once and copied, so that a bench never finds what the last one left.
 */
export async function withStore(
  { leads, calls, reps, data }: Flags,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-bench-'))
  const kept = data ?? folder
  try {
    if (!existsSync(join(kept, STORE))) {
      mkdirSync(kept, { recursive: true })
      const app = benchApp(join(kept, STORE))
      const { took } = timed(() => generate(app.deps, { leads, calls, reps }))
      app.close()
      say(`generated in ${Math.round(took / 1000)} s`)
    }
    // One that an earlier version left is brought up to date here: it is not what is measured.
    else benchApp(join(kept, STORE)).close()
    if (data) cpSync(join(data, STORE), join(folder, STORE))
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
