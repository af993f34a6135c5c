import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import type { SectionId } from '#shared/contract/config'

type Refused = Extract<Output<'config.preview'>, { kind: 'refused' }>
export type Problem = Refused['problems'][number]

/** Catalogues that have words for a name in the file, the first that knows it. What a team named itself is read as it is. */
const KNOWN = [
  'config.section',
  'config.word',
  'settings.signal',
  'settings.rule',
  'call.outcome',
  'call.reason',
  'call.criterion',
] as const

/** Names on the way to a setting, in words: `Fit and behaviour › Demo asked for › Points`. */
export function usePathWords(): (path: readonly string[]) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (path) =>
      path
        .map((name) => {
          const key = KNOWN.map((catalogue) => `${catalogue}.${name}`).find((each) => i18n.exists(each))
          return key ? t(key as 'config.word.points') : name
        })
        .join(' › '),
    [t, i18n],
  )
}

/** The editors have words for what they refuse. */
const REFUSED: Readonly<Record<SectionId, string>> = {
  score: 'scoring.refused',
  qualification: 'definition.refused',
  quarters: 'definition.refused',
  outcomes: 'outcomes.refused',
  reasons: 'reasons.refused',
  planned: 'outcomes.refused',
  objections: 'script.refused',
  scripts: 'script.refused',
  calling: 'calling.refused',
  retention: 'retention.refused',
  lists: 'settings.refused',
}

/** What is planned is judged as what it is. */
const ruleOf = ([section, part]: readonly string[]): SectionId =>
  (section === 'planned' ? part : section) as SectionId

/** One sentence: where, what is wrong, and the mend. */
export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTranslation()
  const pathWords = usePathWords()
  return useCallback(
    ({ path, reason, detail, code }) => {
      const subject = detail === null ? '' : pathWords([detail])
      const said =
        reason === 'rule'
          ? t(`${REFUSED[ruleOf(path)]}.${code}` as 'scoring.refused.fit-not-100', {
              subject,
              outcome: subject,
              reason: subject,
              why: t('config.notScored'),
              by: '',
            })
          : t(`config.refused.${reason}`, { detail: detail ?? '' })
      const at = path.filter(Boolean)
      return at.length > 0 ? `${pathWords(at)}: ${said}` : said
    },
    [t, pathWords],
  )
}
