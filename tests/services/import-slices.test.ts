import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'

import { inStretches, newPace, slicesOf } from '#electron/services/import/slices'
import { testApp } from '../helpers/test-app.ts'

it('a deed that stops within its stretch is done for every number once, in order, and says how far it came', async () => {
  const app = testApp()
  onTestFinished(() => app.close())
  const never = () => false
  const slices = slicesOf(app.db, never, never)
  const ways = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 300 }), ways, async (to, most) => {
      const [did, told] = [[] as number[], [] as number[]]
      let turn = 0
      await inStretches(
        slices,
        { from: 0, to, done: (at) => void told.push(at) },
        newPace(),
        (from, until) => {
          const last = Math.min(until, from + (most[turn++ % most.length] ?? 1))
          for (let n = from + 1; n <= last; n++) did.push(n)
          return last
        },
      )
      expect(did).toEqual(Array.from({ length: to }, (_, n) => n + 1))
      expect(told.at(-1) ?? 0).toBe(to)
      expect(told).toEqual(told.toSorted((a, b) => a - b))
    }),
    { numRuns: 30 },
  )
})
