import { useTranslation } from 'react-i18next'

import { LANGUAGES } from '#shared/domain/language'

import { CountrySelect } from '#renderer/ui/country-select'
import { Segmented } from '#renderer/ui/segmented'
import { TextField } from '#renderer/ui/text-field'
import type { NewList } from './plan-draft.ts'

type Props = { list: NewList; wrong: string | undefined; onChange: (change: Partial<NewList>) => void }

/** What a list needs before anybody on it can be called. Cost and lawful basis are set later, in the settings. */
export function NewListFields({ list, wrong, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        label={t('import.listName')}
        value={list.name}
        maxLength={200}
        wrong={wrong}
        onChange={(name) => onChange({ name })}
      />
      <CountrySelect
        label={t('import.listCountry')}
        value={list.country}
        onChange={(country) => onChange({ country })}
      />
      <Segmented
        label={t('import.listLanguage')}
        options={LANGUAGES.map((id) => ({ id, name: t(`common.languages.${id}`) }))}
        value={list.language}
        onChange={(language) => onChange({ language })}
      />
      <Segmented
        label={t('import.listKind')}
        options={(['business', 'consumers'] as const).map((id) => ({ id, name: t(`common.kinds.${id}`) }))}
        value={list.business ? 'business' : 'consumers'}
        onChange={(kind) => onChange({ business: kind === 'business' })}
      />
    </>
  )
}
