import { useEffect, useState } from 'react'

import type { Call, Output } from '#shared/contract/api'

type Rows = Output<'leads.search'>['rows']

const LEAST = 2
const MOST = 20

/** The leads that what was typed finds; an answer that comes late for an older text is dropped. */
export function useFound(call: Call, text: string): { rows: Rows; isNone: boolean } {
  const [found, setFound] = useState<{ text: string; rows: Rows }>({ text: '', rows: [] })
  const asked = text.trim().length < LEAST ? '' : text.trim()

  useEffect(() => {
    if (asked === '') return
    const late = new AbortController()
    const search = async () => {
      const { rows } = await call('leads.search', { text: asked, limit: MOST })
      if (!late.signal.aborted) setFound({ text: asked, rows })
    }
    void search()
    return () => late.abort()
  }, [call, asked])

  // What the last text found stays in sight until the next answer, so that the list does not flicker.
  const rows = asked === '' ? [] : found.rows
  return { rows, isNone: asked !== '' && found.text === asked && rows.length === 0 }
}
