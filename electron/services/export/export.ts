import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Handlers, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { csvOf } from '#shared/domain/export/csv'
import { momentIn } from '#shared/domain/export/evidence'
import type { ExportProfile, Profile } from '#shared/domain/export/profile'
import { profileFor } from '#shared/domain/export/profiles'
import { taskCells, type CustomerTask } from '#shared/domain/export/task'
import { repAtDesk } from '#electron/db/device'
import { allExports, insertExport, insertExportedLead } from '#electron/db/export'
import type { Db } from '#electron/db/open'
import type { Deps } from '../deps.ts'
import { CALLS, hasRow, isNew, preview, readyFor, type Ready } from './ready.ts'
import { tasksFor } from './tasks.ts'

export const exportHandlers = (deps: Deps) =>
  ({
    'export.ready': ({ profile }) => preview(deps, profile),
    'export.run': ({ profile }) => run(deps, profile),
    'exports.list': () => list(deps),
  }) satisfies Partial<Handlers>

/** Everything that is ready, into files and into the log of what went out, or nothing at all. */
function run(deps: Deps, profile: ExportProfile): Output<'export.run'> {
  const done = deps.db.transaction((tx) => {
    const { ready } = readyFor({ ...deps, db: tx }, profile)
    const tasks = tasksFor({ ...deps, db: tx }, profile)
    if (ready.length + tasks.length === 0)
      throw new AppError('conflict', 'Nothing is new or changed since the last export.', 'nothing-ready')
    return writeOut(tx, deps, profile, ready, tasks)
  })
  deps.emit({ kind: 'changed', topics: ['exports'] })
  return done
}

/** Writes the files and notes what went out. Files that could not be noted are taken back. */
export function writeOut(
  tx: Db,
  deps: Deps,
  profile: ExportProfile,
  ready: readonly Ready[],
  tasks: readonly CustomerTask[] = [],
): Output<'export.run'> {
  const rep = repAtDesk(tx)
  if (!rep) throw new AppError('not-allowed', 'Say first who sits at this desk.', 'nobody-at-desk')
  const at = deps.now()
  const target = profileFor(
    profile,
    ready.map(({ lead }) => lead),
  )
  const made = [...sheets(target, ready), ...taskSheet(target, tasks)].map(({ part, rows, count }) => ({
    id: deps.newId(),
    file: { fileId: deps.newId(), name: `callwright-${profile}-${part}-${fileTime(deps.zone, at)}.csv` },
    text: csvOf(rows, target),
    rows: count,
  }))
  try {
    for (const { id, file, text, rows } of made) {
      write(deps, file.fileId, text)
      insertExport(tx, { id, repId: rep.id, at, profile, fileId: file.fileId, fileName: file.name, rows })
    }
    for (const each of ready) {
      const row = { exportId: made[0]?.id ?? '', leadId: each.lead.leadId, profile, at, row: kept(each) }
      insertExportedLead(tx, row)
    }
    for (const { id: task, lead } of tasks) {
      const row = { exportId: made.at(-1)?.id ?? '', leadId: lead.leadId, profile, at, row: {}, task }
      insertExportedLead(tx, row)
    }
  } catch (error) {
    for (const { file } of made) rmSync(pathOf(deps, file.fileId), { force: true })
    throw error
  }
  return {
    files: made.map(({ file }) => file),
    rows: ready.filter(hasRow).length,
    changed: ready.filter((each) => hasRow(each) && !isNew(each)).length,
    tasks: tasks.length,
  }
}

type Made = { part: string; rows: (readonly string[])[]; count: number }

/** One sheet a part that has rows. */
function sheets({ leads, calls, mark }: Profile, ready: readonly Ready[]): Made[] {
  const headers = leads.columns.map(({ header }) => header)
  const rows = ready.filter(hasRow).map(({ outgoing }) => {
    const cells = headers.map((header) => outgoing.row[header] ?? '')
    return mark ? [...cells, outgoing.changed?.join('; ') ?? ''] : cells
  })
  const callHeaders = calls?.columns.map(({ header }) => header) ?? []
  const callRows = ready.flatMap(({ outgoing }) =>
    outgoing.calls.map(({ row }) => callHeaders.map((header) => row[header] ?? '')),
  )
  return [
    { part: leads.part, head: mark ? [...headers, mark] : headers, rows },
    { part: calls?.part ?? '', head: callHeaders, rows: callRows },
  ]
    .filter((sheet) => sheet.rows.length > 0)
    .map((sheet) => ({ part: sheet.part, rows: [sheet.head, ...sheet.rows], count: sheet.rows.length }))
}

function taskSheet({ tasks: sheet }: Profile, tasks: readonly CustomerTask[]): Made[] {
  if (tasks.length === 0) return []
  const head = sheet.columns.map(({ header }) => header)
  return [
    { part: sheet.part, rows: [head, ...tasks.map((task) => taskCells(sheet, task))], count: tasks.length },
  ]
}

const kept = ({ outgoing, last }: Ready): Record<string, string> => ({
  ...outgoing.row,
  [CALLS]: [...(last?.calls ?? []), ...outgoing.calls.map(({ id }) => id)].join(' '),
})

/** `2026-03-10-1005`. */
const fileTime = (zone: string, at: number) => momentIn(zone, at).replace(' ', '-').replace(':', '')

const pathOf = (deps: Deps, fileId: string) => join(deps.data, 'outbox', fileId)

function write(deps: Deps, fileId: string, text: string): void {
  mkdirSync(join(deps.data, 'outbox'), { recursive: true, mode: 0o700 })
  writeFileSync(pathOf(deps, fileId), text, { mode: 0o600, flush: true })
}

const list = (deps: Deps): Output<'exports.list'> =>
  allExports(deps.db).map(({ fileId, ...row }) => ({
    ...row,
    file: existsSync(pathOf(deps, fileId)) ? { fileId, name: row.fileName } : null,
  }))
