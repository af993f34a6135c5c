import type { TFunction } from 'i18next'

import { AppError } from '#shared/contract/errors'

/** One sentence in the reader's language: by the error's reason, else by its code. */
export function errorWords(error: unknown, t: TFunction): string {
  if (!(error instanceof AppError)) return t('errors.code.internal')
  const byCode = t(`errors.code.${error.code}`)
  return error.reason ? t(`errors.reason.${error.reason}` as 'errors.reason.name-taken', byCode) : byCode
}
