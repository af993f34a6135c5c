import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import type { CallStore } from './call-store.ts'
import { commandFor, type Command } from './keys.ts'
import { deedOf } from './deeds.ts'
import { pressOf } from './press.ts'

export type DeskKeys = { isHelp: boolean; closeHelp: () => void }

/** Listens for the whole page, since after a save nothing in particular may have the focus. */
export function useDeskKeys(
  root: RefObject<HTMLElement | null>,
  store: CallStore,
  singleKeys: boolean,
  go: (step: 1 | -1) => void,
): DeskKeys {
  const { t } = useTranslation()
  const [isHelp, setHelp] = useState(false)

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const press = pressOf(event, root.current)
    if (!press) return
    const command = commandFor(press, deskNow(store, singleKeys))
    if (!command) return
    event.preventDefault()
    const around = { root: root.current, go, help: () => setHelp(true), objection: t('call.objectionMark') }
    void deedOf(command satisfies Command, store, around)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    // Before anybody else: the parts of the library keep Enter and Esc to themselves.
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])

  return { isHelp, closeHelp: () => setHelp(false) }
}

function deskNow(store: CallStore, singleKeys: boolean) {
  const { desk, row } = store.getState()
  const criteria = desk.kind === 'lead' ? desk.card.board.criteria : []
  const open = criteria.find(({ id }) => id === row)
  return {
    row: open ? { grades: open.grades.length } : null,
    criteria,
    shownFor: desk.kind === 'lead' ? performance.now() - desk.shownAt : Infinity,
    singleKeys,
  }
}
