import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { repAtDesk } from '#electron/db/device'
import { lensOf, saveLens } from '#electron/db/framework'
import type { Db } from '#electron/db/open'
import { boardView } from './board.ts'
import type { Deps } from './deps.ts'
import { boardIn, caseOf, sitting, type Case } from './facts.ts'
import { definitionOf } from './rules.ts'

export const frameworkHandlers = (deps: Deps) =>
  ({
    'desk.framework': (input) => deps.db.transaction((tx) => choose(tx, deps, input)),
  }) satisfies Partial<Handlers>

/** The lead as the rep at the desk looks at it. Stages, proofs and scores stay with the definition in force. */
export function throughLens(tx: Db, deps: Deps, found: Case): Case {
  const wanted = lensOf(tx, repAtDesk(tx)?.id ?? '')
  if (typeof wanted !== 'string' || wanted === found.rules.definition.framework) return found
  const other = definitionOf(tx, wanted)
  if (!other) return found
  const { definition, version: definitionVersion } = other
  const seen = { ...found, rules: { ...found.rules, definition, definitionVersion } }
  return { ...seen, ...boardIn(tx, deps, seen) }
}

function choose(
  tx: Db,
  deps: Deps,
  { leadId, framework }: Input<'desk.framework'>,
): Output<'desk.framework'> {
  if (!definitionOf(tx, framework))
    throw new AppError('not-found', 'There is no framework of that name.', 'framework-unknown')
  saveLens(tx, sitting(tx).id, framework)
  return boardView(tx, throughLens(tx, deps, caseOf(tx, deps, leadId)))
}
