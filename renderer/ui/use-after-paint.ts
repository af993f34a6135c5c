import { useEffect, useState } from 'react'

/**
 * The value as it was when the frame before was painted: what stands beside the thing that matters follows a frame
 * later. React's own deferred values are drawn in the next task, which often comes before the frame.
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value)
  useEffect(() => {
    let next: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => (next = setTimeout(() => setPainted(value))))
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(next)
    }
  }, [value])
  return painted
}
