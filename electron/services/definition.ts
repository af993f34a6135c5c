import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { commandsOf } from '#shared/domain/command'
import { definitionProblems } from '#shared/domain/definition'
import { atLeast } from '#shared/domain/people'
import type { Db } from '#electron/db/open'
import { allReps, findList } from '#electron/db/people'
import type { Saying } from '#electron/db/rule-kinds'
import { insertRules } from '#electron/db/rules'
import { copied } from './copied.ts'
import type { Deps } from './deps.ts'
import { choiceIn, versionsIn } from './definitions.ts'
import { sitting, type Rep } from './facts.ts'
import { outcomesKnown } from './outcome-versions.ts'
import { askRescore, resumeRescore } from './rescore.ts'
import { definitionOf, frameworks, history, quarterStartIn } from './rules.ts'

type Got = Output<'definition.get'>
type Version = Output<'definition.agree'>

export const definitionHandlers = (deps: Deps) =>
  ({
    'definition.get': () => get(deps.db),
    'definition.save': (input) => save(deps, input),
    'definition.agree': (input) => agree(deps, input),
    'definition.choose': (input) => choose(deps, input),
    'definition.quarters': (input) => beginQuarters(deps, input),
  }) satisfies Partial<Handlers>

function get(db: Db): Got {
  const { standard, lists } = choiceIn(history(db))
  return {
    standard,
    lists: { ...lists },
    quarterStart: quarterStartIn(history(db)),
    frameworks: frameworks(db).map((id) => ({ id, versions: versionsOf(db, id) })),
  }
}

function versionsOf(db: Db, framework: string): Version[] {
  const names = new Map(allReps(db).map(({ id, name }) => [id, name]))
  return versionsIn(history(db), framework).map(({ definition, version, row }) => ({
    version,
    at: row?.at ?? null,
    by: row?.repId ? (names.get(row.repId) ?? null) : null,
    definition: copied(definition),
  }))
}

/** A version carries no agreement: those are facts of their own, about one version. */
const NOBODY = { marketing: null, sales: null } as const

function save(deps: Deps, { definition }: Input<'definition.save'>): Output<'definition.save'> {
  const rep = admin(deps.db)
  const { name, ...rest } = definition
  const isShipped = versionsIn(history(deps.db), definition.framework).some(({ row }) => row === null)
  const reasons = [
    ...definitionProblems(definition, commandsOf(outcomesKnown(deps.db, deps.now()))),
    ...(isShipped || name?.trim() ? [] : ([{ reason: 'name-missing', subject: null }] as const)),
  ]
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const data = { ...rest, ...(isShipped || !name ? {} : { name }), agreed: NOBODY }
  return { kind: 'saved', version: write(deps, { kind: 'definition', data, repId: rep.id }) }
}

function agree(deps: Deps, { framework, version, side, name }: Input<'definition.agree'>): Version {
  const rep = admin(deps.db)
  const inForce = mustBe(deps.db, framework)
  if (inForce.version !== version)
    throw new AppError('conflict', 'There is a newer version by now. Look at that one.', 'definition-newer')
  write(deps, { kind: 'agreement', data: { framework, version, side, name }, repId: rep.id })
  const [newest] = versionsOf(deps.db, framework)
  if (!newest) throw new Error(`No version of ${framework}`)
  return newest
}

function choose(deps: Deps, { listId, framework }: Input<'definition.choose'>): Output<'definition.choose'> {
  const rep = admin(deps.db)
  if (framework) mustBe(deps.db, framework)
  if (listId && !findList(deps.db, listId))
    throw new AppError('not-found', 'That list is not here.', 'list-unknown')
  const { standard, lists } = choiceIn(history(deps.db))
  const others = Object.entries(lists).filter(([id]) => id !== listId)
  const own = listId && framework ? [[listId, framework] as const] : []
  const data = {
    standard: listId === null ? (framework ?? 'bant') : standard,
    lists: Object.fromEntries([...others, ...own]),
  }
  write(deps, { kind: 'framework', data, repId: rep.id })
  return {}
}

function beginQuarters(deps: Deps, data: Input<'definition.quarters'>): Output<'definition.quarters'> {
  const rep = admin(deps.db)
  if (data.start !== quarterStartIn(history(deps.db))) write(deps, { kind: 'quarters', data, repId: rep.id })
  return {}
}

/** The board moves for whoever is called under it; what was decided keeps the version it was decided under. */
function write(deps: Deps, rule: Saying & { repId: string }): number {
  const moves = rule.kind !== 'agreement'
  const version = deps.db.transaction((tx) => {
    if (moves) askRescore(tx, null, 'answers')
    return insertRules(tx, { ...rule, at: deps.now() })
  })
  deps.emit({ kind: 'changed', topics: ['rules'] })
  if (moves) void resumeRescore(deps)
  return version
}

function admin(db: Db): Rep {
  const rep = sitting(db)
  if (!atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin changes what qualifies.', 'needs-admin')
  return rep
}

function mustBe(db: Db, framework: string) {
  const found = definitionOf(db, framework)
  if (!found) throw new AppError('not-found', 'There is no framework of that name.', 'framework-unknown')
  return found
}
