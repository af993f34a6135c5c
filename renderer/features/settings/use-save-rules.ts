import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Input, Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'

type Refused = Extract<Output<'rules.save'>, { kind: 'refused' }>['reasons']

/** Saves a version; `refused` says in words why not. */
export function useSaveRules(call: Call, nameOf: (subject: string) => string, onSaved: () => void) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [reasons, setReasons] = useState<Refused>([])
  const done = (reply: Output<'rules.save'>) => {
    if (reply.kind === 'refused') return setReasons(reply.reasons)
    setReasons([])
    notify({ text: t('settings.savedVersion', { version: reply.version }) })
    onSaved()
  }
  const save = async (rules: Input<'rules.save'>) => done(await call('rules.save', rules))
  const restore = async (version: number) => done(await call('rules.restore', { version }))
  const refused = reasons.map(({ reason, subject, why }) =>
    t(`scoring.refused.${reason}`, {
      subject: subject === null ? '' : nameOf(subject),
      why: why ? t(`scoring.why.${why}`) : '',
    }),
  )
  return { save, restore, refused, clear: () => setReasons([]) }
}
