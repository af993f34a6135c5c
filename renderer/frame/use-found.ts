import { useEffect, useState } from 'react'

import type { Call, Output } from '#shared/contract/api'

export type Found = Output<'find.search'>
export type Recent = Output<'find.list'>

const LEAST = 2
const MOST = 12
const NOTHING: Found = { leads: [], companies: [] }

type Finding = {
  found: Found
  /** The text that all in sight is for: the list changes at once and never half. */
  settledText: string
  isSettled: boolean
  hasFailed: boolean
}

/** What the typed text finds; an answer that comes late for an older text is dropped. */
export function useFound(call: Call, text: string): Finding {
  const [answer, setAnswer] = useState<{ text: string; found: Found | null }>({ text: '', found: NOTHING })
  const asks = text.trim().length >= LEAST

  useEffect(() => {
    if (!asks) {
      setAnswer({ text, found: NOTHING })
      return
    }
    const late = new AbortController()
    const search = async () => {
      const found = await call('find.search', { text, limit: MOST }).catch(() => null)
      if (!late.signal.aborted) setAnswer({ text, found })
    }
    void search()
    return () => late.abort()
  }, [call, text, asks])

  const isSettled = answer.text === text
  return {
    found: answer.found ?? NOTHING,
    settledText: answer.text,
    isSettled,
    hasFailed: isSettled && answer.found === null,
  }
}

/** What this rep went to last, asked once when the palette opens. */
export function useRecent(call: Call): Recent {
  const [recent, setRecent] = useState<Recent>({ entries: [], ...NOTHING })
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const next = await call('find.list', {}).catch(() => null)
      if (next && !isGone) setRecent(next)
    }
    void load()
    return () => void (isGone = true)
  }, [call])
  return recent
}
