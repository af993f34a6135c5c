import { useEffect, useEffectEvent, useMemo, type RefObject } from 'react'

import type { Output } from '#shared/contract/api'
import { commandsOf, type Command as Listed } from '#shared/domain/command'
import { keymapOf, type Keymap } from '#shared/domain/keymap'
import { useCommandWords } from '#renderer/ui/command-words'
import { useOffers, useRun, type Offer } from '#renderer/ui/commands'
import type { CallStore } from './call-store.ts'
import { commandFor, commandOf, type Command } from './keys.ts'
import { deedOf, type Around } from './deeds.ts'
import { pressOf } from './press.ts'

/** Listens for the whole page, since after a save nothing in particular may have the focus; and tells the palette. */
export function useDeskKeys(
  root: RefObject<HTMLElement | null>,
  store: CallStore,
  { settings: { singleKeys, keys }, outcomes }: Pick<Output<'app.state'>, 'settings' | 'outcomes'>,
  go: (step: 1 | -1) => void,
): void {
  const words = useCommandWords()
  const run = useRun()
  const commands = useMemo(() => commandsOf(outcomes), [outcomes])
  const keymap = useMemo(() => keymapOf(keys, commands), [keys, commands])
  const act = (command: Command) => {
    const around: Around = {
      root: root.current,
      go,
      help: () => run('help'),
      skip: () => run('skip'),
      outcomes,
    }
    void deedOf(command, store, around)
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const press = pressOf(event, root.current)
    const command = press && commandFor(press, deskNow(store, singleKeys, keymap))
    if (!command) return
    event.preventDefault()
    act(command)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    // Before anybody else: the parts of the library keep Enter and Esc to themselves.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])

  useOffers(() => offersOf(store, commands, words, act))
}

/** What the palette can do on a lead: all of the desk's commands, those of a row only while one is open. */
function offersOf(
  store: CallStore,
  commands: readonly Listed[],
  words: (id: string) => string,
  act: (command: Command) => void,
): Offer[] {
  const { desk, row } = store.getState()
  if (desk.kind !== 'lead') return []
  const criteria = desk.card.board.criteria.map(({ id }) => `open.${id}` as const)
  const others = commands.filter(({ when }) => when !== 'row' || row !== null).map(({ id }) => id)
  return [...others.filter((id) => !id.startsWith('open.')), ...criteria].flatMap((id) => {
    const command = commandOf(id)
    // Others offer these.
    return command && id !== 'help' && id !== 'skip' ? [{ id, name: words(id), run: () => act(command) }] : []
  })
}

function deskNow(store: CallStore, singleKeys: boolean, keymap: Keymap) {
  const { desk, row } = store.getState()
  const criteria = desk.kind === 'lead' ? desk.card.board.criteria : []
  const open = criteria.find(({ id }) => id === row)
  return {
    row: open ? { grades: open.grades.length } : null,
    criteria,
    shownFor: desk.kind === 'lead' ? performance.now() - desk.shownAt : Infinity,
    singleKeys,
    keymap,
  }
}
