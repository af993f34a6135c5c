import { useEffect, useEffectEvent } from 'react'

import type { CommandId } from '#shared/domain/command'
import { isSingle, type Keymap } from '#shared/domain/keymap'
import { chordsOf } from '#renderer/ui/chord'

const OVER = '[role=dialog], [role=listbox], [role=menu]'
const FIELDS = 'input, textarea, select, [contenteditable]'

/** The keys that work on every screen: find, the key sheet, other screens. */
export function useFrameKeys(keymap: Keymap, singleKeys: boolean, run: (id: CommandId) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const chords = chordsOf(event)?.filter((chord) => singleKeys || !isSingle(chord))
    const id = chords && commandHere(event.target, chords, keymap)
    if (!id) return
    event.preventDefault()
    if (!event.repeat) run(id)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    // After the desk, which listens on the window and is deaf at times; before the parts of the library.
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}

function commandHere(target: EventTarget | null, chords: readonly string[], keymap: Keymap) {
  const id = keymap.find('anywhere', chords)
  const isOver = document.querySelector(OVER) !== null
  if (id === 'find' || (id?.startsWith('go.') && !isOver)) return id
  const isField = target instanceof Element && target.matches(FIELDS)
  return isOver || isField ? undefined : keymap.find('screen', chords)
}
