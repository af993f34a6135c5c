import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

type Reading = {
  rows: number
  cells: number
  /** Why it was not read. */
  refused: string
  seconds: number
  /** Of all threads, so that what others do on the machine does not count. */
  cpuSeconds: number
  peakMb: number
}

/** What reading a file took, start of the process left out. */
export function readIn(path: string): Reading {
  const script = join(import.meta.dirname, 'read-table.ts')
  const { stdout, stderr } = spawnSync(process.execPath, [script, path], { encoding: 'utf8' })
  if (!stdout.startsWith('{')) throw new Error(stderr)
  return JSON.parse(stdout) as Reading
}
