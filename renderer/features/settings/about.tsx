import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { Card } from '#renderer/ui/card'
import styles from './settings.module.css'

export function About({ state }: { state: Pick<Output<'app.state'>, 'version' | 'data' | 'zone'> }) {
  const { t } = useTranslation()
  return (
    <Card title={t('settings.about')}>
      <dl className={styles.about}>
        <dt>{t('settings.appVersion')}</dt>
        <dd>Callwright {state.version}</dd>
        <dt>{t('settings.data')}</dt>
        <dd>
          <code>{state.data}</code>
        </dd>
        <dt>{t('settings.zone')}</dt>
        <dd>{state.zone}</dd>
      </dl>
      <p className={styles.hint}>{t('settings.dataHint')}</p>
    </Card>
  )
}
