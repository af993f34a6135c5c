import type { TFunction } from 'i18next'

import { BASIS_KINDS } from '#shared/domain/basis'

/** `consent 2026-03-01` as a file brought it, in words; `withdrawn 2026-03-01` likewise. */
export function basisWords(text: string, t: TFunction): string {
  const [what, day = ''] = text.split(' ')
  const kind = BASIS_KINDS.find((id) => id === what)
  return kind ? `${t(`calling.basisKind.${kind}`)} ${day}` : t('calling.withdrawn', { day })
}
