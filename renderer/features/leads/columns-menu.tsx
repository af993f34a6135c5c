import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { EXTRA, LEAD_COLUMNS, LEAD_SORTS } from '#shared/domain/leads'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { Popover } from '#renderer/ui/popover'
import { Select } from '#renderer/ui/select'
import type { LeadsState } from './leads-store.ts'
import styles from './leads.module.css'

type Props = Pick<LeadsState, 'columns' | 'saveColumns' | 'order' | 'sortBy'> & { headers: readonly string[] }

/** Which columns, in which order; kept for whoever sits here. */
export function ColumnsMenu({ columns, saveColumns, order, sortBy, headers }: Props) {
  const { t } = useTranslation()
  const nameOf = (id: string) =>
    id.startsWith(EXTRA)
      ? id.slice(EXTRA.length)
      : t(`leads.column.${id as (typeof LEAD_COLUMNS)[number]}`, id)
  const others = [...LEAD_COLUMNS, ...headers.map((header) => `${EXTRA}${header}`)].filter(
    (id) => !columns.includes(id),
  )
  const swap = (at: number, by: number) => {
    const after = [...columns]
    const [moved] = after.splice(at, 1)
    if (moved) after.splice(Math.max(0, at + by), 0, moved)
    void saveColumns(after)
    // A row that changes places would else lose the keyboard.
    const way = `${by} ${moved}`
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-way="${CSS.escape(way)}"] button`)?.focus(),
    )
  }
  return (
    <Popover
      label={t('leads.columns')}
      trigger={<Button icon={<Columns3 size={14} aria-hidden />}>{t('leads.columns')}</Button>}
    >
      <div className={styles.columns}>
        <Select
          label={t('leads.sort')}
          options={LEAD_SORTS.map((id) => ({ id, name: t(`leads.sorts.${id}`) }))}
          value={order.sort}
          onChange={sortBy}
        />
        <ul>
          {columns.map((id, at) => (
            <li key={id}>
              <Checkbox
                isSelected
                isDisabled={id === 'name'}
                onChange={() => void saveColumns(columns.filter((one) => one !== id))}
              >
                {nameOf(id)}
              </Checkbox>
              <span data-way={`-1 ${id}`}>
                <Button
                  small
                  look="quiet"
                  icon={<ArrowUp size={14} />}
                  aria-label={t('leads.columnUp', { name: nameOf(id) })}
                  onPress={() => swap(at, -1)}
                />
              </span>
              <span data-way={`1 ${id}`}>
                <Button
                  small
                  look="quiet"
                  icon={<ArrowDown size={14} />}
                  aria-label={t('leads.columnDown', { name: nameOf(id) })}
                  onPress={() => swap(at, 1)}
                />
              </span>
            </li>
          ))}
          {others.map((id) => (
            <li key={id}>
              <Checkbox isSelected={false} onChange={() => void saveColumns([...columns, id])}>
                {nameOf(id)}
              </Checkbox>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  )
}
