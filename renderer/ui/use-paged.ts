import { useCallback, useEffect, useRef, useState } from 'react'

import type { Loaded } from './loaded.ts'

type Page<Row> = { total: number; rows: readonly Row[] }
export type Paged<Row> = {
  /** Sparse: a hole is a row that was not asked for yet. */
  rows: readonly (Row | undefined)[]
  total: number
  /** How the first page went. */
  state: Loaded<null>
  onRange: (first: number, last: number) => void
  reload: () => void
}

const SIZE = 100

type Round = { pages: Set<number>; isOver: boolean }

/**
 * The rows of a virtual list, a page at a time. A new `ask` starts over; what was there stays in sight until its
 * first page is here, and an answer to an older `ask` is dropped.
 */
export function usePaged<Row>(ask: (offset: number, limit: number) => Promise<Page<Row>>): Paged<Row> {
  const [shown, show] = useState<Page<Row | undefined>>({ rows: [], total: 0 })
  const [state, setState] = useState<Loaded<null>>({ kind: 'loading' })
  const [again, setAgain] = useState(0)
  const round = useRef<Round>({ pages: new Set(), isOver: true })
  /** The round whose first page is here. */
  const [answered, setAnswered] = useState<Round | null>(null)

  useEffect(() => {
    const ours: Round = { pages: new Set([0]), isOver: false }
    round.current = ours
    const start = async () => {
      try {
        const { total, rows } = await ask(0, SIZE)
        if (ours.isOver) return
        show({ rows, total })
        setAnswered(ours)
        setState({ kind: 'ready', value: null })
      } catch (error) {
        if (!ours.isOver) setState({ kind: 'failed', error })
      }
    }
    void start()
    return () => void (ours.isOver = true)
  }, [ask, again])

  const onRange = useCallback(
    (first: number, last: number) => {
      const ours = round.current
      if (ours !== answered) return
      const fetchPage = async (page: number) => {
        ours.pages.add(page)
        try {
          const { total, rows } = await ask(page * SIZE, SIZE)
          if (!ours.isOver) show((before) => ({ total, rows: put(before.rows, page * SIZE, rows) }))
        } catch (error) {
          // Scrolled to again, it is asked for again.
          ours.pages.delete(page)
          throw error
        }
      }
      for (let page = Math.floor(first / SIZE); page <= Math.floor(last / SIZE); page++)
        if (!ours.pages.has(page)) void fetchPage(page)
    },
    [ask, answered],
  )
  return { ...shown, state, onRange, reload: useCallback(() => setAgain((before) => before + 1), []) }
}

function put<Row>(
  all: readonly (Row | undefined)[],
  from: number,
  rows: readonly Row[],
): (Row | undefined)[] {
  const copy = all.slice()
  for (const [at, row] of rows.entries()) copy[from + at] = row
  return copy
}
