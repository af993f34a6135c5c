import { useTranslation } from 'react-i18next'

import type { Label } from '#shared/domain/bant'
import { TextField } from '#renderer/ui/text-field'
import styles from './catalogue.module.css'

type Props = {
  label: Label | null
  /** The key of the name it has where both are blank; null = it must have one. */
  ours: string | null
  wrong?: string | undefined
  isReadOnly?: boolean
  onChange: (label: Label) => void
}

/** A name in both languages. */
export function LabelFields({ label, ours, wrong, isReadOnly = false, onChange }: Props) {
  const { t, i18n } = useTranslation()
  // The catalogue of a language that nobody reads here has not come.
  const shipped = (lng: keyof Label) =>
    ours && i18n.exists(ours, { lng, fallbackLng: [] }) ? t(ours as 'call.outcome.busy', { lng }) : ''
  const now = label ?? { es: '', en: '' }
  return (
    <div className={styles.pair}>
      {(['en', 'es'] as const).map((language) => (
        <TextField
          key={language}
          label={t(language === 'en' ? 'catalogue.inEnglish' : 'catalogue.inSpanish')}
          placeholder={shipped(language)}
          hint={ours && language === 'en' ? t('catalogue.blankIsOurs') : undefined}
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
