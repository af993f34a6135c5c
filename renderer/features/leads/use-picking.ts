import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { MOST_IDS, type LeadRow } from '#shared/contract/leads'
import { useAnnouncer } from '#renderer/ui/announce'
import { useFormat } from '#renderer/ui/format'
import type { Picking } from '#renderer/ui/table'
import type { LeadsState } from './leads-store.ts'
import { countOf, isPicked, NOTHING_PICKED, reached, turned, type Picked } from './picked.ts'

type Given = Pick<LeadsState, 'picked' | 'pick' | 'order'> & {
  call: Call
  rows: readonly (LeadRow | undefined)[]
  total: number
}

/** Rows picked one by one, by stretches, or all that fit; said aloud, since a reader sees no ground change. */
export function usePicking({ call, rows, total, picked, pick, order }: Given): Picking<LeadRow> {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const format = useFormat()
  const put = (after: Picked) => {
    pick(after)
    say(t('leads.picked', { count: countOf(after, total) }))
  }
  const reach = async (index: number) => {
    const [first, last] = [Math.min(picked.from, index), Math.max(picked.from, index)]
    const stretch = rows.slice(first, last + 1)
    // Rows that were never in sight are not here.
    const isHere = stretch.length === last - first + 1 && stretch.every((row) => row !== undefined)
    const leadIds = isHere
      ? stretch.flatMap((row) => row?.leadId ?? [])
      : (await call('leads.ids', { ...order, offset: first, limit: Math.min(MOST_IDS, last - first + 1) }))
          .leadIds
    put(reached(picked, leadIds))
  }
  const isAll = picked.all && picked.ids.size === 0
  return {
    has: ({ leadId }) => isPicked(picked, leadId),
    onPick: (index, how) => {
      const row = rows[index]
      if (how === 'reach') void reach(index)
      else if (row) put(turned(picked, row.leadId, index))
    },
    onAll: () => put(isAll ? NOTHING_PICKED : { all: true, ids: new Set(), from: 0 }),
    isAll,
    labelOf: ({ name }) => t('leads.pick', { name }),
    allLabel: t('leads.pickAll', { total: format.number(total) }),
  }
}
