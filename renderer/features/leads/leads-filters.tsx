import { ListFilter, Search } from 'lucide-react'
import { Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { STAGES } from '#shared/domain/stage'
import { Button } from '#renderer/ui/button'
import { cx } from '#renderer/ui/cx'
import field from '#renderer/ui/field.module.css'
import { MultiSelect } from '#renderer/ui/multi-select'
import type { LeadsState } from './leads-store.ts'
import styles from './leads.module.css'

type Props = Pick<LeadsState, 'order' | 'narrow'> & {
  lists: Output<'app.state'>['lists']
  /** From the field down into the rows. */
  onDown: () => void
  /** How many conditions there are. */
  count: number
  onMore: () => void
}

/** What is asked most: a name, a list, a stage; the rest is one press away. */
export function LeadsFilters({ order: { filter }, narrow, lists, onDown, count, onMore }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <SearchField
        aria-label={t('leads.find')}
        className={cx(styles.find)}
        value={filter.text ?? ''}
        maxLength={200}
        onChange={(text) => narrow({ text })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') onDown()
          else event.continuePropagation()
        }}
      >
        <Search size={14} aria-hidden />
        <Input className={cx(field.input)} placeholder={t('leads.findPlaceholder')} />
      </SearchField>
      <MultiSelect
        bareLabel
        label={t('leads.list')}
        any={t('leads.allLists')}
        options={lists.map(({ id, name }) => ({ id, name }))}
        value={filter.lists ?? []}
        onChange={(ids) => narrow({ lists: ids })}
      />
      <MultiSelect
        bareLabel
        label={t('leads.stage')}
        any={t('leads.allStages')}
        options={STAGES.map((id) => ({ id, name: t(`common.stage.${id}`) }))}
        value={filter.stages ?? []}
        onChange={(stages) => narrow({ stages })}
      />
      <Button icon={<ListFilter size={14} aria-hidden />} onPress={onMore}>
        {count > 0 ? t('leads.filter.openCount', { count }) : t('leads.filter.open')}
      </Button>
    </>
  )
}
