import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import { understand } from '#shared/domain/when'
import { NOW, ZONE } from '../helpers/when.ts'

/** Of Tuesday 10 March 2026. */
const dayOf = (text: string, quarterStart: number | null) =>
  understand(text, NOW, ZONE, quarterStart).map(({ at }) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainDate().toString(),
  )

describe('a quarter in words', () => {
  it.each([
    ['next quarter', 1, '2026-04-01'],
    ['el próximo trimestre', 1, '2026-04-01'],
    ['para el trimestre que viene', 1, '2026-04-01'],
    ['en el siguiente trimestre', 1, '2026-04-01'],
    ['next quarter', 2, '2026-05-01'],
    ['Q3', 1, '2026-07-01'],
    ['T3', 1, '2026-07-01'],
    ['3T', 1, '2026-07-01'],
    ['in the third quarter', 1, '2026-07-01'],
    ['en el segundo trimestre', 1, '2026-04-01'],
    // The first began in January: the next is a year ahead, on its first working day.
    ['Q1', 1, '2027-01-01'],
    ['q1 2028', 1, '2028-01-03'],
    ['primer trimestre de 2028', 1, '2028-01-03'],
    ['Q1', 4, '2026-04-01'],
    ['Q4', 4, '2027-01-01'],
  ] as const)('%s, where a year of them begins in month %i', (text, start, day) =>
    expect(dayOf(text, start)).toEqual([day]),
  )

  it.each(['next quarter', 'Q3', 'el próximo trimestre'])(
    '%s is not read where nobody knows when quarters begin',
    (text) => expect(dayOf(text, null)).toEqual([]),
  )

  it.each(['Q5', 'monday Q2 tuesday', 'cuarto', 'Q1 2020'])('%s is none', (text) =>
    expect(dayOf(text, 1)).toEqual([]),
  )
})

it.each(['next year', 'el año que viene', 'el próximo año'])('%s is when people are back', (text) =>
  expect(dayOf(text, null)).toEqual(['2027-01-07']),
)
