import { expect, it } from 'vitest'

import { formatOf } from '../../renderer/ui/format.ts'

const en = formatOf('en-GB')
const es = formatOf('es-ES')

it('scores show one decimal when not whole, cut and never rounded up', () => {
  expect(en.points(5750)).toBe('57.5')
  expect(en.points(7496)).toBe('74.9')
  expect(en.points(7499)).toBe('74.9')
  expect(en.points(7500)).toBe('75')
  expect(es.points(5750)).toBe('57,5')
})

it('what happened this very minute happened now', () => {
  expect(es.ago(1_000_000, 1_020_000)).toBe('ahora')
  expect(en.ago(1_000_000, 1_020_000)).toBe('now')
  expect(en.ago(1_000_000, 1_060_000)).toMatch(/^1 min/)
})

it('money has no cents that say nothing', () => {
  expect(es.money(4_000_000, 'EUR').replaceAll('\u00a0', ' ')).toBe('40.000 €')
  expect(en.money(4_000_050, 'EUR')).toBe('€40,000.50')
})

it('a moment says day and hour where the person is', () => {
  const at = Date.UTC(2026, 10, 26, 9)
  expect(en.moment(at, 'Europe/Madrid')).toBe('Thu 26 Nov 10:00')
  expect(en.moment(at, 'Atlantic/Canary')).toBe('Thu 26 Nov 09:00')
  expect(es.moment(at, 'Europe/Madrid')).toBe('jue 26 nov 10:00')
})

it('clocks count minutes, then hours', () => {
  expect(en.clock(134)).toBe('02:14')
  expect(en.clock(3600 + 134)).toBe('1:02:14')
})

it('dates, numbers and weeks are those of the region', () => {
  const us = formatOf('en-US')
  const mx = formatOf('es-MX')
  expect(us.date('2026-11-26')).toBe('Nov 26, 2026')
  expect(mx.decimal(12345.6)).toBe('12,345.6')
  const week = [1, 2, 3, 4, 5, 6, 7]
  expect(es.byWeek(1, 7)).toBeLessThan(0)
  expect(week.toSorted(us.byWeek)).toEqual([7, 1, 2, 3, 4, 5, 6])
})
