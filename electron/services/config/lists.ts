import type { Db } from '#electron/db/open'
import { allLists } from '#electron/db/people'
import type { Deps } from '../deps.ts'
import { fold } from '../people.ts'
import { problem, type FileSections, type Problem } from './read.ts'
import type { Config } from './state.ts'

/** Names of lists as ids: those that are here, and a new one for each that the file makes. */
export function withIds(
  tx: Db,
  { newId }: Pick<Deps, 'newId'>,
  file: FileSections,
): { config: Partial<Config>; problems: Problem[] } {
  const ids = new Map(allLists(tx).map(({ id, name }) => [fold(name), id]))
  const problems: Problem[] = []
  const named = new Set<string>()
  for (const name of Object.keys(file.lists ?? {})) {
    if (named.has(fold(name))) problems.push(problem(['lists', name], 'list-twice'))
    named.add(fold(name))
    ids.set(fold(name), ids.get(fold(name)) ?? newId())
  }
  const renamed = <T>(of: Readonly<Record<string, T>>, ...path: string[]): Record<string, T> =>
    Object.fromEntries(
      Object.entries(of).flatMap(([name, value]) => {
        const id = ids.get(fold(name))
        if (id === undefined) problems.push(problem([...path, name], 'list-unknown', name))
        return id === undefined ? [] : [[id, value] as const]
      }),
    )
  const { score, scripts, retention, lists, ...rest } = file
  const entries = Object.entries(lists ?? {}).map(([name, list]) => [name, { ...list, name }] as const)
  const config: Partial<Config> = {
    ...(rest as Partial<Config>),
    ...(score ? { score: { ...score, lists: renamed(score.lists, 'score', 'lists') } } : {}),
    ...(scripts ? { scripts: renamed(scripts, 'scripts') } : {}),
    ...(retention
      ? { retention: { ...retention, lists: renamed(retention.lists, 'retention', 'lists') } }
      : {}),
    ...(lists ? { lists: renamed(Object.fromEntries(entries), 'lists') } : {}),
  }
  return { config, problems }
}
