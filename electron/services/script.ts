import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { LANGUAGES, type Language } from '#shared/domain/language'
import { atLeast } from '#shared/domain/people'
import { scriptProblems, type Script } from '#shared/domain/script'
import { SCRIPTS } from '#shared/domain/script-texts'
import { repAtDesk } from '#electron/db/device'
import type { LeadRow } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { findList, findRep } from '#electron/db/people'
import { scriptKind } from '#electron/db/rule-kinds'
import { insertRules } from '#electron/db/rules'
import { copied } from './copied.ts'
import type { Deps } from './deps.ts'
import { currentRules, newestRule, versionsOf } from './rules.ts'

export const scriptHandlers = (deps: Deps) =>
  ({
    'script.get': (input) => getScript(deps.db, input),
    'script.save': (input) => saveScript(deps, input),
  }) satisfies Partial<Handlers>

/** What to say to this person: in their language where that is known and we write it, else in the list's. */
export function scriptFor(
  tx: Db,
  { list, person }: Pick<LeadRow, 'list' | 'person'>,
): { script: Script; language: Language } {
  const language = LANGUAGES.find((each) => each === person.language) ?? list.language
  const scripts = newestRule(tx, scriptKind(list.id))?.data ?? SCRIPTS
  return { script: scripts[language], language }
}

function getScript(db: Db, { listId, version }: Input<'script.get'>): Output<'script.get'> {
  if (!findList(db, listId)) throw new AppError('not-found', 'That list is not here.', 'list-unknown')
  const all = versionsOf(db, scriptKind(listId))
  const { definition } = currentRules(db, listId)
  const found = version === null ? all[0] : all.find((row) => row.version === version)
  const scripts = found?.data ?? SCRIPTS
  return {
    version: found?.version ?? 0,
    scripts: copied(scripts),
    framework: { id: definition.framework, criteria: definition.criteria.map(({ id }) => id) },
    versions: all.map(({ version, at, repId }) => ({
      version,
      at,
      by: repId === null ? '' : (findRep(db, repId)?.name ?? ''),
    })),
  }
}

function saveScript(deps: Deps, { listId, scripts }: Input<'script.save'>): Output<'script.save'> {
  const rep = repAtDesk(deps.db)
  if (!rep || !atLeast(rep.role, 'team_lead'))
    throw new AppError('not-allowed', 'Only a team lead writes the script.', 'needs-team-lead')
  if (!findList(deps.db, listId)) throw new AppError('not-found', 'That list is not here.', 'list-unknown')
  const reasons = scriptProblems(scripts)
  if (reasons.length > 0) return { kind: 'refused', reasons }
  const rule = { kind: scriptKind(listId), data: scripts, at: deps.now(), repId: rep.id }
  const version = deps.db.transaction((tx) => insertRules(tx, rule))
  deps.emit({ kind: 'changed', topics: ['rules'] })
  return { kind: 'saved', version }
}
