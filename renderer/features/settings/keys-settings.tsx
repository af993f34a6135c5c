import { useTranslation } from 'react-i18next'

import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import type { SettingsProps } from './desk-settings.tsx'
import styles from './settings.module.css'

export function KeysSettings({ call, settings: { singleKeys } }: SettingsProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('settings.keys')}>
      <Checkbox isSelected={singleKeys} onChange={(singleKeys) => void call('settings.save', { singleKeys })}>
        {t('settings.singleKeys')}
      </Checkbox>
      <p className={styles.hint}>{t('settings.singleKeysHint')}</p>
    </Card>
  )
}
