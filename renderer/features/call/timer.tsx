import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import styles from './bar.module.css'

type Phase = 'ready' | 'dialling' | 'talking' | 'wrap'

/** How long it rings, how long you talk, how long you wrap up. It only tells; nothing moves on by it. */
export function Timer({ draft }: { draft: Card['draft'] }) {
  const { t } = useTranslation()
  const { phase, since } = phaseOf(draft)
  return (
    <div className={styles.timer} role="timer" aria-label={t(`call.timer.${phase}`)}>
      {since === null ? <Clock seconds={0} /> : <Running key={since} since={since} />}
      <span>{t(`call.timer.${phase}`)}</span>
    </div>
  )
}

function phaseOf(draft: Card['draft']): { phase: Phase; since: number | null } {
  if (!draft || (draft.dialledAt === null && draft.answeredAt === null))
    return { phase: 'ready', since: null }
  if (draft.endedAt !== null) return { phase: 'wrap', since: draft.endedAt }
  if (draft.answeredAt !== null) return { phase: 'talking', since: draft.answeredAt }
  return { phase: 'dialling', since: draft.dialledAt }
}

/** Counts by a clock that no correction of the wall clock can turn back. */
function Running({ since }: { since: number }) {
  const [passed] = useState(() => Math.max(0, Date.now() - since))
  const [start] = useState(() => performance.now())
  const [now, setNow] = useState(start)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 250)
    return () => clearInterval(timer)
  }, [])
  return <Clock seconds={Math.floor((passed + now - start) / 1000)} />
}

function Clock({ seconds }: { seconds: number }) {
  return <b>{useFormat().clock(seconds)}</b>
}
