import { useTranslation } from 'react-i18next'

import type { Criterion, Label } from '#shared/domain/bant'
import { Checkbox } from '#renderer/ui/checkbox'
import { NumberField } from '#renderer/ui/number-field'
import { TextField } from '#renderer/ui/text-field'
import { gateOf } from './definition-draft.ts'
import { useShippedWords, type DefinitionWords } from './definition-words.ts'
import { GradesEditor } from './grades-editor.tsx'
import styles from './settings.module.css'

type CriterionProps = {
  criterion: Criterion
  framework: string
  words: DefinitionWords
  mayChange: boolean
  onChange: (change: Partial<Criterion>) => void
}

/** How one criterion is called, opened, aged and gated, and its grades. */
export function CriterionEditor({ criterion, framework, words, mayChange, onChange }: CriterionProps) {
  const { t } = useTranslation()
  const shipped = useShippedWords()
  const { id, key, gate, staleMonths, shared } = criterion
  const name = words.criterion(id)
  const label: Label = criterion.label ?? {
    en: shipped('criterion', id, 'en', framework),
    es: shipped('criterion', id, 'es', framework),
  }
  const { shared: _, ...unshared } = criterion
  return (
    <div className={styles.stack}>
      <div className={styles.weights}>
        {(['en', 'es'] as const).map((language) => (
          <TextField
            key={language}
            label={t(language === 'en' ? 'definition.inEnglish' : 'definition.inSpanish', { what: name })}
            value={label[language]}
            onChange={(text) => onChange({ label: { ...label, [language]: text } })}
            isReadOnly={!mayChange}
            maxLength={40}
          />
        ))}
        <TextField
          label={t('definition.keyOf', { criterion: name })}
          value={key}
          onChange={(text) => text && onChange({ key: text.slice(-1).toUpperCase() })}
          isReadOnly={!mayChange}
        />
        {staleMonths === null ? (
          <p className={styles.hint}>{t('definition.byDate')}</p>
        ) : (
          <NumberField
            label={t('definition.staleOf', { criterion: name })}
            value={staleMonths}
            onChange={(months) => onChange({ staleMonths: Math.min(120, Math.max(1, months ?? 1)) })}
            isReadOnly={!mayChange}
          />
        )}
      </div>
      <div className={styles.checks}>
        <Checkbox
          aria-label={t('definition.isGateOf', { criterion: name })}
          isSelected={gate !== null}
          onChange={(isGate) => onChange({ gate: isGate ? gateOf(criterion) : null })}
          isDisabled={!mayChange}
        >
          {t('definition.isGate')}
        </Checkbox>
        <Checkbox
          aria-label={t('definition.isSharedOf', { criterion: name })}
          isSelected={shared === true}
          onChange={(isShared) => onChange(isShared ? { shared: true } : unshared)}
          isDisabled={!mayChange}
        >
          {t('definition.isShared')}
        </Checkbox>
      </div>
      <GradesEditor criterion={criterion} words={words} mayChange={mayChange} onChange={onChange} />
    </div>
  )
}
