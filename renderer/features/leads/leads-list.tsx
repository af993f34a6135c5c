import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'

import type { LeadRow } from '#shared/contract/leads'
import { FIRST_COLUMNS, type LeadSort } from '#shared/domain/leads'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { EmptyState } from '#renderer/ui/empty-state'
import { Table, type TableHandle } from '#renderer/ui/table'
import { toTitle } from '#renderer/ui/to-title'
import { useMedia } from '#renderer/ui/use-media'
import type { Paged } from '#renderer/ui/use-paged'
import { BulkBar } from './bulk-bar.tsx'
import type { BulkKey } from './bulk-deeds.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { useLeadsColumns } from './leads-columns.tsx'
import type { LeadsProps } from './leads-panel.tsx'
import { leadsStore } from './leads-store.ts'
import { ROWS } from './leads-tools.tsx'
import { Peek } from './peek.tsx'
import { countOf, NOTHING_PICKED, whichOf } from './picked.ts'
import { useBatch } from './use-batch.ts'
import { useExport } from './use-export.ts'
import { usePicking } from './use-picking.ts'
import styles from './leads.module.css'

/** Under this the list's name and the dials give way to what a call needs, as long as nobody chose their columns. */
const WIDE = '(min-width: 1100px)'

export function LeadsList({ call, host, state, paged }: LeadsProps & { paged: Paged<LeadRow> }) {
  const { t } = useTranslation()
  const [, go] = useLocation()
  const { order, sortBy, look, columns, picked, pick, at, stand } = useStore(leadsStore(call))
  const { rows, total, state: first, onRange } = paged
  const table = useRef<TableHandle>(null)
  const [peeked, peek] = useState<number | null>(null)
  const [what, ask] = useState<BulkKey | null>(null)
  const isWide = useMedia(WIDE)
  const hasList = order.filter.lists?.length !== 1 && state.lists.length > 1
  const usual = !isWide ? FEWEST : hasList ? FIRST_COLUMNS : WITHOUT_LIST
  const shown = useLeadsColumns(columns === FIRST_COLUMNS ? usual : columns)
  const picking = usePicking({ call, rows, total, picked, pick, order })
  const run = useBatch(call, host)
  const write = useExport(call, host, state)
  const count = countOf(picked, total)
  useEffect(() => {
    // The bar went, and with it the button that was pressed.
    if (count === 0 && document.activeElement === document.body) toTitle()
  }, [count])
  const row = peeked === null ? undefined : rows[peeked]
  // The lead's page walks on in this list (J and K) from here.
  const open = (leadId: string, index: number) => go(`/leads/${leadId}`, { state: { order, at: index } })
  const step = (by: number) => {
    const to = Math.max(0, Math.min(total - 1, (peeked ?? 0) + by))
    onRange(to, to)
    stand(to)
    peek(to)
  }
  return (
    <>
      {count > 0 && (
        <BulkBar
          count={count}
          total={total}
          canTakeAll={!picking.isAll}
          onAll={() => pick({ all: true, ids: new Set(), from: 0 })}
          onNone={() => pick(NOTHING_PICKED)}
          onDeed={ask}
          onExport={() => write(whichOf(picked, order.filter), order, columns)}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc on the way out of any row */}
      <div
        id={ROWS}
        className={styles.rows}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && count > 0) pick(NOTHING_PICKED)
        }}
      >
        <Card flush grow>
          <Table
            key={JSON.stringify(order.filter)}
            handle={table}
            startAt={at}
            onAt={stand}
            picking={picking}
            label={t('leads.table')}
            columns={shown}
            rows={rows}
            count={first.kind === 'loading' ? 12 : total}
            keyOf={({ leadId }) => leadId}
            openKey={row?.leadId ?? null}
            onRange={onRange}
            onOpen={({ leadId }) => peek(rows.findIndex((one) => one?.leadId === leadId))}
            sorting={{ column: order.sort, descending: order.descending }}
            onSort={(column) => sortBy(column as LeadSort)}
            empty={
              first.kind === 'ready' && (
                <EmptyState
                  title={t('leads.nobody')}
                  action={<Button onPress={() => look(null)}>{t('leads.clear')}</Button>}
                >
                  <p>{t(order.filter.text ? 'leads.nobodyBody' : 'leads.nobodyFilters')}</p>
                </EmptyState>
              )
            }
          />
        </Card>
      </div>
      {peeked !== null && row && (
        <Peek
          call={call}
          leadId={row.leadId}
          name={row.name}
          onClose={() => {
            peek(null)
            // After the drawer has given the focus back to where it was opened from.
            requestAnimationFrame(() => table.current?.focus(peeked))
          }}
          onPage={() => open(row.leadId, peeked)}
          onCall={() => go(`/queue/${row.leadId}`)}
          onStep={step}
        />
      )}
      {what && (
        <BulkDialog
          call={call}
          state={state}
          what={what}
          which={whichOf(picked, order.filter)}
          onClose={() => ask(null)}
          onRun={(deed) => {
            ask(null)
            pick(NOTHING_PICKED)
            void run({ which: whichOf(picked, order.filter), deed })
          }}
        />
      )}
    </>
  )
}

const WITHOUT_LIST = FIRST_COLUMNS.filter((id) => id !== 'list')
const FEWEST = WITHOUT_LIST.filter((id) => id !== 'dials')
