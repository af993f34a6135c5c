import { expect, it } from 'vitest'

import { skipTimes } from '#shared/domain/skip-times'

const ZONE = 'Europe/Madrid'
const at = (text: string) => Date.parse(text)

it.each([
  ['a Tuesday morning', '2026-03-10T10:00+01:00', ['11:00', '16:00', 'Wed 09:00', 'Mon 09:00']],
  ['within the hour before the afternoon', '2026-03-10T15:00+01:00', ['16:00', 'Wed 09:00', 'Mon 09:00']],
  ['a Monday: the next one', '2026-03-09T10:00+01:00', ['11:00', '16:00', 'Tue 09:00', 'Mon 09:00']],
  ['over the change of clocks', '2026-03-28T10:00+01:00', ['11:00', '16:00', 'Sun 09:00', 'Mon 09:00']],
])('%s', (_, now, wanted) => {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' })
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short' })
  const words = skipTimes(at(now), ZONE).map(({ id, at: time }) =>
    id === 'hour' || id === 'afternoon'
      ? clock.format(time)
      : `${weekday.format(time)} ${clock.format(time)}`,
  )
  expect(words).toEqual(wanted)
  expect(skipTimes(at(now), ZONE).every((each) => each.at > at(now))).toBe(true)
})
