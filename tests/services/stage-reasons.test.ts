import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { REASON_IDS, type ReasonId } from '#shared/domain/reason'
import type { Stage } from '#shared/domain/stage'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let eva: string
beforeEach(() => {
  app = deskApp()
  app.sit(app.oscar)
  eva = app.lead('Eva Roa', { bornAs: 'sql', stage: 'sql' })
})
afterEach(() => app.close())

/** PRODUCT.md section 8, first column; all others close. */
const SLEEP: readonly ReasonId[] = [
  'refused',
  'timing',
  'no_budget',
  'competitor_contract',
  'no_authority',
  'unreachable',
]
const EXITS = ['nurture', 'disqualified', 'lost', 'mql'] as const
const CASES = REASON_IDS.flatMap((reason) =>
  EXITS.map((to) => ({ reason, to, fits: to === (SLEEP.includes(reason) ? 'nurture' : 'disqualified') })),
)

const move = (to: Stage, reason: string) =>
  app.call('lead.move', { leadId: eva, to, reason, words: 'so they said', override: null })
const preview = (to: 'nurture' | 'disqualified' | 'mql', reason: ReasonId) => {
  const deed = { kind: 'move', to, reason, words: 'so they said' } as const
  return app.call('batch.preview', { which: { ids: [eva] }, deed })
}
const REFUSED = { kind: 'refused', reasons: ['reason-elsewhere'] }

describe('a reason fits the exit that it is given for', () => {
  it.each(CASES)('$reason, $to: $fits', async ({ reason, to, fits }) => {
    expect(await move(to, reason)).toEqual(fits ? { kind: 'moved', stage: to } : REFUSED)
    expect(app.rows('stage_changes')).toHaveLength(fits ? 1 : 0)
  })

  it.each(CASES)('for many at once: $reason, $to: $fits', async ({ reason, to, fits }) => {
    if (to === 'lost') return
    const refused = fits ? [] : [{ reason: 'reason-elsewhere', count: 1 }]
    expect(await preview(to, reason)).toEqual({ total: 1, change: fits ? 1 : 0, refused })
  })

  it('and words fit any', async () => {
    expect(await move('nurture', 'so they said')).toEqual({ kind: 'moved', stage: 'nurture' })
    expect(await move('disqualified', 'and then not')).toEqual({ kind: 'moved', stage: 'disqualified' })
  })

  it('a second refusal closes, and sleeps no more', async () => {
    await move('nurture', 'refused')
    await move('lead', 'once more')
    expect(await move('nurture', 'refused')).toEqual(REFUSED)
    expect((await preview('nurture', 'refused')).change).toBe(0)
    expect((await preview('disqualified', 'refused')).change).toBe(1)
    expect(await move('disqualified', 'refused')).toEqual({ kind: 'moved', stage: 'disqualified' })
  })

  it('as the team has set it', async () => {
    app.sit(app.given.rep('Irene Sol', 'admin'))
    const { reasons } = await app.call('app.state', {})
    const set = reasons.map((each) =>
      each.code === 'no_need' ? { ...each, label: null, exit: 'nurture' as const } : { ...each, label: null },
    )
    await app.call('reason.save', { set, from: null })
    expect(await move('disqualified', 'no_need')).toEqual(REFUSED)
    expect(await move('nurture', 'no_need')).toEqual({ kind: 'moved', stage: 'nurture' })
  })
})
