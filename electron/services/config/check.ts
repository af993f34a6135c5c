import { deskKeys } from '#shared/domain/command'
import { definitionProblems } from '#shared/domain/definition'
import { FRAMEWORKS } from '#shared/domain/meddic'
import { libraryProblems } from '#shared/domain/objection'
import { outcomeProblems } from '#shared/domain/outcome-check'
import { isNarrowable } from '#shared/domain/policy/narrowing'
import { isInOrder } from '#shared/domain/retention'
import { reasonProblems } from '#shared/domain/reason-check'
import { profileProblems } from '#shared/domain/rule-check'
import { scriptProblems } from '#shared/domain/script'
import type { Db } from '#electron/db/open'
import { kindsOf } from '../outcome-versions.ts'
import { fold } from '../people.ts'
import { samplesOf } from '../score-fields.ts'
import { problem, type Problem } from './read.ts'
import type { Config } from './state.ts'

type Wanted = Partial<Config>
export const NOBODY = { marketing: null, sales: null } as const

/** What the editors would refuse, asked of all sections together: one may lean on another. `nameOf`: of a list. */
export async function problemsOf(
  db: Db,
  now: Config,
  wanted: Wanted,
  nameOf: (id: string) => string,
): Promise<Problem[]> {
  const frameworks = { ...now.qualification.frameworks, ...wanted.qualification?.frameworks }
  const unknown = (path: readonly string[], id: string | null) =>
    id === null || id in frameworks ? [] : [problem(path, 'framework-unknown', id)]
  const rule = (path: readonly string[], code: string, subject: string | null = null) =>
    problem(path, 'rule', subject, code)
  const { score, qualification, retention, outcomes, reasons, planned, objections, scripts, calling, lists } =
    wanted
  const around = { kinds: kindsOf(db), taken: takenBy(frameworks) }
  const ofOutcomes = (set: Config['outcomes'], ...path: string[]) =>
    outcomeProblems(set, around).map(({ reason, subject }) => rule([...path, subject ?? ''], reason, subject))
  const ofReasons = (set: Config['reasons'], ...path: string[]) =>
    reasonProblems(set).map(({ reason, subject }) => rule([...path, subject ?? ''], reason, subject))
  return [
    ...(score
      ? profileProblems(score, await samplesOf(db, score)).map(({ reason, subject }) =>
          rule(['score'], reason, subject),
        )
      : []),
    ...(qualification ? unknown(['qualification', 'standard'], qualification.standard) : []),
    ...Object.entries(qualification?.frameworks ?? {}).flatMap(([framework, rest]) => [
      ...definitionProblems({ ...rest, framework, agreed: NOBODY }).map(({ reason, subject }) =>
        rule(['qualification', 'frameworks', framework], reason, subject),
      ),
      ...(rest.name || framework in FRAMEWORKS
        ? []
        : [rule(['qualification', 'frameworks', framework], 'name-missing')]),
    ]),
    ...(outcomes ? ofOutcomes(outcomes, 'outcomes') : []),
    ...(reasons ? ofReasons(reasons, 'reasons') : []),
    ...Object.entries(planned?.outcomes ?? {}).flatMap(([day, set]) =>
      ofOutcomes(set, 'planned', 'outcomes', day),
    ),
    ...Object.entries(planned?.reasons ?? {}).flatMap(([day, set]) =>
      ofReasons(set, 'planned', 'reasons', day),
    ),
    ...libraryProblems((objections ?? []).map((one) => ({ ...one, retired: false }))).map((code) =>
      rule(['objections'], code),
    ),
    ...Object.entries(scripts ?? {}).flatMap(([id, texts]) =>
      scriptProblems(texts).map((code) => rule(['scripts', nameOf(id)], code)),
    ),
    ...Object.entries(calling ?? {}).flatMap(([subject, { earliest, latest }]) => [
      ...(isNarrowable(subject) ? [] : [problem(['calling', subject], 'pack-unknown', subject)]),
      ...(earliest !== null && latest !== null && earliest >= latest
        ? [problem(['calling', subject, 'latest'], 'hours-reversed')]
        : []),
    ]),
    ...Object.entries({ standard: retention?.standard, ...retention?.lists }).flatMap(([id, keeping]) =>
      keeping && !isInOrder(keeping)
        ? [rule(['retention', id === 'standard' ? id : nameOf(id)], 'close-after-erase')]
        : [],
    ),
    ...Object.entries(lists ?? {}).flatMap(([id, { framework, name }]) => [
      ...unknown(['lists', nameOf(id), 'framework'], framework),
      // It had that name then; another has it now.
      ...(isTaken(name, id, { ...now.lists, ...lists }) ? [problem(['lists', name], 'list-twice')] : []),
    ]),
  ]
}

const isTaken = (name: string, id: string, lists: Config['lists']): boolean =>
  Object.entries(lists).some(([other, list]) => other !== id && fold(list.name) === fold(name))

/** Keys of the desk's other commands, every framework's criteria among them. */
const takenBy = (frameworks: Config['qualification']['frameworks']): ReadonlyMap<string, string> =>
  new Map([
    ...deskKeys(),
    ...Object.values(frameworks).flatMap(({ criteria }) =>
      criteria.map(({ id, key }) => [key.toUpperCase(), `open.${id}`] as const),
    ),
  ])
