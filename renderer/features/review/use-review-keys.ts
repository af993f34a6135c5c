import { useEffect } from 'react'

import type { Settings } from '#shared/contract/settings'
import { REVIEW_DEEDS, type ReviewDeed } from '#shared/domain/command'
import { isSingle, keymapOf } from '#shared/domain/keymap'
import { chordsOf } from '#renderer/ui/chord'

export type ReviewDeeds = Readonly<Record<ReviewDeed | 'undo', () => void>>

/** Between two answers the arrows choose, and Space. */
const CHOOSES: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' '])

/** Whose own keys these are there. */
const OWN = 'input:not([type=radio]), textarea, select, [role=dialog], [role=listbox]'

/** Keys on the page by the table of commands, single ones where they are on (WCAG 2.1.4). A held key does nothing. */
export function useReviewKeys(
  deeds: ReviewDeeds,
  { singleKeys, keys }: Pick<Settings, 'singleKeys' | 'keys'>,
): void {
  useEffect(() => {
    const keymap = keymapOf(keys)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return
      const target = event.target instanceof Element ? event.target : null
      if (CHOOSES.has(event.key) && target?.closest('[role=radiogroup]')) return
      const chords = (chordsOf(event) ?? []).filter((chord) => singleKeys || !isSingle(chord))
      const id = keymap.find('review', chords) ?? keymap.find('anywhere', chords)
      const deed = id === 'undo' ? id : REVIEW_DEEDS.find((each) => id === `review.${each}`)
      if (!deed || document.querySelector('[role=dialog]') || target?.closest(OWN)) return
      event.preventDefault()
      deeds[deed]()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [deeds, singleKeys, keys])
}
