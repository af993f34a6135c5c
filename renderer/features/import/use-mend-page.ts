import { useEffect, useState } from 'react'

import type { Call } from '#shared/contract/api'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import type { Filter } from './import-store.ts'
import type { Row } from './rows-table.tsx'
import { isMended } from './use-told.ts'

/** Rows on a page; there are as many pages as it takes. */
const AT_ONCE = 100

export type MendPage = {
  rows: Loaded<readonly Row[]>
  /** Where the page begins, and how many rows there are in all. */
  offset: number
  end: number
  total: number
  /** Somebody came from another page, from below when `isBack`. */
  turned: { isBack: boolean } | null
  /** On to the next page, or back; false when there is none. */
  turn: (isBack: boolean) => boolean
  /** Asks for the rows again after a failure. */
  reload: () => void
}
type At = { offset: number; turned: MendPage['turned'] }

/** What was put right already wants no hand. */
const wantsHand = ({ problems }: Row) => problems.some((each) => !isMended(each))

/** The rows that need a hand, a page at a time. */
export function useMendPage(call: Call, importId: string, filter: Filter): MendPage {
  const [at, setAt] = useState<At>({ offset: 0, turned: null })
  const [rows, setRows] = useState<Loaded<readonly Row[]>>(LOADING)
  const [total, setTotal] = useState(0)
  useEffect(() => {
    let isOver = false
    const load = async () => {
      const page = await loaded(call('import.rows', { importId, filter, offset: at.offset, limit: AT_ONCE }))
      if (isOver) return
      if (page.kind !== 'ready') return setRows(page)
      const value = page.value.rows.filter(wantsHand)
      const beyond = at.offset + (at.turned?.isBack ? -AT_ONCE : AT_ONCE)
      // A page on which nothing wants a hand is passed over.
      if (value.length === 0 && beyond >= 0 && beyond < page.value.total)
        return setAt({ ...at, offset: beyond })
      setTotal(page.value.total)
      setRows({ kind: 'ready', value })
    }
    void load()
    return () => void (isOver = true)
  }, [call, importId, filter, at])
  return {
    rows,
    offset: at.offset,
    end: Math.min(total, at.offset + AT_ONCE),
    total,
    turned: at.turned,
    turn: (isBack) => {
      const offset = at.offset + (isBack ? -AT_ONCE : AT_ONCE)
      if (offset < 0 || offset >= total) return false
      setRows(LOADING)
      setAt({ offset, turned: { isBack } })
      return true
    },
    reload: () => setAt({ ...at }),
  }
}
