import { isSame, type Json } from '#shared/domain/json-diff'
import type { FileSections } from './read.ts'
import type { Config } from './state.ts'

/** What can be planned for a day. */
export const PLANNED = ['outcomes', 'reasons'] as const
export type Planned = (typeof PLANNED)[number]

/** What a file planned for a day that has come holds by now. */
export function comesNext(file: FileSections, today: string): FileSections {
  const { planned } = file
  if (!planned) return file
  const parted = PLANNED.map((section) => {
    const days = Object.keys(planned[section]).toSorted()
    const last = days.findLast((day) => day <= today)
    const ahead = Object.entries(planned[section]).filter(([day]) => day > today)
    return { section, held: last === undefined ? {} : { [section]: planned[section][last] }, ahead }
  })
  const ahead = Object.fromEntries(parted.map((each) => [each.section, Object.fromEntries(each.ahead)]))
  return Object.assign({}, file, ...parted.map(({ held }) => held), { planned: ahead }) as FileSections
}

/** Of what is planned, that which is otherwise than now: the rest is no change to tell. */
export function plansTold(now: Config, { planned, ...rest }: Partial<Config>): Partial<Config> {
  if (!planned) return rest
  const told = (section: Planned) => {
    const held = new Map<string, Json>(now[section].map((entry) => [entry.code, entry]))
    const isOther = (entry: Config[Planned][number]) => !isSame(held.get(entry.code) ?? null, entry)
    return Object.fromEntries(
      Object.entries<Config[Planned]>(planned[section]).map(([day, set]) => [day, set.filter(isOther)]),
    )
  }
  return {
    ...rest,
    planned: { outcomes: told('outcomes'), reasons: told('reasons') } as Config['planned'],
  }
}
