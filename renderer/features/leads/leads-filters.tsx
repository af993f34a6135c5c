import { Search } from 'lucide-react'
import { Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { STAGES, type Stage } from '#shared/domain/stage'
import { cx } from '#renderer/ui/cx'
import field from '#renderer/ui/field.module.css'
import { Select } from '#renderer/ui/select'
import type { LeadsFilter, LeadsState } from './leads-store.ts'
import styles from './leads.module.css'

const ALL = 'all'
const SORTS = ['newest', 'name', 'lastDial', 'fit'] as const satisfies readonly LeadsFilter['sort'][]

type Props = Pick<LeadsState, 'filter' | 'narrow'> & {
  lists: Output<'app.state'>['lists']
  /** From the field down into the rows. */
  onDown: () => void
}

export function LeadsFilters({ filter, narrow, lists, onDown }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.filters}>
      <SearchField
        aria-label={t('leads.find')}
        className={cx(styles.find)}
        value={filter.text}
        onChange={(text) => narrow({ text: text.slice(0, 200) })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') onDown()
          else event.continuePropagation()
        }}
      >
        <Search size={14} aria-hidden />
        <Input className={cx(field.input)} placeholder={t('leads.findPlaceholder')} />
      </SearchField>
      <Select
        bareLabel
        label={t('leads.list')}
        options={[{ id: ALL, name: t('leads.allLists') }, ...lists.map(({ id, name }) => ({ id, name }))]}
        value={filter.listId ?? ALL}
        onChange={(id) => narrow({ listId: id === ALL ? null : id })}
      />
      <Select<Stage | typeof ALL>
        bareLabel
        label={t('leads.stage')}
        options={[
          { id: ALL, name: t('leads.allStages') },
          ...STAGES.map((id) => ({ id, name: t(`common.stage.${id}`) })),
        ]}
        value={filter.stage ?? ALL}
        onChange={(id) => narrow({ stage: id === ALL ? null : id })}
      />
      <Select
        bareLabel
        label={t('leads.sort')}
        options={SORTS.map((id) => ({ id, name: t(`leads.sorts.${id}`) }))}
        value={filter.sort}
        onChange={(sort) => narrow({ sort })}
      />
    </div>
  )
}
