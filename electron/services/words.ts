import type { Output } from '#shared/contract/api'
import type { Label } from '#shared/domain/bant'
import type { Db } from '#electron/db/open'
import { versionsIn } from './definitions.ts'
import { outcomeLabels } from './outcome-versions.ts'
import { reasonLabels } from './reason-versions.ts'
import { frameworks, history } from './rules.ts'

type Words = Output<'app.state'>['words']
type Word = { path: string; label: Label }

/**
 * The team's own words, by their place in the catalogues: every screen then reads them as it reads ours. Those of older
 * versions stay, since what was answered under them is still shown.
 */
export function wordsOf(db: Db, now: number): Words {
  const words = [...ofDefinitions(db), ...ofOutcomes(db, now), ...ofReasons(db, now)]
  const inLanguage = (language: keyof Label) =>
    Object.fromEntries(words.map(({ path, label }) => [path, label[language]]))
  return { en: inLanguage('en'), es: inLanguage('es') }
}

/**
 * As the newest version that has them names them; with none of its own there it is ours. A criterion is named for all by
 * the first framework that has it.
 */
function ofDefinitions(db: Db): Word[] {
  const known = new Set<string>()
  const once = (key: string) => !known.has(key) && known.add(key).size > 0
  return frameworks(db).flatMap((framework) =>
    versionsIn(history(db), framework).flatMap(({ definition: { name, criteria } }) => [
      ...(name && once(`framework ${framework}`)
        ? word(`framework.${framework}`, { en: name, es: name })
        : []),
      ...criteria.flatMap(({ id, label, grades }) => [
        ...(once(`${framework} ${id}`) ? word(`criterionIn.${framework}.${id}`, label) : []),
        ...(once(`criterion ${id}`) ? word(`criterion.${id}`, label) : []),
        ...grades.flatMap((grade) =>
          once(`grade ${id} ${grade.id}`) ? word(`grade.${grade.id}`, grade.label) : [],
        ),
      ]),
    ]),
  )
}

const ofOutcomes = (db: Db, now: number): Word[] =>
  [...outcomeLabels(db, now)].flatMap(([code, label]) => word(`outcome.${code}`, label))

const ofReasons = (db: Db, now: number): Word[] =>
  [...reasonLabels(db, now)].flatMap(([code, label]) => word(`reason.${code}`, label))

const word = (path: string, label: Label | undefined): Word[] => (label ? [{ path, label }] : [])
