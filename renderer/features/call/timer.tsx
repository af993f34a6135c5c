import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import styles from './bar.module.css'

type TimerProps = {
  draft: Card['draft']
  /** This machine slept, or its clock was set: the engine knows how long it really lasted. */
  onJump: () => void
}
type Phase = 'ready' | 'dialling' | 'talking' | 'wrap'

/** How long it rings, how long you talk, how long you wrap up. It only tells; nothing moves on by it. */
export function Timer({ draft, onJump }: TimerProps) {
  const { t } = useTranslation()
  const phase = phaseOf(draft)
  const elapsed = draft?.elapsed ?? null
  return (
    <div className={styles.timer} role="timer" aria-label={t(`call.timer.${phase}`)}>
      {elapsed === null ? (
        <Clock seconds={0} />
      ) : (
        <Running key={`${draft?.callId} ${phase} ${elapsed}`} elapsed={elapsed} onJump={onJump} />
      )}
      {/* Heard when the call goes on to its next part; the seconds are not. */}
      <span aria-live="polite">{t(`call.timer.${phase}`)}</span>
      {draft && draft.clock !== 'steady' && (
        <small role="status" title={t(`call.clock.${draft.clock}Why`)}>
          {t(`call.clock.${draft.clock}`)}
        </small>
      )}
    </div>
  )
}

function phaseOf(draft: Card['draft']): Phase {
  if (!draft || (draft.dialledAt === null && draft.answeredAt === null)) return 'ready'
  if (draft.endedAt !== null) return 'wrap'
  return draft.answeredAt === null ? 'dialling' : 'talking'
}

/** Milliseconds by which the two clocks of a page may part between two ticks before one of them stood still. */
const JUMP = 2000

/** Counts by a clock that no correction of the wall clock can turn back; it stands still in sleep, so that is seen. */
function Running({ elapsed, onJump }: { elapsed: number; onJump: () => void }) {
  const [start] = useState(() => performance.now())
  const [now, setNow] = useState(start)
  useEffect(() => {
    let last = { steady: performance.now(), wall: Date.now() }
    const timer = setInterval(() => {
      const next = { steady: performance.now(), wall: Date.now() }
      setNow(next.steady)
      if (Math.abs(next.wall - last.wall - (next.steady - last.steady)) > JUMP) onJump()
      last = next
    }, 250)
    return () => clearInterval(timer)
  }, [onJump])
  return <Clock seconds={Math.floor((elapsed + now - start) / 1000)} />
}

function Clock({ seconds }: { seconds: number }) {
  return <b>{useFormat().clock(seconds)}</b>
}
