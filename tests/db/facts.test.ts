import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { MINUTE } from '#shared/lib/time'
import { nextClock } from '#electron/db/facts'
import { deskApp } from '../helpers/desk.ts'

describe('the logical clock', () => {
  it('sorts as text in the order things happened, whatever the wall clock does', () => {
    const walls = fc.array(fc.integer({ min: 0, max: 2 ** 45 }), { minLength: 2, maxLength: 50 })
    fc.assert(
      fc.property(walls, (times) => {
        let clock = ''
        for (const now of times) {
          const next = nextClock(clock, now, 'desk')
          expect(next > clock).toBe(true)
          clock = next
        }
      }),
    )
  })

  it('is the wall’s own time as long as that goes forward', () => {
    expect(nextClock('', 1_772_000_000_000, 'desk')).toBe('019c936e3800-000000-desk')
    expect(nextClock('019c936e3800-000000-desk', 1_772_000_000_000, 'desk')).toBe('019c936e3800-000001-desk')
    expect(nextClock('019c936e3800-000001-desk', 5, 'desk')).toBe('019c936e3800-000002-desk')
  })
})

describe('a stamp', () => {
  it('numbers the facts of a device without gaps, across kinds and undos', async () => {
    const app = deskApp()
    const id = app.lead('Ana Ruiz', { phones: 2 })
    await app.open(id)
    await app.answerAll(id)
    await app.log(id, 'wrong_number')
    await app.call('call.undo', {})
    app.clock.advance(MINUTE)
    await app.log(id, 'referred')
    await app.log(id, 'callback', { step: null })
    const tables = [
      'calls',
      'answers',
      'stage_changes',
      'promises',
      'assignments',
      'suppressions',
      'edits',
      'undos',
    ]
    const facts = tables.flatMap((table) => app.rows<{ seq: number; clock: string; device: string }>(table))
    const bySeq = facts.toSorted((a, b) => a.seq - b.seq)
    expect(bySeq.map(({ seq }) => seq)).toEqual(bySeq.map((_, index) => index + 1))
    expect(bySeq.map(({ clock }) => clock)).toEqual(bySeq.map(({ clock }) => clock).toSorted())
    expect(new Set(facts.map(({ device }) => device)).size).toBe(1)
    app.close()
  })

  it('is never written twice over: facts cannot be changed or deleted', async () => {
    const app = deskApp()
    const id = app.lead('Ana Ruiz')
    await app.log(id, 'no_answer')
    for (const change of [`UPDATE calls SET outcome = 'qualified'`, `DELETE FROM calls`])
      expect(() => app.db.run(change)).toThrow(
        expect.objectContaining({
          cause: expect.objectContaining({ message: expect.stringMatching(/facts/) }),
        }),
      )
    app.close()
  })
})
