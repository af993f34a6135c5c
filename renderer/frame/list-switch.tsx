import { ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

import type { AppState, FrameState } from '#renderer/app-store'
import { cx } from '#renderer/ui/cx'
import menu from '../ui/select.module.css'
import { ALL_LISTS } from '#shared/domain/list'
import { sum } from '#shared/lib/sum'
import { useFormat } from '#renderer/ui/format'
import styles from './top-bar.module.css'

type ListSwitchProps = {
  lists: AppState['lists']
  counts: FrameState['counts']
  listId: string | null
  onChoose: (id: string) => void
}

/** Which list is on the desk. */
export function ListSwitch({ lists, counts, listId, onChoose }: ListSwitchProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const choices = lists.length > 1 ? [{ id: ALL_LISTS, name: t('territory.allLists') }, ...lists] : lists
  const here = choices.find(({ id }) => id === listId)
  const count = (id: string) => {
    if (!counts) return null
    const leads = id === ALL_LISTS ? sum(Object.values(counts)) : (counts[id] ?? 0)
    return t('frame.leads', { count: leads, number: format.number(leads) })
  }
  if (!here) return <span className={styles.noList}>{t('frame.noList')}</span>
  return (
    <Select
      aria-label={t('frame.list')}
      value={listId}
      onChange={(id) => id !== null && onChoose(String(id))}
    >
      <Button className={cx(styles.list)}>
        <SelectValue>
          {() => (
            <>
              <b>{here.name}</b> <small>{count(here.id)}</small>
            </>
          )}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={cx(menu.popover)}>
        <ListBox className={cx(menu.list)} items={choices}>
          {(list) => (
            <ListBoxItem id={list.id} textValue={list.name} className={cx(menu.item)}>
              <span>{list.name}</span>
              <small>{count(list.id)}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
