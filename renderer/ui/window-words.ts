import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { useFormat, type Format } from './format.ts'
import { dayKey } from './intl.ts'

/** The shape of the contract's `window`. */
type CallWindow = {
  zones: readonly string[]
  open: boolean
  changesAt: number | null
  several: boolean
}
type WindowWords = (window: CallWindow, now: number) => { text: string; isClosing: boolean }

const MINUTE = 60_000
/** From here on it says how many minutes are left. */
const CLOSING = 30

/** `10:42 there, closes 14:00`. */
export function useWindowWords(): WindowWords {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => (window, now) => wordsOf(window, now, t, format), [t, format])
}

function wordsOf({ zones, open, changesAt }: CallWindow, now: number, t: TFunction, format: Format) {
  const times = [...new Set(zones.map((zone) => format.time(now, zone)))]
  const [time, other] = times
  const there = !time
    ? t('call.thereUnknown')
    : other
      ? t('call.thereOr', { time, other: times.at(-1) ?? other })
      : t('call.there', { time })
  if (changesAt === null)
    return { text: open ? there : `${there}, ${t('call.neverOpens')}`, isClosing: false }
  const left = Math.ceil((changesAt - now) / MINUTE)
  const isClosing = open && left <= CLOSING
  const at = sameDayIn(zones[0], changesAt, now)
    ? format.time(changesAt, zones[0])
    : format.moment(changesAt, zones[0])
  const change = isClosing
    ? t('call.closesIn', { time: t('common.minutes', { count: Math.max(0, left) }) })
    : t(open ? 'call.closes' : 'call.opens', { time: at })
  return { text: `${there}, ${change}`, isClosing }
}

const sameDayIn = (zone: string | undefined, a: number, b: number): boolean =>
  dayKey(a, zone) === dayKey(b, zone)
