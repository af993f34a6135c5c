import { useTranslation } from 'react-i18next'

import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import { NumberField } from '#renderer/ui/number-field'
import { AIMS, within } from './aims.ts'
import type { SettingsProps } from './desk-settings.tsx'
import styles from './settings.module.css'

/** What a day aims at, and how a promise makes itself heard. An empty field is no goal. */
export function DaySettings({ call, settings: { goals, remind, sound } }: SettingsProps) {
  const { t } = useTranslation()
  return (
    <>
      <Card title={t('settings.goals')}>
        <div className={styles.goals}>
          {AIMS.map((aim) => (
            <NumberField
              key={aim}
              label={t(`settings.goal.${aim}`)}
              value={goals[aim]}
              onChange={(value) => void call('settings.save', { goals: { ...goals, [aim]: within(value) } })}
            />
          ))}
        </div>
        <p className={styles.hint}>{t('settings.goalsHint')}</p>
      </Card>
      <Card title={t('settings.reminders')}>
        <div className={styles.checks}>
          <Checkbox isSelected={remind} onChange={(remind) => void call('settings.save', { remind })}>
            {t('settings.remind')}
          </Checkbox>
          <Checkbox isSelected={sound} onChange={(sound) => void call('settings.save', { sound })}>
            {t('settings.sound')}
          </Checkbox>
          <p className={styles.hint}>{t('settings.remindHint')}</p>
        </div>
      </Card>
    </>
  )
}
