import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { AREA_FIELDS, type AreaField } from '#shared/domain/territory'
import { Button } from '#renderer/ui/button'
import { PickMany } from '#renderer/ui/pick-many'
import type { Option } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { codesIn, type AreaDraft } from './area-text.ts'
import styles from '../settings.module.css'
import own from './territories.module.css'

type Offered = Readonly<Record<Exclude<AreaField, 'postcodes'>, readonly Option[]>>
type Props = {
  n: number
  area: AreaDraft
  offered: Offered
  mayChange: boolean
  onChange: (fields: AreaDraft['fields']) => void
  onRemove: () => void
}

/** Of these a file may bring any word. */
const IN_WORDS: ReadonlySet<AreaField> = new Set(['provinces', 'industries'])

/** One area: what was picked for each field that it may ask. */
export function AreaFields({ n, area, offered, mayChange, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const set = (field: AreaField) => (values: string[]) => onChange({ ...area.fields, [field]: values })
  return (
    <fieldset className={own.area}>
      <legend>{t('territory.area', { n })}</legend>
      <div className={styles.pair}>
        {AREA_FIELDS.map((field) =>
          field === 'postcodes' ? (
            <Postcodes
              key={field}
              codes={area.fields.postcodes}
              mayChange={mayChange}
              onChange={set('postcodes')}
            />
          ) : (
            <PickMany
              key={field}
              label={t(`territory.field.${field}`)}
              hint={IN_WORDS.has(field) ? t('territory.inWords') : undefined}
              options={offered[field]}
              value={area.fields[field]}
              onChange={set(field)}
              placeholder={t(`territory.find.${field}`)}
              removeLabel={(name) => t('territory.without', { name })}
              takesOthers={IN_WORDS.has(field)}
              isReadOnly={!mayChange}
            />
          ),
        )}
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

type CodesProps = { codes: readonly string[]; mayChange: boolean; onChange: (codes: string[]) => void }

/** As typed while it is typed: a comma at the end is the beginning of the next. */
function Postcodes({ codes, mayChange, onChange }: CodesProps) {
  const { t } = useTranslation()
  const [text, write] = useState(codes.join(', '))
  return (
    <TextField
      label={t('territory.field.postcodes')}
      hint={t('territory.postcodesHint')}
      value={text}
      onChange={(typed) => {
        write(typed)
        onChange(codesIn(typed))
      }}
      isReadOnly={!mayChange}
    />
  )
}
