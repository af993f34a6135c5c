import { useEffect } from 'react'

export type ReviewDeeds = Readonly<
  Record<'merge' | 'apart' | 'next' | 'previous' | 'swap' | 'undo', () => void>
>

const KEYS: Readonly<Record<string, keyof ReviewDeeds>> = {
  m: 'merge',
  k: 'apart',
  s: 'swap',
  j: 'next',
  arrowdown: 'next',
  arrowup: 'previous',
}
/** Whose own keys these are there. */
const OWN = 'input:not([type=radio]), textarea, select, [role=radiogroup], [role=dialog], [role=listbox]'

/** Single keys on the page, where they are on (WCAG 2.1.4); Ctrl or Cmd+Z always. A held key does nothing. */
export function useReviewKeys(deeds: ReviewDeeds, singleKeys: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.altKey) return
      const target = event.target instanceof Element ? event.target : null
      const key = event.key.toLowerCase()
      const isUndo = (event.ctrlKey || event.metaKey) && key === 'z' && !event.shiftKey
      const deed = isUndo ? 'undo' : event.ctrlKey || event.metaKey || !singleKeys ? undefined : KEYS[key]
      if (!deed || document.querySelector('[role=dialog]') || target?.closest(OWN)) return
      event.preventDefault()
      deeds[deed]()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [deeds, singleKeys])
}
