import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { AlikePair } from '#shared/contract/review'
import type { PairKind } from '#shared/domain/identity/merge'
import { stampOf } from '#electron/db/facts'
import { insertText, insertUndo, textsOf } from '#electron/db/call'
import { companyRow } from '#electron/db/company'
import { isImporting } from '#electron/db/import'
import { personRow } from '#electron/db/merge-person'
import type { Db } from '#electron/db/open'
import { findPairing, insertPairing, isTakenBack, mergesInto } from '#electron/db/pairing'
import { countPairs, dropPair, findPair, putPairs, reviewPage, type ReviewPair } from '#electron/db/review'
import { lookedAt } from '#electron/db/review-look'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { isTheirs, mayTakeBack, mergePersons, unmergePersons } from './merge.ts'
import { mergeCompanies, settleCompany, unmergeCompanies, type Touched } from './merge-company.ts'
import { isLooking, lookForPairs } from './review-look.ts'
import { sideOfCompany, sideOfPerson } from './review-side.ts'

export const reviewHandlers = (deps: Deps) =>
  ({
    'review.pairs': (input) => pairs(deps, input),
    'review.merge': (input) => merge(deps, input),
    'review.apart': (input) => keepApart(deps, input),
    'review.undo': (input) => takeBack(deps, input),
    'review.look': () => {
      sitting(deps.db)
      void lookForPairs(deps, true)
      return {}
    },
    'review.merges': ({ kind, id }) => mergesOf(deps.db, kind, id),
  }) satisfies Partial<Handlers>

function pairs({ db }: Deps, { kind, offset, limit }: Input<'review.pairs'>): Output<'review.pairs'> {
  const [persons, companies] = [countPairs(db, 'person'), countPairs(db, 'company')]
  return {
    total: kind === 'person' ? persons : companies,
    persons,
    companies,
    looking: isLooking(db),
    capped: lookedAt(db).capped,
    rows: reviewPage(db, kind, offset, limit).flatMap((pair) => shown(db, pair) ?? []),
  }
}

/** The one who is here longer first. Null when one of them is not here any more. */
function shown(db: Db, { kind, a, b, points, lines }: ReviewPair): AlikePair | null {
  const sideOf = kind === 'person' ? sideOfPerson : sideOfCompany
  const [one, two] = [sideOf(db, a), sideOf(db, b)]
  if (!one || !two) return null
  const isOlder = (one.createdAt ?? 0) <= (two.createdAt ?? 0)
  if (isOlder) return { kind, points, lines, sides: [one, two] }
  const turned = lines.map((line) => ({ ...line, a: line.b, b: line.a }))
  return { kind, points, lines: turned, sides: [two, one] }
}

/** What was shown of two when they were kept apart. */
const PAIR = 'pair'
const CHANGED = { kind: 'changed', topics: ['leads', 'queue', 'review'] } as const

function merge(deps: Deps, input: Input<'review.merge'>): Output<'review.merge'> {
  const { pairingId, touched } = deps.db.transaction((tx) => {
    const rep = sitting(tx)
    mustBeQuiet(tx)
    if (input.kind === 'company') return mergeCompanies(tx, deps, rep, input)
    return { pairingId: mergePersons(tx, deps, input), touched: null }
  })
  return settled(deps, touched, { pairingId })
}

/** What comes in was judged by who was who when it was read. Throws AppError 'conflict' (reason `import-running`). */
function mustBeQuiet(tx: Db): void {
  if (isImporting(tx))
    throw new AppError('conflict', 'An import is running. Wait until it is done.', 'import-running')
}

/** Remembered as a fact; a pair that nobody proposed can be kept apart as well. */
function keepApart(deps: Deps, { kind, a, b }: Input<'review.apart'>): Output<'review.apart'> {
  const pairingId = deps.db.transaction((tx) => {
    sitting(tx)
    const stamp = stampOf(tx, deps)
    insertPairing(tx, { ...stamp, kind, verdict: 'apart', keptId: a, otherId: b })
    const pair = findPair(tx, kind, a, b)
    insertText(tx, { factId: stamp.id, field: PAIR, personId: a, text: pair ? JSON.stringify(pair) : null })
    dropPair(tx, kind, a, b)
    return stamp.id
  })
  return settled(deps, null, { pairingId })
}

function takeBack(deps: Deps, { pairingId }: Input<'review.undo'>): Output<'review.undo'> {
  const touched = deps.db.transaction((tx) => {
    const rep = sitting(tx)
    const pairing = findPairing(tx, pairingId)
    if (!pairing && isTakenBack(tx, pairingId))
      throw new AppError('conflict', 'That was taken back already.', 'taken-back')
    if (!pairing) throw new AppError('not-found', 'There is no such decision.', 'pairing-unknown')
    if (pairing.verdict === 'apart') {
      mayTakeBack(tx, rep, pairing)
      insertUndo(tx, { ...stampOf(tx, deps), refersTo: pairingId, callId: pairingId })
      const pair = textsOf(tx, pairingId)[PAIR]
      if (pair !== undefined) putPairs(tx, [JSON.parse(pair) as ReviewPair])
      return null
    }
    mustBeQuiet(tx)
    if (pairing.kind === 'company') return unmergeCompanies(tx, deps, rep, pairing)
    unmergePersons(tx, deps, rep, pairing)
    return null
  })
  return settled(deps, touched, {})
}

function settled<T>(deps: Deps, touched: Touched | null, reply: T): T {
  if (touched) void settleCompany(deps, touched).then(() => deps.emit(CHANGED))
  else deps.emit(CHANGED)
  return reply
}

export function mergesOf(db: Db, kind: PairKind, id: string): Output<'review.merges'> {
  const rep = sitting(db)
  const nameOf = (other: string) =>
    (kind === 'person' ? personRow(db, other) : companyRow(db, other))?.name ?? ''
  return mergesInto(db, kind, id).map(({ id: pairingId, otherId, at, by, repId }) => {
    return { pairingId, name: nameOf(otherId), at, by, yours: isTheirs(rep, repId) }
  })
}
