import { useEffect, useState } from 'react'

type Waiting = { persons: number; companies: number; looking: boolean }
/** Milliseconds between two looks while more may come. */
const AGAIN = 500

/** How many pairs wait for somebody to say whether they are one; asked again while a search goes on. Null until known. */
export function usePairs(ask: () => Promise<Waiting>): number | null {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isLate = false
    const look = async () => {
      const found = await ask()
      if (isLate) return
      setCount(found.persons + found.companies)
      if (found.looking) timer = setTimeout(() => void look(), AGAIN)
    }
    void look()
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [ask])
  return count
}
