import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { useFormat, type Format } from '#renderer/ui/format'

export type Back = Extract<Output<'call.undo'>, { kind: 'undone' }>['back'][number]
type BackOf<W extends Back['what']> = Extract<Back, { what: W }>
type Words = { [W in Back['what']]: (back: BackOf<W>, t: TFunction, format: Format) => string }

const dateOf = (
  which: 'gone' | 'again',
  { kind, agreed, dueAt }: BackOf<'dateGone' | 'dateAgain'>,
  t: TFunction,
  format: Format,
) => {
  const said = kind !== 'call' ? 'step' : agreed ? 'promise' : 'followUp'
  return t(`call.back.${which}.${said}`, { kind: t(`call.kind.${kind}`), when: format.moment(dueAt) })
}

const WORDS: Words = {
  suppression: ({ scope }, t) => t(`call.back.${scope}`),
  stage: ({ from, to }, t) =>
    t('call.back.stage', { from: t(`common.stage.${from}`), to: t(`common.stage.${to}`) }),
  dateGone: (back, t, format) => dateOf('gone', back, t, format),
  dateAgain: (back, t, format) => dateOf('again', back, t, format),
  counters: ({ dials, attempts }, t) => t('call.back.counters', { dials, attempts }),
  owner: ({ name }, t) => (name === null ? t('call.back.nobodys') : t('call.back.owner', { name })),
  referral: ({ name, stays }, t) => t(stays ? 'call.back.referralStays' : 'call.back.referralGone', { name }),
  alternative: ({ list, stays }, t) =>
    t(stays ? 'call.back.alternativeStays' : 'call.back.alternativeGone', { list }),
  number: ({ number }, t) => t('call.back.dialable', { number }),
  note: (_, t) => t('call.back.note'),
}

/** What an undo took back, in one sentence; empty when there was nothing but the outcome itself. */
export function useBackWords(back: readonly Back[] | null): string {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const parts = (back ?? []).map((each) =>
      // The table pairs each kind with its words; the compiler cannot follow that through a union.
      (WORDS[each.what] as (back: Back, t: TFunction, format: Format) => string)(each, t, format),
    )
    const sentence = parts.join('; ')
    return sentence && `${sentence.charAt(0).toLocaleUpperCase(format.locale)}${sentence.slice(1)}.`
  }, [back, t, format])
}
