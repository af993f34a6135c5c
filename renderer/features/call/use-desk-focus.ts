import { useLayoutEffect, type RefObject } from 'react'

import type { Desk } from './call-store.ts'

/** The focus stands on the person's name whenever a lead comes to the desk, and the name is in sight. */
export function useDeskFocus(root: RefObject<HTMLElement | null>, desk: Desk): void {
  const shownAt = desk.kind === 'lead' ? desk.shownAt : null
  useLayoutEffect(() => {
    if (shownAt === null) return
    toName(root.current)
    toTop(root.current)
  }, [root, shownAt])
}

/** Where the desk, or at 200 % zoom the whole screen, was scrolled for the last lead. */
function toTop(root: Element | null): void {
  let around = root?.querySelector('h1')?.parentElement
  for (; around && around !== root?.parentElement; around = around.parentElement) around.scrollTop = 0
}

export const toName = (root: Element | null): void =>
  root?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
