import { dropTextsOfGone, isUndone, peopleOfBases } from '#electron/db/basis'
import { insertUndo } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { broughtFacts, peopleOfWishes } from '#electron/db/import-facts'
import { changesBelow, leadsTouched, peopleTouched, takeBack } from '#electron/db/import-undo'
import { indexKeptOfLead, unindexKeptGone } from '#electron/db/search-kept'
import { indexPeople, mergeWords, unindexGone } from '#electron/db/search-many'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from '../deps.ts'
import { refresh } from '../queue.ts'
import { mergingWords } from './merging-words.ts'
import { inOne, inSlices, inTurns, type Slices } from './slices.ts'

/** What stood before an import changed it stands again; whoever is called or reached otherwise by it is found by that. */
export async function takeBackChanges(deps: Deps, importId: string, slices: Slices): Promise<void> {
  const { db } = deps
  let below = Number.MAX_SAFE_INTEGER
  await inTurns(slices, (size) => {
    const changes = changesBelow(db, importId, below, size)
    for (const change of changes) {
      takeBack(db, importId, change, false)
      const leads = leadsTouched(db, change)
      refresh(db, deps, leads)
      if (change.entity === 'leads') indexKeptOfLead(db, change.id)
    }
    below = changes.at(-1)?.n ?? 0
    return changes.length === size
  })
  let person = ''
  await inTurns(slices, (size) => {
    const people = peopleTouched(db, importId, person, size)
    for (const personId of people) {
      indexPeople(db, personId, personId)
      refresh(db, deps, leadsOfPerson(db, personId))
    }
    person = people.at(-1) ?? ''
    return people.length === size
  })
}

/** All its grounds to call and its wishes not to be go with one fact, and what stood before stands again. */
export async function takeBackFacts(deps: Deps, importId: string, slices: Slices): Promise<void> {
  const { db } = deps
  if (!broughtFacts(db, importId)) return
  await inOne(slices, () => {
    if (!isUndone(db, importId))
      insertUndo(db, { ...stampOf(db, deps), refersTo: importId, callId: importId })
    dropTextsOfGone(db, importId)
  })
  const people = new Set([...peopleOfBases(db, importId), ...peopleOfWishes(db, importId)])
  await inSlices(slices, [...people], (personId) => refresh(db, deps, leadsOfPerson(db, personId)))
}

/** What the search index still holds of those who are gone. */
export async function takeOutWords(slices: Slices): Promise<void> {
  await mergingWords(slices, async () => {
    for (const unindex of [unindexGone, unindexKeptGone]) {
      let n = 0
      await inTurns(slices, (size, until) => {
        // What came before is merged first.
        if (!mergeWords(slices.db, until)) return true
        const last = unindex(slices.db, n, size)
        n = last ?? n
        return last !== null
      })
    }
  })
}
