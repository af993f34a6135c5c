import { Search } from 'lucide-react'
import { Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { STAGES, type Stage } from '#shared/domain/stage'
import { cx } from '#renderer/ui/cx'
import field from '#renderer/ui/field.module.css'
import { Select } from '#renderer/ui/select'
import type { LeadsState } from './leads-store.ts'
import styles from './leads.module.css'

const ALL = 'all'
const SORTS = ['newest', 'name', 'lastDial', 'fit'] as const

type Props = Pick<LeadsState, 'order' | 'narrow' | 'sortBy'> & {
  lists: Output<'app.state'>['lists']
  /** From the field down into the rows. */
  onDown: () => void
}

export function LeadsFilters({ order, narrow, sortBy, lists, onDown }: Props) {
  const { t } = useTranslation()
  const { filter } = order
  return (
    <div className={styles.filters}>
      <SearchField
        aria-label={t('leads.find')}
        className={cx(styles.find)}
        value={filter.text ?? ''}
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
        value={filter.lists?.[0] ?? ALL}
        onChange={(id) => narrow({ lists: id === ALL ? [] : [id] })}
      />
      <Select<Stage | typeof ALL>
        bareLabel
        label={t('leads.stage')}
        options={[
          { id: ALL, name: t('leads.allStages') },
          ...STAGES.map((id) => ({ id, name: t(`common.stage.${id}`) })),
        ]}
        value={filter.stages?.[0] ?? ALL}
        onChange={(id) => narrow({ stages: id === ALL ? [] : [id] })}
      />
      <Select
        bareLabel
        label={t('leads.sort')}
        options={SORTS.map((id) => ({ id, name: t(`leads.sorts.${id}`) }))}
        value={SORTS.find((id) => id === order.sort) ?? null}
        onChange={sortBy}
      />
    </div>
  )
}
