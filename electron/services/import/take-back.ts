import { isUndone } from '#electron/db/basis'
import { insertSuppression, insertUndo } from '#electron/db/call'
import { closeUp } from '#electron/db/close-up'
import { stampOf } from '#electron/db/facts'
import { dropTextsOfGone, someBrought, type Came } from '#electron/db/import-brought'
import { changesBelow, changesFromTo, leadsTouched, peopleTouched, takeBack } from '#electron/db/import-undo'
import { indexKeptOfLead, unindexKeptGone } from '#electron/db/search-kept'
import { indexPeople, mergeWords, unindexGone } from '#electron/db/search-many'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from '../deps.ts'
import { refresh } from '../queue.ts'
import { mergingWords } from './merging-words.ts'
import { inOne, inSlices, type Slices } from './slices.ts'
import { walk } from './walk.ts'

/**
 * What stood before an import changed it stands again; whoever is called or reached otherwise by it is found by that.
 * `tell`: how much of it does, 0 to 1.
 */
export async function takeBackChanges(
  deps: Deps,
  importId: string,
  slices: Slices,
  tell: (share: number) => void = () => {},
): Promise<void> {
  const { db } = deps
  const { first, last } = changesFromTo(db, importId)
  await walk(slices, Number.MAX_SAFE_INTEGER, (below, size) => {
    const changes = changesBelow(db, importId, below, size)
    const touched = new Set<string>()
    const reached = { phones: new Set<string>(), emails: new Set<string>() }
    for (const change of changes) {
      takeBack(db, importId, change, false)
      if (change.entity === 'phones' || change.entity === 'emails') reached[change.entity].add(change.id)
      // Hundreds of numbers may be one person's, whose leads are placed below, once they are all gone.
      else for (const leadId of leadsTouched(db, change)) touched.add(leadId)
      if (change.entity === 'leads') indexKeptOfLead(db, change.id)
    }
    for (const table of ['phones', 'emails'] as const)
      for (const personId of reached[table]) closeUp(db, personId, table)
    refresh(db, deps, [...touched])
    const at = changes.at(-1)?.n
    if (at !== undefined) tell((last - at + 1) / (last - first + 1))
    return at ?? null
  })
  await walk(slices, '', (after, size) => {
    const people = peopleTouched(db, importId, after, size)
    for (const personId of people) {
      indexPeople(db, personId, personId)
      refresh(db, deps, leadsOfPerson(db, personId))
    }
    return people.at(-1) ?? null
  })
}

/** All its grounds to call and its wishes not to be go with one fact, and what stood before stands again. */
export async function takeBackFacts(deps: Deps, { id, at, finishedAt }: Came, slices: Slices): Promise<void> {
  const { db } = deps
  const came = { id, at, finishedAt }
  const people = new Set(await liftEarlier(deps, came, slices))
  let isAny = false
  for (const which of ['bases', 'wishes'] as const)
    await walk(slices, 0, (after, limit) => {
      const { last, facts } = someBrought(db, which, { ...came, after, limit })
      isAny ||= facts.length > 0
      for (const { personId, isHere } of facts) if (isHere) people.add(personId)
      return last
    })
  if (isAny) {
    await inOne(slices, () => {
      if (!isUndone(db, id)) insertUndo(db, { ...stampOf(db, deps), refersTo: id, callId: id })
    })
    await walk(slices, 0, (after, limit) => dropTextsOfGone(db, { ...came, after, limit }))
  }
  await inSlices(slices, [...people], (personId) => refresh(db, deps, leadsOfPerson(db, personId)))
}

/** Wishes that do not say of which file they are end one by one. Returns whose they were. */
async function liftEarlier(deps: Deps, came: Came, slices: Slices): Promise<string[]> {
  const { db } = deps
  const people: string[] = []
  await walk(slices, 0, (after, limit) => {
    const { last, facts } = someBrought(db, 'earlier', { ...came, after, limit })
    for (const { id, personId, channel } of facts) {
      const fact = { scope: 'person', source: 'import', lifted: true } as const
      insertSuppression(db, { ...stampOf(db, deps), ...fact, refersTo: id, personId, channel })
      people.push(personId)
    }
    return last
  })
  return people
}

/** What the search index still holds of those who are gone. */
export async function takeOutWords(slices: Slices): Promise<void> {
  await mergingWords(slices, async () => {
    // What came before is merged first.
    for (const unindex of [unindexGone, unindexKeptGone])
      await walk(slices, 0, (after, size, until) =>
        mergeWords(slices.db, until) ? unindex(slices.db, after, size) : after,
      )
  })
}
