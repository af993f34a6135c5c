import type { Handlers } from '#shared/contract/api'
import { reasonProblems } from '#shared/domain/reason-check'
import type { ReasonSet } from '#shared/domain/reason-set'
import { catalogueDeeds } from './catalogue-deeds.ts'
import type { Deps } from './deps.ts'
import { REASONS } from './reason-versions.ts'

const { get, save, restore } = catalogueDeeds(REASONS, (_, set: ReasonSet) => reasonProblems(set))

export const reasonHandlers = (deps: Deps) =>
  ({
    'reason.get': () => get(deps),
    'reason.save': (input) => save(deps, input),
    'reason.restore': (input) => restore(deps, input),
  }) satisfies Partial<Handlers>
