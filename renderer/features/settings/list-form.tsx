import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Input } from '#shared/contract/api'
import { LANGUAGES } from '#shared/domain/language'
import { PRIORITIES } from '#shared/domain/list'
import { PROMISE_POLICIES } from '#shared/domain/promise'
import { Button } from '#renderer/ui/button'
import { CountrySelect } from '#renderer/ui/country-select'
import { useErrorWords } from '#renderer/ui/error-words'
import { NumberField } from '#renderer/ui/number-field'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { CURRENCIES, MINOR } from '../../ui/currencies.ts'
import styles from './settings.module.css'

export type ListDraft = Input<'lists.save'>

export function ListForm({ call, list, onDone }: { call: Call; list: ListDraft; onDone: () => void }) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const [draft, set] = useState(list)
  const [wrong, setWrong] = useState<string>()
  const change = (part: Partial<ListDraft>) => {
    set((before) => ({ ...before, ...part }))
    setWrong(undefined)
  }
  const save = async () => {
    try {
      await call('lists.save', draft)
      onDone()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.name.trim() === '') setWrong(t('settings.nameMissing'))
    else void save()
  }
  return (
    <form className={styles.stack} onSubmit={submit}>
      <TextField
        label={t('settings.listName')}
        value={draft.name}
        onChange={(name) => change({ name })}
        wrong={wrong}
        maxLength={200}
        autoFocus
      />
      <div className={styles.pair}>
        <div>
          <CountrySelect
            label={t('settings.listCountry')}
            value={draft.country}
            onChange={(country) => change({ country })}
          />
          <p className={styles.hint}>{t('settings.listCountryHint')}</p>
        </div>
        <Segmented
          label={t('settings.listLanguage')}
          options={LANGUAGES.map((id) => ({ id, name: t(`common.languages.${id}`) }))}
          value={draft.language}
          onChange={(language) => change({ language })}
        />
      </div>
      <div>
        <Segmented
          label={t('settings.listKind')}
          options={(['business', 'consumers'] as const).map((id) => ({
            id,
            name: t(`common.kinds.${id}`),
          }))}
          value={draft.business ? 'business' : 'consumers'}
          onChange={(kind) => change({ business: kind === 'business' })}
        />
        <p className={styles.hint}>{t(`settings.kindNote.${draft.business ? 'business' : 'consumers'}`)}</p>
      </div>
      <div className={styles.pair}>
        <NumberField
          label={t('settings.listCost')}
          hint={t('settings.listCostHint')}
          decimals={2}
          value={draft.costMinor === null ? null : draft.costMinor / MINOR}
          onChange={(cost) =>
            change({
              costMinor: cost === null ? null : Math.round(cost * MINOR),
              currency: cost === null ? null : (draft.currency ?? 'EUR'),
            })
          }
        />
        <Select
          label={t('settings.listCurrency')}
          options={CURRENCIES.map((id) => ({ id, name: id }))}
          value={CURRENCIES.find((id) => id === (draft.currency ?? 'EUR')) ?? null}
          isDisabled={draft.costMinor === null}
          onChange={(currency) => change({ currency })}
        />
      </div>
      <TextField
        label={t('settings.listBasis')}
        hint={t('settings.listBasisHint')}
        value={draft.basis ?? ''}
        onChange={(basis) => change({ basis: basis || null })}
      />
      <div>
        <Segmented
          label={t('hours.policy.label')}
          options={PROMISE_POLICIES.map((id) => ({ id, name: t(`hours.policy.${id}`) }))}
          value={draft.promisePolicy ?? 'owner_first'}
          onChange={(promisePolicy) => change({ promisePolicy })}
        />
        <p className={styles.hint}>{t(`hours.policy.note.${draft.promisePolicy ?? 'owner_first'}`)}</p>
      </div>
      <div>
        <Segmented
          label={t('territory.priority')}
          options={PRIORITIES.map((id) => ({ id, name: t(`territory.priorities.${id}`) }))}
          value={draft.priority ?? 'normal'}
          onChange={(priority) => change({ priority })}
        />
        <p className={styles.hint}>{t('territory.priorityHint')}</p>
      </div>
      <div className={styles.actions}>
        <Button look="go" type="submit">
          {t('settings.saveList')}
        </Button>
        <Button onPress={onDone}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
