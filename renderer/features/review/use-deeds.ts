import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { useErrorWords } from '#renderer/ui/error-words'
import { toTitle } from '#renderer/ui/to-title'
import type { ReviewState } from './review-store.ts'
import type { ReviewDeeds } from './use-review-keys.ts'

/** What had it went with the pair. */
const keepFocus = () => {
  if (document.activeElement === document.body) toTitle()
}

/** What can be done with the pair in sight; each decision can be taken back where it is said. */
export function useDeeds({ merge, apart, undo, step, swap }: ReviewState): ReviewDeeds {
  const { t } = useTranslation()
  const { notify, say } = useAnnouncer()
  const wordsOf = useErrorWords()
  return useMemo(() => {
    const tried = (deed: Promise<void>) =>
      void deed.catch((error: unknown) => notify({ text: wordsOf(error), tone: 'bad' }))
    const takeBack = async () => {
      const done = await undo()
      keepFocus()
      const text = done ? t(`review.undone.${done.did}`, { name: done.name }) : t('review.nothingToUndo')
      notify({ text, about: 'review' })
    }
    const decide = async (deed: ReviewState['merge']) => {
      const done = await deed()
      if (!done) return
      keepFocus()
      const action = { label: t('review.undo'), onPress: () => tried(takeBack()) }
      notify({ text: t(`review.done.${done.did}`, { name: done.name }), about: 'review', action })
    }
    return {
      merge: () => tried(decide(merge)),
      apart: () => tried(decide(apart)),
      undo: () => tried(takeBack()),
      next: () => tried(step(1)),
      previous: () => tried(step(-1)),
      swap: () => {
        swap()
        say(t('review.swapped'))
      },
    }
  }, [merge, apart, undo, step, swap, notify, say, t, wordsOf])
}
