import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BANT } from '#shared/domain/bant'
import { boardOf } from '#shared/domain/board'
import { gradeOfDate, lastDayOf, TIMELINE_GRADES } from '#shared/domain/timeline'

const TODAY = '2026-02-10'

describe('a timeline', () => {
  it.each([
    ['2026-02-10', 'now'],
    ['2026-03-12', 'now'],
    ['2026-03-13', 'this_quarter'],
    ['2026-03-31', 'this_quarter'],
    ['2026-04-01', 'next_quarter'],
    ['2026-06-30', 'next_quarter'],
    ['2026-07-01', 'within_a_year'],
    ['2027-02-10', 'within_a_year'],
    ['2027-02-11', 'no_date'],
    [null, 'no_date'],
  ])('of %s reads %s', (date, grade) => expect(gradeOfDate(date, TODAY)).toBe(grade))

  it('moves with the calendar, and is stale once its date passed', () => {
    const answer = {
      criterion: 'timeline',
      state: 'answered',
      grade: 'next_quarter',
      at: Date.UTC(2026, 1, 10),
      date: '2026-06-30',
      borrowed: false,
    } as const
    const at = (day: string) => {
      const board = boardOf(BANT, [answer], Date.parse(`${day}T12:00Z`), 'Europe/Madrid')
      const line = board.lines.at(-1)
      return [line?.grade, line?.standing, board.now]
    }
    expect(at('2026-02-10')).toEqual(['next_quarter', 'fresh', 1250])
    expect(at('2026-04-01')).toEqual(['this_quarter', 'fresh', 2000])
    expect(at('2026-05-31')).toEqual(['now', 'fresh', 2500])
    expect(at('2026-06-30')).toEqual(['now', 'fresh', 2500])
    expect(at('2026-07-01').slice(1)).toEqual(['stale', 0])
  })

  it('chosen by its grade is stored as the last day that the grade covers, and reads as it or sooner', () => {
    expect(TIMELINE_GRADES.map((grade) => lastDayOf(grade, TODAY))).toEqual([
      '2026-03-12',
      '2026-03-31',
      '2026-06-30',
      '2027-02-10',
      null,
    ])
    const anyDay = fc.date({ min: new Date('2024-01-01'), max: new Date('2032-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...TIMELINE_GRADES), (day, grade) => {
        const today = day.toISOString().slice(0, 10)
        const read = gradeOfDate(lastDayOf(grade, today), today)
        expect(TIMELINE_GRADES.indexOf(read)).toBeLessThanOrEqual(TIMELINE_GRADES.indexOf(grade))
      }),
    )
  })

  it('follows the quarters of the workspace', () => {
    expect(lastDayOf('this_quarter', '2026-12-31')).toBe('2026-12-31')
    expect(lastDayOf('next_quarter', '2026-12-31')).toBe('2027-03-31')
    expect(lastDayOf('this_quarter', '2026-02-10', 2)).toBe('2026-04-30')
    expect(lastDayOf('this_quarter', '2026-01-31', 2)).toBe('2026-01-31')
    expect(lastDayOf('next_quarter', '2026-02-10', 2)).toBe('2026-07-31')
  })
})
