import { useTranslation } from 'react-i18next'

import { isBuiltIn } from '#shared/domain/fit'

/** A kept column is called by its own header, a group by its own name. */
export function useRuleName(): (rule: string) => string {
  const { t } = useTranslation()
  return (rule) => (isBuiltIn(rule) ? t(`settings.rule.${rule}`) : rule)
}
