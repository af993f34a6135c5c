import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Deps } from '../deps.ts'

/** Beside the store, never in it: what an import or a dry run staged. */
export function stagingPath({ data }: Pick<Deps, 'data'>, importId: string): string {
  const folder = join(data, 'staging')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, `${importId}.db`)
}
