import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import type { Input } from '#shared/contract/api'
import { SHIPPED_REASONS, type ReasonEntry } from '#shared/domain/reason-set'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
let eva: string
beforeEach(() => {
  app = deskApp()
  eva = app.given.rep('Eva Sanz', 'admin')
})
afterEach(() => app.close())

type Entries = Input<'reason.save'>['set']
const OWN: ReasonEntry = {
  code: 'no_need/makes_it',
  label: { es: 'Lo fabrican ellos', en: 'They make it' },
  on: true,
  exit: 'keep',
  days: 400,
}
/** What ships, with some of it otherwise, and the team's own at its end. */
const set = (changes: Record<string, Partial<ReasonEntry>> = {}, ...own: ReasonEntry[]): Entries =>
  structuredClone([...SHIPPED_REASONS.map((entry) => ({ ...entry, ...changes[entry.code] })), ...own])
async function save(reasons: Entries, from: string | null = null) {
  app.sit(eva)
  const reply = await app.call('reason.save', { set: reasons, from })
  app.sit(app.lucia)
  return reply
}
const lead = (leadId: string) =>
  app.rows<{ stage: string; reason: string; wakes_at: number | null }>('leads', `id = '${leadId}'`)[0]
const bucketOf = (leadId: string) =>
  app.rows<{ bucket: string; ready_at: number }>('queue', `lead_id = '${leadId}'`)[0] ?? null
const exits = async () =>
  (await app.call('exits.view', {})).rows.map(({ reason, exit, closed }) => [reason, exit, closed])

describe('a version of the reasons', () => {
  it('is what a call is closed by from its day on; what was closed before keeps what was said then', async () => {
    const [ana, luis] = [app.lead('Ana Ruiz'), app.lead('Luis Peña')]
    expect(await save(set({ no_need: { days: 90, exit: 'keep' } }), '2026-03-11')).toMatchObject({
      version: 1,
    })
    await app.log(ana, 'not_interested', { reason: 'no_need' })
    const before = lead(ana)
    app.clock.advance(DAY)
    await app.log(luis, 'not_interested', { reason: 'no_need' })
    const days = (id: string) => Math.round(((lead(id)?.wakes_at ?? 0) - app.deps.now()) / DAY)
    expect([days(ana), days(luis)]).toEqual([179, 90])
    // Reviewed in the queue by the version of its own time; the other is kept, and comes no more.
    app.db.transaction((tx) => refresh(tx, app.deps, [ana, luis]))
    expect(lead(ana)).toEqual(before)
    expect([bucketOf(ana)?.bucket, bucketOf(luis)]).toEqual(['review', null])
  })

  it('says for how long a second refusal closes', async () => {
    const ana = app.lead('Ana Ruiz')
    await save(set({ refused: { again: 200 } }))
    const days = () => Math.round(((lead(ana)?.wakes_at ?? 0) - app.deps.now()) / DAY)
    await app.log(ana, 'not_interested', { reason: 'refused' })
    expect([lead(ana)?.stage, days()]).toEqual(['nurture', 60])
    await app.log(ana, 'not_interested', { reason: 'refused' })
    expect([lead(ana)?.stage, days()]).toEqual(['disqualified', 200])
  })

  it('offers the team’s own, counted apart and under its name; what was switched off is refused', async () => {
    const [ana, luis] = [app.lead('Ana Ruiz'), app.lead('Luis Peña')]
    await save(set({ competitor: { on: false } }, OWN))
    await app.log(ana, 'not_interested', { reason: OWN.code })
    expect(lead(ana)).toMatchObject({ stage: 'disqualified', reason: OWN.code })
    expect(await exits()).toEqual([[OWN.code, 'keep', 1]])
    expect(await app.call('app.state', {})).toMatchObject({
      words: { es: { [`reason.${OWN.code}`]: 'Lo fabrican ellos' } },
    })
    const refused = await app.log(luis, 'disqualified', { reason: 'competitor' })
    expect(refused).toMatchObject({ kind: 'refused', reasons: ['reason-off'] })
    const stray = await app.log(luis, 'disqualified', { reason: OWN.code })
    expect(stray).toMatchObject({ kind: 'refused', reasons: ['reason-not-for-this-outcome'] })
    // Taken out again: its name stays with what was closed, and nobody is offered it.
    await save(set())
    const { reasons, words } = await app.call('app.state', {})
    expect(reasons.find(({ code }) => code === OWN.code)).toMatchObject({ on: false })
    expect(words.en[`reason.${OWN.code}`]).toBe('They make it')
  })

  it('sends a reason to nurture whichever key was pressed, and undo takes all of it back', async () => {
    const ana = app.lead('Ana Ruiz')
    const before = lead(ana)
    await save(set({ student: { exit: 'nurture', days: 100 } }))
    await app.log(ana, 'disqualified', { reason: 'student' })
    expect(lead(ana)).toMatchObject({ stage: 'nurture', reason: 'student' })
    expect(bucketOf(ana)?.ready_at).toBeGreaterThan(NOW + 98 * DAY)
    await app.call('call.undo', {})
    expect(lead(ana)).toEqual(before)
  })

  it('offers an alternative for whichever reason has that exit, by the version it was closed under', async () => {
    const [ana, luis] = [app.lead('Ana Ruiz'), app.lead('Luis Peña')]
    app.given.list('Otro producto')
    await save(set({ company_too_small: { exit: 'alternative' } }))
    await app.log(ana, 'disqualified', { reason: 'company_too_small' })
    await save(set())
    await app.log(luis, 'disqualified', { reason: 'company_too_small' })
    expect(await app.call('alternative.get', { leadId: ana })).toMatchObject({ made: null })
    expect(await app.call('alternative.get', { leadId: luis })).toBeNull()
  })

  it('rolls back as a version of its own, and only an admin saves one', async () => {
    await save(set({ no_need: { days: 60 } }))
    app.sit(eva)
    expect(await app.call('reason.restore', { version: 0, from: null })).toMatchObject({ version: 2 })
    const { inForce, versions } = await app.call('reason.get', {})
    expect([inForce, versions.length]).toEqual([2, 3])
    expect(versions[0]?.set).toEqual(versions[2]?.set)
    expect(await app.call('reason.save', { set: set(), from: '2026-03-09' })).toMatchObject({
      kind: 'refused',
      reasons: [{ reason: 'from-in-the-past' }],
    })
    app.sit(app.lucia)
    await expect(app.call('reason.save', { set: set(), from: null })).rejects.toMatchObject({
      reason: 'needs-admin',
    })
  })
})
