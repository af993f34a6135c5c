import type { TFunction } from 'i18next'

import type { Card } from '#shared/contract/card'

type Criterion = Card['board']['criteria'][number]

/** Ids of a framework's own making may be new to the catalogue: then they are read as they are. */
const orPlain = (id: string) => ({ defaultValue: id.replaceAll('_', ' ') })

/** A framework may call by a name of its own what another has too. */
export const criterionWords = (id: string, t: TFunction, framework = ''): string =>
  t(`call.criterionIn.${framework}.${id}` as 'call.criterionIn.meddic.need', {
    defaultValue: t(`call.criterion.${id}` as 'call.criterion.budget', orPlain(id)),
  })
export const gradeWords = (id: string, t: TFunction): string =>
  t(`call.grade.${id}` as 'call.grade.decides', orPlain(id))

/** The list's own question, else ours. */
export const questionOf = ({ id, question }: Criterion, t: TFunction): string =>
  question || t(`call.question.${id}` as 'call.question.budget', { defaultValue: criterionWords(id, t) })
