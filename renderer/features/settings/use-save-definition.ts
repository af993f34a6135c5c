import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Input, Output } from '#shared/contract/api'
import type { Definition } from '#shared/domain/bant'
import { useAnnouncer } from '#renderer/ui/announce'
import { useErrorWords } from '#renderer/ui/error-words'

type Reply = Output<'definition.save'>
type Refused = Extract<Reply, { kind: 'refused' }>['reasons']

/** Readonly here, plain JSON on the wire: the same thing. */
export const onWire = (definition: Definition) => definition as Input<'definition.save'>['definition']

/** Saves a version; `refused` says in words why not. Resolves to whether it was saved. */
export function useSaveDefinition(call: Call, nameOf: (criterion: string) => string, onSaved: () => void) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [reasons, setReasons] = useState<Refused>([])
  const [failure, setFailure] = useState<string | null>(null)
  const clear = () => {
    setReasons([])
    setFailure(null)
  }
  const save = async (definition: Definition): Promise<boolean> => {
    clear()
    try {
      const reply = await call('definition.save', { definition: onWire(definition) })
      if (reply.kind === 'refused') {
        setReasons(reply.reasons)
        return false
      }
      notify({ text: t('definition.saved', { version: reply.version }) })
      onSaved()
      return true
    } catch (error) {
      setFailure(errorWords(error))
      return false
    }
  }
  const words = reasons.map(({ reason, subject }) =>
    t(`definition.refused.${reason}`, { subject: subject === null ? '' : nameOf(subject) }),
  )
  return { save, refused: failure === null ? [...new Set(words)] : [failure], clear }
}
