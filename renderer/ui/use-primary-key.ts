import { useEffect, useRef } from 'react'

/** The key of the one thing to do next, as printed on its button. */
export const PRIMARY_KEY = /mac/i.test(navigator.platform) ? '⌘ ⏎' : 'Ctrl ⏎'

/** Ctrl or Cmd+Enter does it from anywhere on the screen, also from a field; not while a dialog is over it. */
export function usePrimaryKey(act: (() => void) | null): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  }, [act])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key !== 'Enter' ||
        !(event.ctrlKey || event.metaKey) ||
        event.repeat ||
        event.defaultPrevented
      )
        return
      if (!latest.current || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      event.stopPropagation()
      latest.current()
    }
    // Before the focused button sees the Enter.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
