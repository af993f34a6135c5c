import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { atLeast, mayAdd } from '#shared/domain/people'
import { lastWritten, repAtDesk, sitAtDesk } from '#electron/db/device'
import { dropLeasesOfOthers } from '#electron/db/lease'
import { allLists, allReps, findList, findRep, putRep, saveList } from '#electron/db/people'
import { keepListChange, settingsOfList } from './config/list-rows.ts'
import type { Deps } from './deps.ts'
import { outcomesKnown, outcomesPlanned } from './outcome-versions.ts'
import { reasonsKnown, reasonsPlanned } from './reason-versions.ts'
import { askRescore, resumeRescore } from './rescore.ts'
import { settingsOf } from './settings.ts'
import { VERSION } from './version.ts'
import { wordsOf } from './words.ts'

export const peopleHandlers = (deps: Deps) =>
  ({
    'app.state': () => stateOf(deps),
    'people.add': (input) => addRep(deps, input),
    'people.sit': (input) => sit(deps, input),
    'lists.save': (input) => keepList(deps, input),
  }) satisfies Partial<Handlers>

function stateOf({ db, zone, data, demo, now }: Deps): Output<'app.state'> {
  return {
    version: VERSION,
    data,
    zone,
    demo,
    atDesk: repAtDesk(db) ?? null,
    reps: allReps(db),
    lists: allLists(db),
    settings: settingsOf(db),
    words: wordsOf(db, now()),
    outcomes: structuredClone(outcomesKnown(db, now())) as Output<'app.state'>['outcomes'],
    reasons: reasonsKnown(db, now()).map(({ label: _, ...entry }) => entry),
    rulesUntil: nextOf([...outcomesPlanned(db, now()), ...reasonsPlanned(db, now())]),
    savedAt: lastWritten(db),
  }
}

const nextOf = (planned: readonly { from: number }[]): number | null =>
  planned.length === 0 ? null : Math.min(...planned.map(({ from }) => from))

/** Whoever is added first sits down at once: the first run has nobody else to ask. */
function addRep({ db, now, newId, emit }: Deps, { name, role }: Input<'people.add'>): Output<'people.add'> {
  return db.transaction((tx) => {
    const before = allReps(tx).find((rep) => fold(rep.name) === fold(name))
    if (before?.active) throw new AppError('conflict', `${name} is already on the team.`, 'name-taken')
    const team = allReps(tx).filter(({ active }) => active)
    const by = repAtDesk(tx)?.role ?? null
    if (
      !mayAdd(
        by,
        role,
        team.map((each) => each.role),
      )
    )
      throw new AppError('not-allowed', 'Somebody of that role brings others of it.', 'role-above-yours')
    // Whom a call history named joins with the calls that are theirs.
    const rep = { id: before?.id ?? newId(), name, role, active: true }
    putRep(tx, { ...rep, createdAt: now() })
    if (!repAtDesk(tx)) sitAtDesk(tx, rep.id)
    emit({ kind: 'changed', topics: ['people'] })
    return rep
  })
}

function sit({ db, emit }: Deps, { repId }: Input<'people.sit'>): Output<'people.sit'> {
  const rep = findRep(db, repId)
  if (!rep?.active) throw new AppError('not-found', 'That person is not on the team.', 'rep-unknown')
  sitAtDesk(db, repId)
  dropLeasesOfOthers(db, repId)
  emit({ kind: 'changed', topics: ['people', 'queue'] })
  return rep
}

function keepList(deps: Deps, input: Input<'lists.save'>): Output<'lists.save'> {
  const { db, now, newId, emit } = deps
  const before = input.id ? findList(db, input.id) : undefined
  const { saved, moved } = db.transaction((tx) => {
    const id = input.id ?? newId()
    if (input.id && !before) throw new AppError('not-found', 'That list is not here.', 'list-unknown')
    // Which rules protect its people hangs on it: consumers are not made businesses by whoever is in a hurry.
    if (before && before.business !== input.business && !atLeast(repAtDesk(tx)?.role ?? 'rep', 'team_lead'))
      throw new AppError('not-allowed', 'Only a team lead can say whom a list holds.', 'needs-team-lead')
    const policy = input.promisePolicy ?? before?.promisePolicy
    if (before && before.promisePolicy !== policy && !atLeast(repAtDesk(tx)?.role ?? 'rep', 'team_lead'))
      throw new AppError('not-allowed', 'Only a team lead says who keeps promises.', 'needs-team-lead')
    if (
      before &&
      before.priority !== (input.priority ?? before.priority) &&
      !atLeast(repAtDesk(tx)?.role ?? 'rep', 'team_lead')
    )
      throw new AppError('not-allowed', 'Only a team lead says which list goes first.', 'needs-team-lead')
    if (allLists(tx).some((list) => list.id !== id && fold(list.name) === fold(input.name)))
      throw new AppError('conflict', `There is a list called ${input.name} already.`, 'name-taken')
    const settled = settingsOfList(tx, id)
    saveList(tx, { ...input, id, createdAt: now() })
    emit({ kind: 'changed', topics: ['lists', 'queue'] })
    const saved = allLists(tx).find((list) => list.id === id)
    if (!saved) throw new Error(`list ${id} was not saved`)
    keepListChange(tx, { id, before: settled, at: now(), repId: repAtDesk(tx)?.id ?? null })
    // Its calling windows hang on these.
    const moved = before && WINDOW_FIELDS.some((field) => before[field] !== saved[field])
    if (moved) askRescore(tx, saved.id, 'calendar')
    return { saved, moved }
  })
  if (moved) void resumeRescore(deps)
  return saved
}

const WINDOW_FIELDS = ['business', 'country', 'basis'] as const

export const fold = (name: string) => name.trim().normalize('NFC').toLowerCase()
