import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Call } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import { useFormat } from '#renderer/ui/format'
import styles from './people.module.css'

/** Somebody sits here, but there is nobody to call yet: a list, or the sample. */
export function FirstList({ call }: { call: Call }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { say } = useAnnouncer()
  const [, go] = useLocation()
  const [isBusy, setBusy] = useState(false)

  const seed = async () => {
    setBusy(true)
    try {
      const { leads } = await call('demo.seed', {})
      say(t('people.demoDone', { count: leads, number: format.number(leads) }))
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles.firstList}>
      <EmptyState
        isScreen
        icon={<ListPlus size={24} strokeWidth={1.6} />}
        title={t('people.firstList')}
        action={
          <>
            <Button look="go" onPress={() => go('/import')} isDisabled={isBusy}>
              {t('people.import')}
            </Button>
            <Button onPress={() => void seed()} isDisabled={isBusy}>
              {t('people.demo')}
            </Button>
          </>
        }
      >
        <p>{t('people.firstListWhy')}</p>
        <p className={styles.quiet} role="status">
          {isBusy ? t('people.demoBusy') : t('people.demoWhy')}
        </p>
      </EmptyState>
    </div>
  )
}
