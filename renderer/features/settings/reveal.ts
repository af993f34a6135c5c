/** Everything on a page that can have the focus, in order. */
export const controlsIn = (region: Element): HTMLElement[] =>
  [
    ...region.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]'),
  ].filter((each) => !each.matches(':disabled, [aria-hidden=true]'))

/** Does `attempt` now or as soon as the page has come that far; whoever acts meanwhile is left in peace. */
export function whenThere(region: Element, attempt: () => boolean): () => void {
  if (attempt()) return () => {}
  const watch = new MutationObserver(() => attempt() && stop())
  const stop = () => {
    watch.disconnect()
    for (const act of ACTS) window.removeEventListener(act, stop, true)
  }
  watch.observe(region, { childList: true, subtree: true })
  for (const act of ACTS) window.addEventListener(act, stop, true)
  return stop
}
const ACTS = ['keydown', 'pointerdown', 'wheel'] as const

/** Puts the focus on the setting that stands under these words: its heading, or its first control. */
export function reveal(region: Element, words: string): boolean {
  const found = [...region.querySelectorAll<HTMLElement>('*')].find(
    (each) => each.textContent?.trim() === words || each.getAttribute('aria-label') === words,
  )
  if (!found) return false
  const target = found.closest('header')?.querySelector('h2') ?? controlOf(region, found)
  if (target.matches('h2')) target.tabIndex = -1
  target.scrollIntoView?.({ block: target.matches('h2') ? 'start' : 'center' })
  target.focus({ preventScroll: true })
  return true
}

/** The first that can be reached in the words' element or after it; the element itself where nothing is. */
function controlOf(region: Element, words: HTMLElement): HTMLElement {
  const after = controlsIn(region).find(
    (each) => words.contains(each) || words.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return after ?? words
}
