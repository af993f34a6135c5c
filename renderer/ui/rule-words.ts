import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** The shape of the contract's `condition`. */
export type RuleSeen = { rule: string; evidence: string | null }

/** One condition of "may I call?" in words; what the rule saw goes into them. */
export function useRuleWords(): (seen: RuleSeen) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    ({ rule, evidence }) => {
      const key = `queue.rule.${rule}`
      if (i18n.exists(key)) return t(key as 'queue.rule.ok', { evidence: evidence ?? '' })
      return [rule.replaceAll(/[-_]/g, ' '), evidence].filter(Boolean).join(' ')
    },
    [t, i18n],
  )
}
