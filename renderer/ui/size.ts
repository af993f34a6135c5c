import type { TFunction } from 'i18next'

import type { Format } from './format.ts'

const MEGA = 1_000_000

/** In megabytes, a tenth at least. */
export const sizeOf = (bytes: number, t: TFunction, format: Format): string =>
  t('backups.mb', { number: format.decimal(Math.max(0.1, bytes / MEGA)) })
