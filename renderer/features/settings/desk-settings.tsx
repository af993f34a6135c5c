import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Settings } from '#shared/contract/settings'
import { DENSITIES, localeOf, type Region, REGIONS, THEMES } from '#shared/domain/settings'
import { Card } from '#renderer/ui/card'
import { formatOf } from '#renderer/ui/format'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import styles from './settings.module.css'

const USUAL = 'usual'

export type SettingsProps = { call: Call; settings: Settings }

/** How it looks and speaks. Each is saved as it is chosen. */
export function DeskSettings({ call, settings }: SettingsProps) {
  const { t } = useTranslation()
  const save = (change: Partial<Settings>) => void call('settings.save', change)
  const { language, region } = settings
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const sample = (id: Region | null) => {
    const format = formatOf(localeOf(language, id))
    return `${format.date(SAMPLE_DAY)} · ${format.decimal(SAMPLE_NUMBER)}`
  }
  return (
    <Card title={t('settings.desk')}>
      <div className={styles.stack}>
        <Segmented
          label={t('settings.language')}
          options={[
            { id: 'en', name: 'English' },
            { id: 'es', name: 'Español' },
          ]}
          value={language}
          onChange={(language) => save({ language })}
        />
        <div className={styles.narrow}>
          <Select
            label={t('settings.formats')}
            options={[
              { id: USUAL, name: t('settings.formatsUsual'), note: sample(null) },
              ...REGIONS.map((id) => ({ id, name: countries.of(id) ?? id, note: sample(id) })),
            ]}
            value={region ?? USUAL}
            onChange={(id) => save({ region: REGIONS.find((each) => each === id) ?? null })}
          />
          <p className={styles.hint}>{t('settings.formatsHint', { sample: sample(region) })}</p>
        </div>
        <Segmented
          label={t('settings.theme')}
          options={THEMES.map((id) => ({ id, name: t(`settings.themes.${id}`) }))}
          value={settings.theme}
          onChange={(theme) => save({ theme })}
        />
        <Segmented
          label={t('settings.density')}
          options={DENSITIES.map((id) => ({ id, name: t(`settings.densities.${id}`) }))}
          value={settings.density}
          onChange={(density) => save({ density })}
        />
      </div>
    </Card>
  )
}

/** Day and month can't be taken for each other, and thousands have their sign. */
const SAMPLE_DAY = '2026-11-26'
const SAMPLE_NUMBER = 12345.6
