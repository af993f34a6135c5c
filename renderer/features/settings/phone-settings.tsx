import { useTranslation } from 'react-i18next'

import { DIAL_WAYS, LINES } from '#shared/domain/settings'
import { Card } from '#renderer/ui/card'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import type { SettingsProps } from './desk-settings.tsx'
import styles from './settings.module.css'

/** Any phone: what Space hands the number to, and what kind of line the calls leave from. */
export function PhoneSettings({ call, settings: { dialWith, line } }: SettingsProps) {
  const { t } = useTranslation()
  return (
    <Card title={t('settings.phone')}>
      <div className={styles.stack}>
        <div className={styles.narrow}>
          <Select
            label={t('settings.dial')}
            options={DIAL_WAYS.map((id) => ({ id, name: t(`settings.dialWays.${id}`) }))}
            value={dialWith}
            onChange={(dialWith) => void call('settings.save', { dialWith })}
          />
          <p className={styles.hint}>{t(`settings.dialHint.${dialWith}`)}</p>
        </div>
        <div>
          <Segmented
            label={t('settings.line')}
            options={LINES.map((id) => ({ id, name: t(`settings.lines.${id}`) }))}
            value={line}
            onChange={(line) => void call('settings.save', { line })}
          />
          <p className={styles.hint}>
            {t(line === 'mobile' || dialWith === 'qr' ? 'settings.lineMobile' : 'settings.lineHint')}
          </p>
        </div>
      </div>
    </Card>
  )
}
