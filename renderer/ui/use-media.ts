import { useSyncExternalStore } from 'react'

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = listOf(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => listOf(query).matches,
  )
}

/** Asked at every drawing, so each is made once. */
const listOf = (query: string): MediaQueryList => {
  const known = lists.get(query) ?? matchMedia(query)
  lists.set(query, known)
  return known
}
const lists = new Map<string, MediaQueryList>()
