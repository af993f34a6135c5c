import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'

import { parseCsv } from '#shared/domain/import/csv'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { startHeadless } from '../helpers/headless.ts'
import { bookOf, zipOf } from '../helpers/zip.ts'
import { peakMemory } from './along.ts'
import { readIn } from './reading.ts'
import { readFlags, report, round, say } from './report.ts'
import { run } from './run-import.ts'

// The same sheet as a workbook of 16 columns, read alone and brought in by the whole app as it is shipped, and three
// archives of about 3 MB that unpack to 3 GB: each in a process of its own, whose memory is what counts.
const { rows } = readFlags()
const folder = mkdtempSync(join(tmpdir(), 'callwright-bench-'))
try {
  const file = join(folder, 'leads.xlsx')
  const table = parseCsv(iconv.decode(spanishFile(rows), 'windows-1252'), ';').map(({ cells }) => cells)
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Leads', rows: table }] }))
  const { rows: read, seconds, cpuSeconds, peakMb } = readIn(file)
  if (read !== rows + 1) throw new Error(`${read} rows were read of ${rows}.`)

  const bombs = bombFiles()
  const refused = bombs.map((bytes, at) => {
    const path = join(folder, `bomb-${at}`)
    writeFileSync(path, bytes)
    const found = readIn(path)
    say(`${bytes.length} bytes: ${found.refused}, ${round(found.seconds)} s, ${round(found.peakMb)} MB`)
    if (found.refused !== 'file-unsafe') throw new Error('A bomb was read.')
    return found
  })
  const figures = {
    rows,
    seconds: round(seconds),
    cpuSeconds: round(cpuSeconds),
    peakMb: round(peakMb),
    ...(await broughtIn(readFileSync(file))),
    bombSeconds: round(Math.max(...refused.map((each) => each.seconds))),
    bombPeakMb: round(Math.max(...refused.map((each) => each.peakMb))),
  }
  report('xlsx', figures, [
    { figure: 'peakMb', atMost: 300 },
    { figure: 'importPeakMb', atMost: 300 },
    { figure: 'bombSeconds', atMost: 2 },
    { figure: 'bombPeakMb', atMost: 200 },
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** All threads of the app, from before the file is looked at until its last row is found by name. */
async function broughtIn(bytes: Buffer): Promise<{ importSeconds: number; importPeakMb: number }> {
  const app = await startHeadless({ data: join(folder, 'data'), from: 'bundle' })
  try {
    await app.call('people.add', { name: 'Ana', role: 'team_lead' })
    const memory = peakMemory(app.pid)
    const { seconds } = await run(app, 'run', bytes, 'Leads', 'leads.xlsx')
    return { importSeconds: round(seconds), importPeakMb: memory.stop() }
  } finally {
    await app.stop()
  }
}

/** A .gz of three members, a workbook whose sheet lies about its size, and entities made of entities. */
function bombFiles(): Buffer[] {
  const member = gzipSync(Buffer.alloc(1024 ** 3))
  const zeros = Buffer.alloc(1024 ** 3)
  const sheet = bookOf({ sheet: '' }).map((part) =>
    part.name.includes('sheet1') ? { ...part, bytes: zeros, says: { size: 60_000_000 } } : part,
  )
  const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  const laughs = `<!DOCTYPE sst [<!ENTITY l0 "lol">${levels.join('')}]><sst><si><t>&l9;</t></si></sst>`
  return [
    Buffer.concat([member, member, member]),
    zipOf(sheet),
    zipOf([
      ...bookOf({ sheet: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>' }),
      { name: 'xl/sharedStrings.xml', bytes: laughs },
    ]),
  ]
}
