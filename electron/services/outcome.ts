import type { Handlers } from '#shared/contract/api'
import { deskKeys } from '#shared/domain/command'
import { outcomeProblems } from '#shared/domain/outcome-check'
import type { OutcomeSet } from '#shared/domain/outcome-set'
import type { Db } from '#electron/db/open'
import { catalogueDeeds } from './catalogue-deeds.ts'
import type { Deps } from './deps.ts'
import { kindsOf, OUTCOMES } from './outcome-versions.ts'
import { definitionOf, frameworks } from './rules.ts'

const { get, save, restore } = catalogueDeeds(OUTCOMES, (tx, set: OutcomeSet) =>
  outcomeProblems(set, { kinds: kindsOf(tx), taken: takenKeys(tx) }),
)

export const outcomeHandlers = (deps: Deps) =>
  ({
    'outcome.get': () => get(deps),
    'outcome.save': (input) => save(deps, input),
    'outcome.restore': (input) => restore(deps, input),
  }) satisfies Partial<Handlers>

/** Keys of the desk's other commands, criteria of the team's own frameworks among them. */
function takenKeys(db: Db): ReadonlyMap<string, string> {
  const criteria = frameworks(db).flatMap((id) => definitionOf(db, id)?.definition.criteria ?? [])
  return new Map([
    ...deskKeys(),
    ...criteria.map(({ id, key }) => [key.toUpperCase(), `open.${id}`] as const),
  ])
}
