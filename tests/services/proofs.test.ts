import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { api } from '#shared/contract/api'
import { OUTCOME_IDS } from '#shared/domain/outcome'
import { STAGES, type Stage } from '#shared/domain/stage'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
})
afterEach(() => app.close())

const BEYOND: readonly Stage[] = ['sql', 'opportunity', 'customer']
const stage = (): unknown => app.rows('leads', `id = '${ana}'`)[0]?.['stage']
const yesNo = [false, true]

/** A lead with just these proofs. A step without a call is one that nobody agreed to. */
async function given({ call, bant, step }: { call: boolean; bant: boolean; step: boolean }): Promise<void> {
  await app.open(ana)
  if (bant) await app.answerAll(ana)
  const date = { ...TOMORROW, agreed: step }
  await app.log(ana, 'callback', { spoke: call ? 'person' : 'other', step: date })
}

describe('no way leads to sql without the proofs', () => {
  const cases = yesNo.flatMap((call) => yesNo.flatMap((bant) => yesNo.map((step) => ({ call, bant, step }))))
  it.each(cases)('by hand, with %o, whoever asks and whatever they write', async (proofs) => {
    await given(proofs)
    const isAgreed = proofs.call && proofs.step
    for (const [rep, isLead] of [
      [app.lucia, false],
      [app.oscar, true],
    ] as const)
      for (const override of [null, ' ', 'their word is enough']) {
        app.sit(rep)
        const reply = await app.call('lead.move', { leadId: ana, to: 'sql', reason: 'x', override })
        const mayPass = proofs.bant || (isLead && override?.trim() === 'their word is enough')
        expect([rep, override, reply.kind]).toEqual([
          rep,
          override,
          isAgreed && mayPass ? 'moved' : 'refused',
        ])
        const changes = app.rows('stage_changes')
        if (reply.kind === 'moved') {
          const passed = proofs.bant ? null : app.oscar
          expect(changes.at(-1)).toMatchObject({ to_stage: 'sql', override_by: passed })
          return
        }
        expect(stage()).toBe('lead')
      }
  })

  it('by a call, with any outcome but the one that proves it', async () => {
    for (const outcome of OUTCOME_IDS) {
      await app.log(ana, outcome, { override: 'let it pass' })
      expect([outcome, BEYOND.includes(stage() as Stage)]).toEqual([outcome, false])
      app.clock.advance(1000)
      await app.call('call.undo', { reason: 'slip' })
    }
    app.sit(app.oscar)
    expect(await app.log(ana, 'qualified', { override: 'their word', step: null })).toMatchObject({
      kind: 'refused',
      reasons: ['proof-next-step'],
    })
    expect(await app.log(ana, 'qualified', { override: 'their word' })).toMatchObject({ kind: 'logged' })
    expect(app.rows('stage_changes').at(-1)).toMatchObject({ override_by: app.oscar })
  })

  it('by many at once: the contract has no such move', async () => {
    for (const to of BEYOND) {
      const deed = { kind: 'move', to, reason: null, words: 'x' }
      const reply = await app.dispatch('batch.run', { which: { ids: [ana] }, deed })
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    }
  })

  it('by any other request that takes a lead, a stage or an outcome', async () => {
    const ids = { leadId: ana, listId: app.list, repId: app.lucia, id: ana }
    const words = { reason: 'x', override: 'x', text: 'x', field: 'stage', value: 'sql', name: 'x' }
    for (const method of Object.keys(api))
      for (const to of STAGES)
        await app.dispatch(method, {
          ...ids,
          ...words,
          to,
          stage: to,
          changes: { stage: to },
          fields: { stage: to },
          which: { ids: [ana] },
          ids: [ana],
          deed: { kind: 'move', to, reason: null, words: 'x' },
        })
    expect(app.rows('stage_changes', `to_stage IN ('sql', 'opportunity', 'customer')`)).toEqual([])
    expect(BEYOND.includes(stage() as Stage)).toBe(false)
  })
})
