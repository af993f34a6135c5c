import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Failure } from '#renderer/ui/failure'
import { useFormat } from '#renderer/ui/format'
import styles from './settings.module.css'

/** What a dry run found so far: looked at, and of how many. */
export type Walked = { seen: number; total: number }
type Run<Of, Sum> = { of: Of; sum: Sum | null; isOver: boolean }

type Props<Of, Sum extends Walked> = {
  /** What would be saved. */
  of: Of
  /** The sum after each part, all of it last. It is stopped by asking for no more. */
  walk: (of: Of) => AsyncGenerator<Sum>
  /** Of the button that starts it. */
  label: string
  going: (figures: Record<'seen' | 'total', string>) => string
  children: (sum: Sum) => ReactNode
}

/** What a change would come to, before it is saved. What was found of another draft goes as soon as this one is another. */
export function DryRun<Of, Sum extends Walked>({ of, walk, label, going, children }: Props<Of, Sum>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, error, run, stop } = useWalk(walk)
  const shown = state && JSON.stringify(state.of) === JSON.stringify(of) ? state : null
  if (error !== null) return <Failure error={error} onRetry={() => run(of)} />
  if (!shown)
    return (
      <div>
        <Button small onPress={() => run(of)}>
          {label}
        </Button>
      </div>
    )
  const { sum, isOver } = shown
  if (!isOver || !sum)
    return (
      <p role="status" className={styles.quiet}>
        {going({ seen: format.number(sum?.seen ?? 0), total: format.number(sum?.total ?? 0) })}{' '}
        <Button look="link" small onPress={stop}>
          {t('common.cancel')}
        </Button>
      </p>
    )
  return children(sum)
}

function useWalk<Of, Sum>(walk: (of: Of) => AsyncGenerator<Sum>) {
  const [state, set] = useState<Run<Of, Sum> | null>(null)
  const [error, fail] = useState<unknown>(null)
  // Of two that run, only the newer is shown; leaving the page stops it.
  const turn = useRef(0)
  useEffect(() => () => void turn.current++, [])
  const go = async (of: Of, mine: number) => {
    let last: Sum | null = null
    set({ of, sum: last, isOver: false })
    for await (const sum of walk(of)) {
      if (mine !== turn.current) return
      set({ of, sum: (last = sum), isOver: false })
    }
    if (mine === turn.current) set({ of, sum: last, isOver: true })
  }
  const run = (of: Of) => {
    fail(null)
    const mine = ++turn.current
    go(of, mine).catch((reason: unknown) => {
      if (mine !== turn.current) return
      set(null)
      fail(reason)
    })
  }
  const stop = () => {
    turn.current++
    set(null)
  }
  return { state, error, run, stop }
}
