import type { TFunction } from 'i18next'

/** The part of a definition, or of the contract's board, that gates are worded by. */
type Gated = {
  framework: string
  criteria: readonly { id: string; grades: readonly { id: string }[]; gate: readonly string[] | null }[]
}
type Words = { criterion: (id: string) => string; grade: (id: string) => string }

/** The gates that ship have a sentence of their own; it holds for as long as they ask for the same grades. */
const OURS: Readonly<Record<string, string>> = {
  need: 'must_have should_have nice_to_have',
  authority: 'decides names_who_decides',
}

/** What a shut gate asks for: "a need above none", else its criterion with the grades that pass. */
export function gateWords(
  criterion: string,
  { framework, criteria }: Gated,
  t: TFunction,
  { criterion: nameOf, grade }: Words = shippedWords(framework, t),
): string {
  const gate = criteria.find(({ id }) => id === criterion)?.gate ?? []
  if (OURS[criterion] === gate.join(' '))
    return t(`call.refusal.gate-${criterion}` as 'call.refusal.gate-need')
  return t('call.refusal.gate', { criterion: nameOf(criterion), grades: gate.map(grade).join(' / ') })
}

/** What a framework is called; the team's own by the name it gave it. */
export const frameworkName = (id: string, t: TFunction): string =>
  t(`call.framework.${id}` as 'call.framework.bant', { defaultValue: id })

/** Criteria and grades by the framework's own names, the team's over ours. */
export function shippedWords(framework: string, t: TFunction): Words {
  const plain = (id: string) => ({ defaultValue: id.replaceAll('_', ' ') })
  return {
    criterion: (id) =>
      t(`call.criterionIn.${framework}.${id}` as 'call.criterionIn.meddic.need', {
        defaultValue: t(`call.criterion.${id}` as 'call.criterion.budget', plain(id)),
      }),
    grade: (id) => t(`call.grade.${id}` as 'call.grade.decides', plain(id)),
  }
}
