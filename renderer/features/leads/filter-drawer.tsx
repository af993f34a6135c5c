import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { STAGES } from '#shared/domain/stage'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { useFormat } from '#renderer/ui/format'
import { MultiSelect } from '#renderer/ui/multi-select'
import { NumberField } from '#renderer/ui/number-field'
import { Select } from '#renderer/ui/select'
import { ExtraFields } from './extra-fields.tsx'
import { DaysField, DueField, RangeField, YesNoField } from './filter-fields.tsx'
import { countryName, type Choices } from './filter-words.ts'
import type { LeadsState } from './leads-store.ts'
import styles from './leads.module.css'

type Props = Pick<LeadsState, 'order' | 'narrow'> & {
  state: Pick<Output<'app.state'>, 'lists' | 'reps' | 'outcomes' | 'reasons'>
  choices: Choices | null
  total: number
  isOpen: boolean
  onClose: () => void
  onClear: () => void
}

/** Every condition there is. The list beside it follows each of them at once. */
export function FilterDrawer(props: Props) {
  const { t } = useTranslation()
  return (
    <Dialog
      place="drawer"
      title={t('leads.filter.title')}
      closeLabel={t('common.close')}
      isOpen={props.isOpen}
      onClose={props.onClose}
    >
      <Fields {...props} />
      <footer className={styles.drawerFoot}>
        <span role="status">{t('leads.found', { count: props.total })}</span>
        <Button onPress={props.onClear}>{t('leads.clear')}</Button>
      </footer>
    </Dialog>
  )
}

const ANY = 'any'
/** No source has the key '', which no option may have as its id. */
const OF_KEY = 'key:'

function Fields({ order: { filter }, narrow, state, choices }: Props) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const own = { filter, narrow }
  const any = t('leads.filter.any')
  const named = <Id extends string>(ids: readonly Id[], name: (id: Id) => string) =>
    ids.map((id) => ({ id, name: name(id) }))
  return (
    <div className={styles.drawerFields}>
      <MultiSelect
        any={any}
        label={t('leads.stage')}
        options={named(STAGES, (id) => t(`common.stage.${id}`))}
        value={filter.stages ?? []}
        onChange={(stages) => narrow({ stages })}
      />
      <MultiSelect
        any={any}
        label={t('leads.list')}
        options={state.lists}
        value={filter.lists ?? []}
        onChange={(lists) => narrow({ lists })}
      />
      <MultiSelect
        any={any}
        label={t('leads.column.owner')}
        options={[
          { id: 'me', name: t('leads.filter.owner.me') },
          { id: 'nobody', name: t('leads.filter.owner.nobody') },
          ...state.reps,
        ]}
        value={filter.owners ?? []}
        onChange={(owners) => narrow({ owners })}
      />
      <MultiSelect
        any={any}
        label={t('leads.column.source')}
        options={[
          { id: OF_KEY, name: t('leads.filter.none') },
          ...(choices?.sources ?? []).map(({ key, name }) => ({ id: `${OF_KEY}${key}`, name })),
        ]}
        value={(filter.sources ?? []).map((key) => `${OF_KEY}${key}`)}
        onChange={(ids) => narrow({ sources: ids.map((id) => id.slice(OF_KEY.length)) })}
      />
      <MultiSelect
        any={any}
        label={t('leads.column.lastOutcome')}
        options={named([...state.outcomes.map(({ code }) => code), 'never'], (id) =>
          id === 'never' ? t('leads.never') : t(`call.outcome.${id as 'busy'}`),
        )}
        value={filter.outcomes ?? []}
        onChange={(outcomes) => narrow({ outcomes })}
      />
      <MultiSelect
        any={any}
        label={t('leads.column.reason')}
        options={named(
          state.reasons.map(({ code }) => code),
          (id) => t(`call.reason.${id as 'timing'}`),
        )}
        value={filter.reasons ?? []}
        onChange={(reasons) => narrow({ reasons })}
      />
      <RangeField of="fit" {...own} />
      <RangeField of="bant" {...own} />
      <RangeField of="attempts" {...own} />
      <RangeField of="dials" {...own} />
      <DaysField of="arrived" {...own} />
      <DaysField of="lastDial" {...own} />
      <NumberField
        label={t('leads.filter.untouched')}
        value={filter.untouched ?? null}
        onChange={(days) => narrow({ untouched: days ? Math.min(days, 3650) : undefined })}
      />
      <NumberField
        label={t('leads.filter.aged')}
        value={filter.aged ?? null}
        onChange={(days) => narrow({ aged: days ? Math.min(days, 3650) : undefined })}
      />
      <DueField of="promised" {...own} />
      <DueField of="waking" {...own} />
      <YesNoField of="hasNumber" {...own} />
      <YesNoField of="suppressed" {...own} />
      <MultiSelect
        any={any}
        label={t('leads.column.country')}
        options={named(choices?.countries ?? [], (id) => countryName(id, locale))}
        value={filter.countries ?? []}
        onChange={(countries) => narrow({ countries })}
      />
      <Select
        label={t('leads.filter.import')}
        options={[{ id: ANY, name: any }, ...(choices?.imports ?? [])]}
        value={filter.importId ?? ANY}
        onChange={(id) => narrow({ importId: id === ANY ? undefined : id })}
      />
      <ExtraFields
        headers={choices?.headers ?? []}
        value={filter.extra ?? []}
        onChange={(extra) => narrow({ extra })}
      />
    </div>
  )
}
