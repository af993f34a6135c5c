import { useEffect, useRef, type FocusEvent, type UIEvent } from 'react'

import type { PageId } from './pages.ts'
import { controlsIn, reveal, whenThere } from './reveal.ts'

/** Where one was on a page: which of its controls had the focus, and how far it was scrolled. */
type Place = { at: number; top: number }
type Goal = {
  page: PageId
  /** Whether the address names the page: only then somebody wants to be on it with the keyboard. */
  isNamed: boolean
  /** The words of the setting that the address names. */
  words: string | null
}

/**
 * The focus goes to what was asked for: the setting, else where one was on this page, else the page itself. It stays in
 * the list of pages while somebody walks that.
 */
export function usePageFocus({ page, isNamed, words }: Goal) {
  const region = useRef<HTMLDivElement>(null)
  const places = useRef(new Map<PageId, Place>())
  useEffect(() => {
    const here = region.current
    if (!here || !isNamed) return
    const place = places.current.get(page)
    const isInList = document.activeElement?.closest('[data-pages]')
    here.scrollTop = 0
    if (words === null && isInList && isInList.closest('[role=dialog]') === null) return
    here.focus({ preventScroll: true })
    if (words !== null) return whenThere(here, () => reveal(here, words))
    if (!place || place.at < 0) return
    return whenThere(here, () => {
      const control = controlsIn(here)[place.at]
      control?.focus({ preventScroll: true })
      here.scrollTop = place.top
      return control !== undefined
    })
  }, [page, isNamed, words])

  const remember = (change: Partial<Place>) =>
    places.current.set(page, { ...(places.current.get(page) ?? { at: -1, top: 0 }), ...change })
  return {
    ref: region,
    onFocus: ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
      if (target !== currentTarget) remember({ at: controlsIn(currentTarget).indexOf(target) })
    },
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) => remember({ top: currentTarget.scrollTop }),
  }
}
