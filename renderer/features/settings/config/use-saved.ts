import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { SECTION_IDS } from '#shared/contract/config'
import { useAnnouncer } from '#renderer/ui/announce'
import { useErrorWords } from '#renderer/ui/error-words'
import type { Problem } from './config-words.ts'

type Saved = Output<'config.import'>

/** Says that it was saved, and offers to go back; what was refused stays where it was asked. */
export function useSaved(call: Call, onDone: () => void) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [failure, fail] = useState<string | null>(null)
  const undo = async (version: number) => {
    const reply = await call('config.restore', { version, sections: [...SECTION_IDS] })
    if (reply.kind === 'saved') notify({ text: t('config.undone') })
  }
  const saved = async (
    ask: () => Promise<Saved>,
    words: (version: number) => string,
    onRefused: (problems: Problem[]) => void,
  ) => {
    fail(null)
    try {
      const reply = await ask()
      if (reply.kind === 'refused') return onRefused(reply.problems)
      const { version, before } = reply
      if (version !== null)
        notify({
          text: words(version),
          action: { label: t('config.undo'), onPress: () => void undo(before) },
        })
      onDone()
    } catch (error) {
      fail(errorWords(error))
    }
  }
  return { saved, failure }
}
