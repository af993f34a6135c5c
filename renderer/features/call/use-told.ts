import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import { useAnnouncer } from '#renderer/ui/announce'
import type { CallStore } from './call-store.ts'

/** Says aloud what was saved or taken back; what went wrong also stays in sight. */
export function useTold(store: CallStore): void {
  const { t } = useTranslation()
  const { say, notify } = useAnnouncer()
  const told = useStore(store, (state) => state.told)
  useEffect(() => {
    if (!told) return
    if (told.kind === 'notDialled') {
      return notify({ text: t('call.notDialled', { number: told.uri.replace(/^\w+:/, '') }) })
    }
    if (told.kind === 'notUndone') return notify({ text: t(`call.undoRefused.${told.reason}`), tone: 'bad' })
    const { desk } = store.getState()
    const next = desk.kind === 'lead' ? desk.card.person.name : ''
    const words = { outcome: t(`call.outcome.${told.outcome}`), name: told.name, next }
    if (told.kind === 'undone') return notify({ text: t('call.said.undone', words) })
    say(t(next ? 'call.said.logged' : 'call.said.loggedLast', words))
  }, [told, store, t, say, notify])
}
