import { existsSync, readFileSync } from 'node:fs'

import { delimiterOf } from '#shared/domain/import/delimiter'
import { allRecordsOf, beginningOf } from '#electron/services/import/records'
import { scan } from '#electron/services/import/scan'

// Reads one file as an import does, in a process of its own: what it took of time and memory on the last line.
const [path = ''] = process.argv.slice(2)
const began = performance.now()
const cpu = process.cpuUsage()
let [rows, cells, refused] = [0, 0, '']
try {
  const { encoding, source } = await scan(path)
  const delimiter = source.parts ? ',' : delimiterOf(await beginningOf(source.path, encoding, 65_536))
  for await (const { records } of allRecordsOf(path, { encoding, delimiter })) {
    rows += records.length
    for (const record of records) cells += record.cells.length
  }
} catch (error) {
  refused = (error as { reason?: string }).reason ?? String(error)
}
const seconds = (performance.now() - began) / 1000
const { user, system } = process.cpuUsage(cpu)
process.stdout.write(
  JSON.stringify({ rows, cells, refused, seconds, cpuSeconds: (user + system) / 1e6, peakMb: peakMb() }),
)

/** Resident at most; what the system reports of a child may be its parent's. */
function peakMb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const kb = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return (kb === undefined ? process.resourceUsage().maxRSS : Number(kb)) / 1024
}
