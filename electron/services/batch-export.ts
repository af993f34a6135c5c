import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Input, Output } from '#shared/contract/api'
import type { LeadRow } from '#shared/contract/leads'
import { csvOf } from '#shared/domain/export/csv'
import { momentIn } from '#shared/domain/export/evidence'
import { EXTRA, type LeadColumn } from '#shared/domain/leads'
import { rowsOfIds } from '#electron/db/leads'
import type { Deps } from './deps.ts'
import { show } from './leads-show.ts'
import { takeTurns } from './turns.ts'

type Asked = Pick<Input<'batch.export'>, 'columns' | 'words'>
type Say = { words: Readonly<Record<string, string>>; time: (at: number | null) => string }
type Value = (row: LeadRow, say: Say) => string | null

const points = (hundredths: number): string => String(Math.trunc(hundredths / 10) / 10)

/** What of a lead stands in a file; where it stands in the queue is true only now and stays out. */
const VALUES: Readonly<Record<Exclude<LeadColumn, 'next'>, Value>> = {
  name: ({ name }) => name,
  company: ({ company }) => company,
  title: ({ title }) => title,
  phone: ({ phone }) => phone,
  email: ({ email }) => email,
  stage: ({ stage }, { words }) => words[`stage.${stage}`] ?? stage,
  reason: ({ reason }, { words }) => reason && (words[`reason.${reason}`] ?? reason),
  list: ({ listName }) => listName,
  source: ({ source }) => source,
  campaign: ({ campaign }) => campaign,
  owner: ({ owner }) => owner,
  dials: ({ dials }) => String(dials),
  attempts: ({ attempts }) => String(attempts),
  lastDial: ({ lastDialAt }, { time }) => time(lastDialAt),
  lastOutcome: ({ lastOutcome }, { words }) =>
    lastOutcome && (words[`outcome.${lastOutcome}`] ?? lastOutcome),
  fit: ({ fit }) => points(fit),
  bant: ({ bant }) => points(bant),
  arrived: ({ arrivedAt }, { time }) => time(arrivedAt),
  wakes: ({ wakesAt }, { time }) => time(wakesAt),
  country: ({ country }) => country,
  city: ({ city }) => city,
}

const CHUNK = 50

/** Writes the picked leads into a file of the outbox, as they stand and in this order. */
export async function exportPicked(
  deps: Deps,
  ids: readonly string[],
  { columns, words }: Asked,
): Promise<Output<'batch.export'>> {
  const { db, zone, now, data, newId } = deps
  const say: Say = { words, time: (at) => (at === null ? '' : momentIn(zone, at)) }
  const turns = takeTurns()
  const parts = [csvOf([columns.map(({ header }) => header)], { bom: true })]
  let rows = 0
  for (let at = 0; at < ids.length; at += CHUNK) {
    const found = show(deps, rowsOfIds(db, ids.slice(at, at + CHUNK)))
    rows += found.length
    parts.push(
      csvOf(
        found.map((row) => columns.map(({ id }) => valueOf(id, row, say))),
        { bom: false },
      ),
    )
    if (turns.isOver()) await turns.next()
  }
  const fileId = newId()
  mkdirSync(join(data, 'outbox'), { recursive: true, mode: 0o700 })
  await writeFile(join(data, 'outbox', fileId), parts.join(''), { mode: 0o600, flush: true })
  const name = `callwright-leads-${momentIn(zone, now()).replace(' ', '-').replace(':', '')}.csv`
  return { fileId, name, rows }
}

function valueOf(id: string, row: LeadRow, say: Say): string {
  if (id.startsWith(EXTRA)) return row.extra[id.slice(EXTRA.length)] ?? ''
  return VALUES[id as keyof typeof VALUES]?.(row, say) ?? ''
}
