import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import { useAnnouncer } from '#renderer/ui/announce'
import { useBackWords } from './back-words.ts'
import type { CallStore } from './call-store.ts'
import { takenWords } from './desk-notice.tsx'
import { toldOutcome } from './told-outcome.ts'

/** Says aloud what was saved or taken back. */
export function useTold(store: CallStore): void {
  const { t } = useTranslation()
  const { say, notify } = useAnnouncer()
  const told = useStore(store, (state) => state.told)
  const back = useBackWords(told?.kind === 'undone' ? told.back : null)
  useEffect(() => {
    if (!told) return
    // On an empty desk no line would show it.
    if (told.kind === 'taken' && store.getState().desk.kind !== 'lead')
      return notify({ text: takenWords(told, t) })
    // The others are said by the line on the desk that shows them.
    if (told.kind !== 'logged' && told.kind !== 'undone') return
    const { desk } = store.getState()
    const next = desk.kind === 'lead' ? desk.card.person.name : ''
    const words = { outcome: toldOutcome(told, t), name: told.name, next }
    if (told.kind === 'undone') return say(`${t('call.said.undone', words)} ${back}`.trim())
    say(t(next ? 'call.said.logged' : 'call.said.loggedLast', words))
  }, [told, back, store, t, say, notify])
}
