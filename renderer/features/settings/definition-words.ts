import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Definition, Label } from '#shared/domain/bant'
import { useLanguage } from '#renderer/ui/use-language'

export type DefinitionWords = {
  criterion: (id: string) => string
  grade: (id: string) => string
}

/** How a definition calls its criteria and grades: by its own words, else by those that ship. */
export function useDefinitionWords({ framework, criteria }: Definition): DefinitionWords {
  const shipped = useShippedWords()
  const language = useLanguage()
  return useMemo(() => {
    const own = new Map(
      criteria.flatMap(({ id, label, grades }): [string, Label | undefined][] => [
        [`criterion ${id}`, label],
        ...grades.map((grade): [string, Label | undefined] => [`grade ${grade.id}`, grade.label]),
      ]),
    )
    return {
      criterion: (id) =>
        own.get(`criterion ${id}`)?.[language] ?? shipped('criterion', id, language, framework),
      grade: (id) => own.get(`grade ${id}`)?.[language] ?? shipped('grade', id, language),
    }
  }, [criteria, framework, language, shipped])
}

/** The catalogue's word in either language; an id that is new to it reads as it is. */
export function useShippedWords() {
  const { t } = useTranslation()
  return useCallback(
    (kind: 'criterion' | 'grade' | 'outcome', id: string, lng: 'es' | 'en', framework = ''): string => {
      const defaultValue = t(`call.${kind}.${id}` as 'call.criterion.need', {
        lng,
        defaultValue: id.replaceAll('_', ' '),
      })
      return t(`call.criterionIn.${framework}.${id}` as 'call.criterionIn.meddic.need', { lng, defaultValue })
    },
    [t],
  )
}

export function useFrameworkName() {
  const { t } = useTranslation()
  return (id: string, name?: string): string =>
    name ?? t(`call.framework.${id}` as 'call.framework.bant', { defaultValue: id })
}
