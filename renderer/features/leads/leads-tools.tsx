import { useState } from 'react'
import { useStore } from 'zustand'

import { ColumnsMenu } from './columns-menu.tsx'
import { Conditions } from './conditions.tsx'
import { FilterDrawer } from './filter-drawer.tsx'
import { useConditions, type Choices } from './filter-words.ts'
import { LeadsFilters } from './leads-filters.tsx'
import type { LeadsProps } from './leads-panel.tsx'
import { leadsStore } from './leads-store.ts'
import { ViewsBar } from './views-bar.tsx'
import styles from './leads.module.css'

/** Id of the list, which the keyboard goes down into. */
export const ROWS = 'leads-rows'
const toRows = () => document.querySelector<HTMLElement>(`#${ROWS} [role="row"][tabindex="0"]`)?.focus()

/** Which leads are in sight, how many of their columns, and under what name that is kept. */
export function LeadsTools({
  call,
  state,
  choices,
  total,
}: LeadsProps & { choices: Choices | null; total: number }) {
  const { order, narrow, look, columns, saveColumns, sortBy } = useStore(leadsStore(call))
  const [isOpen, open] = useState(false)
  const list = useConditions(order.filter, state, choices)
  const clear = () => look(null)
  return (
    <>
      <div className={styles.filters}>
        <ViewsBar call={call} role={state.atDesk?.role ?? 'rep'} />
        <LeadsFilters
          order={order}
          narrow={narrow}
          lists={state.lists}
          onDown={toRows}
          count={list.length}
          onMore={() => open(true)}
        />
        <ColumnsMenu
          columns={columns}
          saveColumns={saveColumns}
          order={order}
          sortBy={sortBy}
          headers={choices?.headers ?? []}
        />
      </div>
      <Conditions list={list} narrow={narrow} clear={clear} />
      <FilterDrawer
        order={order}
        narrow={narrow}
        state={state}
        choices={choices}
        total={total}
        isOpen={isOpen}
        onClose={() => open(false)}
        onClear={clear}
      />
    </>
  )
}
