import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Handlers, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { csvOf } from '#shared/domain/export/csv'
import { momentIn } from '#shared/domain/export/evidence'
import type { ExportProfile, Profile } from '#shared/domain/export/profile'
import { PROFILES } from '#shared/domain/export/profiles'
import { repAtDesk } from '#electron/db/device'
import { allExports, insertExport, insertExportedLead } from '#electron/db/export'
import type { Deps } from '../deps.ts'
import { CALLS, hasRow, isNew, preview, readyFor, type Ready } from './ready.ts'

export const exportHandlers = (deps: Deps) =>
  ({
    'export.ready': ({ profile }) => preview(deps, profile),
    'export.run': ({ profile }) => run(deps, profile),
    'exports.list': () => list(deps),
  }) satisfies Partial<Handlers>

/** Everything that is ready, into files and into the log of what went out, or nothing at all. */
function run(deps: Deps, profile: ExportProfile): Output<'export.run'> {
  const written: string[] = []
  try {
    const done = deps.db.transaction((tx) => {
      const rep = repAtDesk(tx)
      if (!rep) throw new AppError('not-allowed', 'Say first who sits at this desk.', 'nobody-at-desk')
      const { ready } = readyFor({ ...deps, db: tx }, profile)
      if (ready.length === 0)
        throw new AppError('conflict', 'Nothing is new or changed since the last export.', 'nothing-ready')

      const at = deps.now()
      const ids = sheets(PROFILES[profile], ready).map(({ part, rows, count }) => {
        const [id, fileId] = [deps.newId(), deps.newId()]
        const fileName = `callwright-${profile}-${part}-${fileTime(deps.zone, at)}.csv`
        written.push(write(deps, fileId, csvOf(rows, PROFILES[profile])))
        insertExport(tx, { id, repId: rep.id, at, profile, fileId, fileName, rows: count })
        return { id, fileId, name: fileName }
      })
      const exportId = ids[0]?.id ?? ''
      for (const each of ready)
        insertExportedLead(tx, { exportId, leadId: each.lead.leadId, profile, at, row: kept(each) })
      return {
        files: ids.map(({ fileId, name }) => ({ fileId, name })),
        rows: ready.filter(hasRow).length,
        changed: ready.filter((each) => hasRow(each) && !isNew(each)).length,
      }
    })
    deps.emit({ kind: 'changed', topics: ['exports'] })
    return done
  } catch (error) {
    for (const path of written) rmSync(path, { force: true })
    throw error
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

const kept = ({ outgoing, last }: Ready): Record<string, string> => ({
  ...outgoing.row,
  [CALLS]: [...(last?.calls ?? []), ...outgoing.calls.map(({ id }) => id)].join(' '),
})

/** `2026-03-10-1005`. */
const fileTime = (zone: string, at: number) => momentIn(zone, at).replace(' ', '-').replace(':', '')

const pathOf = (deps: Deps, fileId: string) => join(deps.data, 'outbox', fileId)

function write(deps: Deps, fileId: string, text: string): string {
  mkdirSync(join(deps.data, 'outbox'), { recursive: true, mode: 0o700 })
  const path = pathOf(deps, fileId)
  writeFileSync(path, text, { mode: 0o600, flush: true })
  return path
}

const list = (deps: Deps): Output<'exports.list'> =>
  allExports(deps.db).map(({ fileId, ...row }) => ({
    ...row,
    file: existsSync(pathOf(deps, fileId)) ? { fileId, name: row.fileName } : null,
  }))
