import { useEffect, useState } from 'react'

/**
 * How many of `count` rows are drawn: as many as fit a screen at once, as many again after each frame, so that a long table
 * of fields never holds up what is pressed meanwhile.
 */
export function useGrowing(count: number, atOnce: number): number {
  const [drawn, grow] = useState(atOnce)
  const isAll = drawn >= count
  useEffect(() => {
    if (isAll) return
    let next: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => (next = setTimeout(() => grow((so) => so + atOnce))))
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(next)
    }
  }, [drawn, isAll, atOnce])
  return Math.min(drawn, count)
}
