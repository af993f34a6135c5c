import type { Input } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { mergedCompany, type MergingCompany } from '#shared/domain/identity/merge-company'
import { atLeast } from '#shared/domain/people'
import { insertText, insertUndo, textsOf } from '#electron/db/call'
import {
  companyRow,
  leadsAt,
  moveCompany,
  personsAt,
  saveCompanyRow,
  type CompanyRow,
} from '#electron/db/company'
import { stampOf } from '#electron/db/facts'
import { shareWishes } from '#electron/db/merge-wishes'
import type { Db } from '#electron/db/open'
import { absorbedBy, insertPairing, type Pairing } from '#electron/db/pairing'
import { dropPairsOf, putPairs, type ReviewPair } from '#electron/db/review'
import type { Deps } from './deps.ts'
import type { Rep } from './facts.ts'
import { indexAnew } from './index-person.ts'
import { mayTakeBack } from './merge.ts'
import { refresh } from './queue.ts'

type Moved = {
  persons: string[]
  leads: string[]
  before: MergingCompany
  after: MergingCompany
  pairs: ReviewPair[]
}
/** Those whose place or words are now others. */
export type Touched = { persons: string[]; leads: string[] }

/** Two companies are one. Whom nobody may call at one of them, nobody may call at both. */
export function mergeCompanies(
  tx: Db,
  deps: Deps,
  rep: Rep,
  { keepId, otherId, choices }: Pick<Input<'review.merge'>, 'keepId' | 'otherId' | 'choices'>,
): { pairingId: string; touched: Touched } {
  if (!atLeast(rep.role, 'team_lead'))
    throw new AppError(
      'not-allowed',
      'Merging companies touches everybody’s leads: a team lead does it.',
      'needs-team-lead',
    )
  const [kept, other] = [mergeable(tx, keepId), mergeable(tx, otherId)]
  if (keepId === otherId) throw new AppError('invalid-input', 'They are one already.')
  const stamp = stampOf(tx, deps)
  insertPairing(tx, { ...stamp, kind: 'company', verdict: 'same', keptId: keepId, otherId })
  shareWishes(tx, deps, 'company', otherId, keepId)
  const after = mergedCompany(kept, other, choices)
  const moved: Moved = {
    persons: personsAt(tx, otherId),
    leads: leadsAt(tx, otherId),
    before: plain(kept),
    after,
    pairs: dropPairsOf(tx, 'company', otherId),
  }
  const touched = {
    persons: [...moved.persons, ...personsAt(tx, keepId)],
    leads: [...moved.leads, ...leadsAt(tx, keepId)],
  }
  moveCompany(tx, otherId, keepId, moved)
  saveCompanyRow(tx, keepId, after)
  insertText(tx, { factId: stamp.id, field: 'moved', personId: otherId, text: JSON.stringify(moved) })
  return { pairingId: stamp.id, touched }
}

export function unmergeCompanies(tx: Db, deps: Deps, rep: Rep, pairing: Pairing): Touched {
  const { id, keptId, otherId } = pairing
  mayTakeBack(tx, rep, pairing)
  const moved = JSON.parse(textsOf(tx, id)['moved'] ?? '') as Moved
  insertUndo(tx, { ...stampOf(tx, deps), refersTo: id, callId: id })
  const touched = { persons: personsAt(tx, keptId), leads: leadsAt(tx, keptId) }
  // Nobody was left there once the file that named it was undone: whoever came from there stays.
  if (companyRow(tx, otherId)) moveCompany(tx, keptId, otherId, moved)
  const now = companyRow(tx, keptId)
  // What somebody changed since stays.
  if (now && JSON.stringify(plain(now)) === JSON.stringify(moved.after))
    saveCompanyRow(tx, keptId, moved.before)
  shareWishes(tx, deps, 'company', keptId, otherId)
  putPairs(tx, moved.pairs)
  return touched
}

const plain = ({ name, key, domain, industry, employees }: CompanyRow): MergingCompany => ({
  name,
  key,
  domain,
  industry,
  employees,
})

function mergeable(tx: Db, id: string): CompanyRow {
  const row = companyRow(tx, id)
  if (!row) throw new AppError('not-found', 'That company is not here.', 'company-unknown')
  if (absorbedBy(tx, 'company', id))
    throw new AppError('conflict', 'That company was merged meanwhile.', 'merged-meanwhile')
  return row
}

/** Brings search and queue up to what a company has become: a large one in slices, so that no call waits. */
export async function settleCompany(deps: Deps, { persons, leads }: Touched): Promise<void> {
  for (let at = 0; at < Math.max(persons.length, leads.length); at += SLICE) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve))
    if (deps.closing.aborted) return
    deps.db.transaction((tx) => {
      for (const id of persons.slice(at, at + SLICE)) reindex(tx, id)
      refresh(tx, deps, leads.slice(at, at + SLICE))
    })
  }
}
const SLICE = 25

function reindex(tx: Db, id: string): void {
  if (!absorbedBy(tx, 'person', id)) indexAnew(tx, id)
}
