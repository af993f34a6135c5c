import { useTranslation } from 'react-i18next'

import type { OutcomeId } from '#shared/domain/outcome'
import { TextField } from '#renderer/ui/text-field'
import type { Entry } from './entry.ts'
import styles from './outcomes.module.css'

type Props = {
  label: Entry['label']
  /** Whose name it has where both are blank; null = it must have one. */
  kind: OutcomeId | null
  wrong?: string | undefined
  isReadOnly?: boolean
  onChange: (label: NonNullable<Entry['label']>) => void
}

/** A name in both languages. */
export function LabelFields({ label, kind, wrong, isReadOnly = false, onChange }: Props) {
  const { t } = useTranslation()
  const now = label ?? { es: '', en: '' }
  return (
    <div className={styles.pair}>
      {(['en', 'es'] as const).map((language) => (
        <TextField
          key={language}
          label={t(language === 'en' ? 'outcomes.inEnglish' : 'outcomes.inSpanish')}
          placeholder={kind ? t(`call.outcome.${kind}`, { lng: language }) : ''}
          hint={kind && language === 'en' ? t('outcomes.blankIsOurs') : undefined}
          value={now[language]}
          onChange={(text) => onChange({ ...now, [language]: text })}
          wrong={wrong !== undefined && (language === 'en' || now.es.trim() === '') ? wrong : undefined}
          isReadOnly={isReadOnly}
          maxLength={40}
        />
      ))}
    </div>
  )
}
