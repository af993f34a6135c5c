import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { SPANISH_HEADER, spanishFile } from '../fixtures/spanish-leads.ts'
import { readIn } from './reading.ts'
import { readFlags, report, round } from './report.ts'

// Bytes into cells: a Spanish spreadsheet of 16 columns as CSV, looked through once and read once. A million rows take
// ten times what a hundred thousand do.
const { rows } = readFlags()
const folder = mkdtempSync(join(tmpdir(), 'callwright-bench-'))
try {
  const file = join(folder, 'leads.csv')
  writeFileSync(file, spanishFile(rows))
  const read = readIn(file)
  if (read.cells !== (rows + 1) * SPANISH_HEADER.length) throw new Error(`${read.cells} cells were read.`)
  const figures = {
    rows,
    seconds: round(read.seconds),
    cpuSeconds: round(read.cpuSeconds),
    cpuSecondsPerMillion: round((read.cpuSeconds / rows) * 1_000_000),
    peakMb: round(read.peakMb),
  }
  report('csv', figures, [{ figure: 'cpuSecondsPerMillion', atMost: 6 }])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
