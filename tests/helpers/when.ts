import { Temporal } from 'temporal-polyfill'

import { understand } from '#shared/domain/when'

/** Tuesday 10 March 2026, 10:00 in Madrid. */
export const NOW = Date.UTC(2026, 2, 10, 9)
export const ZONE = 'Europe/Madrid'
export const in_ = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

/** `2026-03-12 10:00`, with `~` when only a day was said. */
export const read = (text: string, now = NOW, zone = ZONE) =>
  understand(text, now, zone).map(({ at, hasTime }) => {
    const there = in_(zone, at)
    return `${there.toPlainDate().toString()} ${there.toPlainTime().toString().slice(0, 5)}${hasTime ? '' : ' ~'}`
  })
export const at = (local: string, zone = ZONE) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
