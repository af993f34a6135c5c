import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call } from '#shared/contract/api'
import { usePairs } from '#renderer/ui/use-pairs'

/** To those who look alike, while there are any. */
export function LookAlike({ call }: { call: Call }) {
  const { t } = useTranslation()
  const ask = useCallback(() => call('review.pairs', { kind: 'person', offset: 0, limit: 1 }), [call])
  const count = usePairs(ask)
  return count ? (
    <p>
      <Link href="/review">{t('review.waiting', { count })}</Link>
    </p>
  ) : null
}
