/** Milliseconds a page may be gone before its window counts as closed: a reload takes far less. */
const GRACE = 10_000

/**
 * Says when the app's window was closed: its event stream ended and did not come back, or its browser ended.
 * A browser that ended before any page came never opened a window; then `onNeverOpened` is told instead.
 */
export function watchWindows({
  onClosed,
  onNeverOpened,
}: {
  onClosed: () => void
  onNeverOpened: () => void
}) {
  let open = 0
  let seen = false
  let grace: NodeJS.Timeout | undefined
  return {
    /** The number of event streams changed. */
    count: (now: number) => {
      open = now
      seen ||= now > 0
      clearTimeout(grace)
      if (now === 0) grace = setTimeout(onClosed, GRACE)
    },
    browserEnded: () => {
      if (!seen) return onNeverOpened()
      // Some browsers hand over to a second process; as long as a page listens, the window is there.
      if (open === 0) onClosed()
    },
    stop: () => clearTimeout(grace),
  }
}
