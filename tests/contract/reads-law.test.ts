import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { deviceCounters } from '#electron/db/device'
import { REPORTS } from '#electron/engine/reports'
import { READS } from '#shared/contract/reads'
import { anyInput, withIds } from '../helpers/any-input.ts'
import { busyDesk, idIn } from '../helpers/busy-desk.ts'

it('law: what only reads keeps nothing, whatever it is asked', async () => {
  const world = await busyDesk()
  const { app } = world
  /** Every fact takes a number; what is typed stands on a draft. */
  const kept = () => [
    deviceCounters(app.db),
    app
      .rows('drafts')
      .map(({ note }) => note)
      .filter(Boolean),
  ]
  const answered = new Set<string>()
  try {
    for (const method of READS)
      for (const input of fc.sample(anyInput(method), 20)) {
        app.clock.advance(1000)
        const before = kept()
        const asked = withIds(input, (wanted) => idIn(world, [], wanted))
        if ((await app.dispatch(method, asked)).ok) answered.add(method)
        expect([method, kept()]).toEqual([method, before])
      }
  } finally {
    app.close()
  }
  expect(answered.size / READS.size).toBeGreaterThan(2 / 3)
})

it('whatever the reader answers only reads', () => {
  const methods: ReadonlySet<string> = READS
  expect([...REPORTS].filter((method) => !methods.has(method))).toEqual([])
})
