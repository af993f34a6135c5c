import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import styles from './settings.module.css'

type Settings = Output<'settings.save'>

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly Settings['theme'][]
const SCHEMES = ['tel', 'sip', 'callto'] as const satisfies readonly Settings['dialScheme'][]

/** Each is saved as it is chosen. */
export function DeskSettings({ call, settings }: { call: Call; settings: Settings }) {
  const { t } = useTranslation()
  const save = (change: Partial<Settings>) => void call('settings.save', change)
  return (
    <Card title={t('settings.desk')}>
      <div className={styles.stack}>
        <Segmented
          label={t('settings.language')}
          options={[
            { id: 'en', name: 'English' },
            { id: 'es', name: 'Español' },
          ]}
          value={settings.language}
          onChange={(language) => save({ language })}
        />
        <Segmented
          label={t('settings.theme')}
          options={THEMES.map((id) => ({ id, name: t(`settings.themes.${id}`) }))}
          value={settings.theme}
          onChange={(theme) => save({ theme })}
        />
        <div className={styles.narrow}>
          <Select
            label={t('settings.dial')}
            options={SCHEMES.map((id) => ({ id, name: t(`settings.dialSchemes.${id}`) }))}
            value={settings.dialScheme}
            onChange={(dialScheme) => save({ dialScheme })}
          />
          <p className={styles.hint}>{t('settings.dialHint')}</p>
        </div>
        <div>
          <Checkbox isSelected={settings.singleKeys} onChange={(singleKeys) => save({ singleKeys })}>
            {t('settings.singleKeys')}
          </Checkbox>
          <p className={styles.hint}>{t('settings.singleKeysHint')}</p>
        </div>
      </div>
    </Card>
  )
}
