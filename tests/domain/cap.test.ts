import { expect, it } from 'vitest'

import { capsReached, type Dials } from '#shared/domain/cap'

const at = (time: string, day = '2026-03-10') => Date.parse(`${day}T${time}:00+01:00`)
const NOW = at('12:00')
const TOMORROW = at('00:00', '2026-03-11')
const NONE: Dials = { person: [], company: [], numbers: [] }
const caps = (dials: Partial<Dials>, zone = 'Europe/Madrid', now = NOW) =>
  capsReached({ ...NONE, ...dials }, zone, now).map(({ why, until }) => [why, until])

it('2 dials a person a day', () => {
  expect(caps({ person: [at('09:00')] })).toEqual([])
  expect(caps({ person: [at('09:00'), at('11:00')] })).toEqual([['cap_person', TOMORROW]])
  expect(caps({ person: [at('09:00', '2026-03-09'), at('11:00')] })).toEqual([])
})

it('what was dialled before the clock was set back counts', () => {
  expect(caps({ person: [at('12:30'), at('12:45')] })).toEqual([['cap_person', TOMORROW]])
  expect(caps({ person: [at('00:30', '2026-03-11'), at('11:00')] })).toEqual([])
})

it('a day is the day where the person is', () => {
  const late = [at('00:30'), at('11:00')]
  expect(caps({ person: late })).toHaveLength(1)
  expect(caps({ person: late }, 'Atlantic/Canary')).toEqual([])
})

it('3 dials a company a day', () => {
  expect(caps({ company: [at('09:00'), at('10:00')] })).toEqual([])
  expect(caps({ company: [at('09:00'), at('10:00'), at('11:00')] })).toEqual([['cap_company', TOMORROW]])
})

it('2 dials a number a day, a switchboard 3, and a number that is left keeps the lead callable', () => {
  const twice = { switchboard: false, dials: [at('09:00'), at('10:00')] }
  expect(caps({ numbers: [twice] })).toEqual([['cap_number', TOMORROW]])
  expect(caps({ numbers: [twice, { switchboard: false, dials: [] }] })).toEqual([])
  expect(caps({ numbers: [{ ...twice, switchboard: true }] })).toEqual([])
  const thrice = { switchboard: true, dials: [...twice.dials, at('11:00')] }
  expect(caps({ numbers: [thrice] })).toEqual([['cap_number', TOMORROW]])
})

it('8 dials a person in rolling 30 days, until the oldest of them is 30 days old', () => {
  const days = Array.from({ length: 8 }, (_, n) => at('10:00', `2026-02-${String(12 + n).padStart(2, '0')}`))
  expect(caps({ person: days.slice(1) })).toEqual([])
  expect(caps({ person: days })).toEqual([['cap_person', at('10:00', '2026-03-14')]])
  expect(caps({ person: days }, 'Europe/Madrid', at('10:00', '2026-03-14'))).toEqual([])
})
