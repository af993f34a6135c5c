import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** One sentence in the reader's language for what a request refused: by the error's reason, else by its code. */
export function errorWords(error: unknown, t: TFunction): string {
  const { code = 'internal', reason } = (error ?? {}) as { code?: string; reason?: string }
  const byCode = t(`errors.code.${code as 'internal'}`, t('errors.code.internal'))
  return reason ? t(`errors.reason.${reason as 'name-taken'}`, byCode) : byCode
}

export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation()
  return useCallback((error) => errorWords(error, t), [t])
}
