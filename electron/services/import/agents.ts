import { agentsIn, agentsLeft, dropAgent, placesOfReps } from '#electron/db/import-agents'
import { inOne, type Slices } from './slices.ts'
import { walk } from './walk.ts'

/**
 * Agents whom a call history brought into the team go with it. Of whom something stands that another file or somebody
 * here said stays: with that file they go too, so imports are undone in any order. Returns the names of this one's who stay.
 */
export async function takeOutAgents(slices: Slices, importId: string): Promise<string[]> {
  const { db } = slices
  const agents = agentsLeft(db, importId)
  if (agents.length === 0) return []
  const ids = agents.map(({ id }) => id)
  const used = new Set<string>()
  for (const place of placesOfReps(db))
    await walk(slices, 0, (after, limit) => {
      const { last, found } = agentsIn(db, place, ids, { after, limit })
      for (const id of found) used.add(id)
      return last
    })
  const going = agents.filter(({ id }) => !used.has(id))
  await inOne(slices, () => {
    for (const agent of going) dropAgent(db, agent)
  })
  return agents.filter((each) => each.importId === importId && used.has(each.id)).map(({ name }) => name)
}
