import { useLayoutEffect, type RefObject } from 'react'

import type { Desk } from './call-store.ts'

/** The focus stands on the person's name whenever a lead comes to the desk. */
export function useDeskFocus(root: RefObject<HTMLElement | null>, desk: Desk): void {
  const shownAt = desk.kind === 'lead' ? desk.shownAt : null
  useLayoutEffect(() => {
    if (shownAt !== null) toName(root.current)
  }, [root, shownAt])
}

export const toName = (root: Element | null): void =>
  root?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
