import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { AREA_FIELDS } from '#shared/domain/territory'
import { Button } from '#renderer/ui/button'
import { TextField } from '#renderer/ui/text-field'
import type { AreaText, Wrong } from './area-text.ts'
import styles from '../settings.module.css'
import own from './territories.module.css'

type Props = {
  n: number
  area: AreaText
  wrong: readonly Wrong[]
  mayChange: boolean
  onChange: (fields: AreaText['fields']) => void
  onRemove: () => void
}

/** One area: a line of values for each field that it may ask. */
export function AreaFields({ n, area, wrong, mayChange, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const wrongIn = (field: Wrong['field']) => {
    const found = wrong.find((each) => each.field === field)
    if (!found) return undefined
    return field === 'lists'
      ? t('territory.unknownList', { name: found.value })
      : t('territory.notIso', { code: found.value })
  }
  return (
    <fieldset className={own.area}>
      <legend>{t('territory.area', { n })}</legend>
      <div className={styles.pair}>
        {AREA_FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(`territory.field.${field}`)}
            hint={t(`territory.fieldHint.${field}`)}
            value={area.fields[field]}
            onChange={(text) => onChange({ ...area.fields, [field]: text })}
            wrong={wrongIn(field)}
            isReadOnly={!mayChange}
          />
        ))}
      </div>
      {mayChange && (
        <div>
          <Button small look="quiet" icon={<X size={14} aria-hidden />} onPress={onRemove}>
            {t('territory.removeArea', { n })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
