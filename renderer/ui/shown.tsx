import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Failure } from './failure.tsx'
import type { Loaded } from './loaded.ts'
import { Skeleton } from './skeleton.tsx'

type ShownProps<T> = {
  of: Loaded<T>
  /** Asks again after a failure. */
  onRetry: () => void
  /** The shape of what comes. */
  rows?: number
  height?: number
  children: (value: T) => ReactNode
}

/** What was asked for, once it is here; until then its shape, and what went wrong where it went wrong. */
export function Shown<T>({ of, onRetry, rows = 4, height = 20, children }: ShownProps<T>) {
  const { t } = useTranslation()
  if (of.kind === 'loading') return <Skeleton rows={rows} height={height} label={t('common.loading')} />
  if (of.kind === 'failed') return <Failure error={of.error} onRetry={onRetry} />
  return children(of.value)
}
