import { expect, it } from 'vitest'

import { engineClock } from '#electron/services/clock'

it("is the machine's clock when nothing else was asked for, or what was asked for makes no sense", () => {
  for (const asked of [undefined, '', 'soon']) expect(engineClock(asked, () => 1234)()).toBe(1234)
})

it('starts where it was told to, and runs on', () => {
  let machine = 1_000_000
  const now = engineClock('2026-03-10T09:00:00Z', () => machine)
  expect(now()).toBe(Date.UTC(2026, 2, 10, 9))
  machine += 5000
  expect(now()).toBe(Date.UTC(2026, 2, 10, 9, 0, 5))
})
