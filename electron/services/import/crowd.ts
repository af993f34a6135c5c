import { nameKey } from '#shared/domain/name'

/** Two names that may be one person's share at least one of these; see `isSameName`. */
export function likeNames(name: string): string[] {
  const words = nameKey(name).split(' ')
  const pairs = words.flatMap((word, at) => words.slice(at + 1).map((other) => `${word} ${other}`))
  return words.length === 2 ? pairs : [words.join(' '), ...pairs]
}

/** Those who share a key, by the names they may go by. */
export function crowdOf(people: readonly { id: string; name: string }[]): Map<string, string[]> {
  const crowd = new Map<string, string[]>()
  for (const { id, name } of people)
    for (const like of likeNames(name)) {
      const ids = crowd.get(like)
      if (ids) ids.push(id)
      else crowd.set(like, [id])
    }
  return crowd
}

/** Those of a like name among a crowd who share a key. */
export const crowdKey = (key: string, like: string) => `${key}\0${like}`
