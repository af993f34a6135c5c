import type { ImportPlan } from '#shared/contract/import'
import type { RuleOf } from '#shared/domain/import/changes'
import type { ColumnRule } from '#shared/domain/import/field'
import { judge, type Ground } from '#shared/domain/import/judge'
import type { Row } from '#shared/domain/import/row'
import { keepRow } from '#electron/db/import'
import type { Db } from '#electron/db/open'
import type { ListRow } from '#electron/db/people'
import { raw } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { currentRules } from '../rules.ts'
import { batchesOf } from './batches.ts'
import { finish } from './finish.ts'
import { inboxPath } from './inspect.ts'
import { nothingPending, remember } from './pending.ts'
import { peopleOf } from './people.ts'
import { inSlices, type Slices } from './slices.ts'
import { take } from './take.ts'
import { count, type Tally } from './tally.ts'
import { entries, writeRow, type Writing } from './write.ts'

export type Work = {
  importId: string
  kind: 'check' | 'run'
  fileId: string
  plan: ImportPlan
  list: ListRow
  at: number
  tally: Tally
  /** Told after every slice, with bytes read so far. */
  progress: (bytes: number) => void
  header: (names: readonly string[]) => void
  slices: Slices
}

/** Reads a file and judges every row; `run` also stores what it says. Throws Stopped, AppError, or a bug. */
export async function work(deps: Deps, job: Work): Promise<void> {
  const { plan, list, kind, importId, slices, tally } = job
  const people = peopleOf(deps.db)
  const pending = nothingPending()
  const rules = rulesOf(plan)
  const ground: Ground = {
    listId: list.id,
    mode: plan.mode,
    ruleOf: rules.of,
    now: job.at,
    silenced: people.silenced.numbers,
    isAtSilenced: people.isAtSilenced,
  }
  const writing: Writing = {
    importId,
    list,
    profile: currentRules(deps.db).score,
    at: job.at,
    zone: deps.zone,
    newId: deps.newId,
    silenced: people.silenced.numbers,
  }
  const entryOf = entries(writing)
  const given = { people, listId: list.id, newId: deps.newId, at: job.at }

  const oneRow = (row: Row) => {
    const { person, contradicted } = people.find(row.values)
    const judged = judge(contradicted ? marked(row) : row, person, ground)
    const taken = take(row, judged, person, given)
    const hasNoNumber = taken?.lead != null && taken.person.phones.length === 0
    if (count(tally, judged, hasNoNumber))
      keepRow(deps.db, kind, importId, { ...row, ...judged, found: foundOf(judged) })
    if (kind === 'check' || !taken) return
    const isFree = !hasCalls(deps.db, taken.person.company?.id ?? null)
    const queued = writeRow(deps.db, taken, writing, entryOf)
    remember(pending, taken, isFree ? queued : null)
  }

  const path = inboxPath(deps, job.fileId)
  for await (const { header, rows, bytes } of batchesOf(deps, { path, plan, zone: deps.zone })) {
    if (tally.rows === 0) {
      job.header(header)
      rules.name(header)
    }
    await inSlices(slices, rows, oneRow, () => job.progress(bytes))
  }
  slices.stopIfAsked()
  if (kind === 'run')
    await finish({ deps, importId, listId: list.id, people, pending, slices }, () => countsOf(tally))
}

export const countsOf = ({ counts, rows, marked, noNumber }: Tally): Record<string, number> => ({
  ...counts,
  rows,
  marked,
  noNumber,
})

/** Kept columns have their rule by header, which is known once the file is read. */
function rulesOf({ columns }: ImportPlan): { of: RuleOf; name: (header: readonly string[]) => void } {
  const byField = new Map(columns.map(({ field, rule }) => [field, rule]))
  const byHeader = new Map<string, ColumnRule>()
  const mobile = byField.get('mobile')
  return {
    of: (field, header = '') =>
      (field === null ? byHeader.get(header) : byField.get(field)) ??
      (field === 'phone' ? mobile : undefined) ??
      'fill',
    name: (header) => {
      for (const { index, rule } of columns) byHeader.set(header[index] ?? '', rule)
    },
  }
}

const marked = (row: Row): Row => ({
  ...row,
  problems: [
    ...row.problems,
    { field: 'externalId', column: null, cell: row.values.externalId ?? '', problem: 'id_of_another' },
  ],
})

function foundOf({ shown, ended }: ReturnType<typeof judge>): unknown {
  if (shown.length === 0 && ended === null) return null
  return { changes: shown, ended: ended && { leadId: ended.leadId, reason: ended.reason, at: ended.at } }
}

/** A company's cap may count for its new lead too, which then is placed by its facts. */
const hasCalls = (db: Db, companyId: string | null): boolean =>
  companyId !== null &&
  raw(db, 'SELECT 1 FROM calls WHERE company_id = ? LIMIT 1').get(companyId) !== undefined
