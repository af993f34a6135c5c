import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Input } from '#shared/contract/api'
import { SHIPPED_OUTCOMES } from '#shared/domain/outcome-set'
import { DAY } from '#shared/lib/time'
import { admin, bring, edited, exported } from '../helpers/config.ts'
import { type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => {
  app = admin()
})
afterEach(() => app.close())

describe('what is planned for a day', () => {
  const named = (key: string) =>
    structuredClone(
      SHIPPED_OUTCOMES.map((entry) => (entry.code === 'voicemail' ? { ...entry, key } : entry)),
    ) as Input<'outcome.save'>['set']
  const keyOf = async (of: DeskApp) =>
    (await of.call('app.state', {})).outcomes.find(({ code }) => code === 'voicemail')?.key
  const plan = async (of: DeskApp) => {
    await of.call('outcome.save', { set: named('Z'), from: '2026-03-20' })
    return exported(of)
  }

  it('is in the file, and begins there as here', async () => {
    const text = await plan(app)
    const other = admin()
    const told = await other.call('config.preview', { text })
    const planned = told.kind === 'read' ? told.changed.find(({ section }) => section === 'planned') : null
    expect(planned?.changes).toContainEqual({
      path: ['outcomes', '2026-03-20', 'voicemail', 'key'],
      before: null,
      after: 'Z',
    })
    // Only what is otherwise than now is told.
    expect(new Set(planned?.changes.map(({ path }) => path[2]))).toEqual(new Set(['voicemail']))
    await bring(text, other)
    expect(await keyOf(other)).toBe('3')
    other.clock.advance(15 * DAY)
    expect(await keyOf(other)).toBe('Z')
    other.close()
  })

  it('holds at once where its day has come, and stays planned when something else is brought in', async () => {
    const text = await plan(app)
    const late = admin()
    late.clock.advance(15 * DAY)
    await bring(text, late)
    expect(await keyOf(late)).toBe('Z')
    late.close()
    const busy = edited(text, (sections) => {
      delete sections['planned']
      const outcomes = sections['outcomes'] as { code: string; key: string }[]
      Object.assign(outcomes.find(({ code }) => code === 'busy') ?? {}, { key: 'Y' })
    })
    await bring(busy, app)
    expect(await keyOf(app)).toBe('3')
    app.clock.advance(15 * DAY)
    expect(await keyOf(app)).toBe('Z')
  })
})
