import * as fc from 'fast-check'
import { expect, it } from 'vitest'

import { OUTCOME_IDS } from '#shared/domain/outcome'
import { STAGES, type Stage } from '#shared/domain/stage'
import { DAY } from '#shared/lib/time'
import { BEST, deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'
import { importFile } from '../helpers/import-file.ts'
import { BEYOND, isProven, type Change } from '../helpers/proven.ts'

type Who = { one: string; other: string }
type Deed = (app: DeskApp, who: Who) => Promise<unknown>

const people = (app: DeskApp, { one, other }: Who) =>
  [one, other].map((id) => app.rows<{ person_id: string }>('leads', `id = '${id}'`)[0]?.person_id ?? '')
const CSV = (stage: string) => `ID;Nombre;Teléfono;Etapa\r\nz1;Eva Roa;600999888;${stage}\r\n`

const OPPORTUNITY = {
  problem: 'merma',
  sizeValue: 6,
  sizeUnit: 'percent',
  consent: true,
  amountMinor: null,
  currency: null,
  expectedClose: null,
  contractReference: 'C-1',
  contractDate: '2026-03-20',
} as const
const lead = fc.constantFrom<keyof Who>('one', 'other')
const stage = fc.constantFrom(...STAGES)
const override = fc.constantFrom(null, ' ', 'their word')
const reason = fc.constantFrom(null, 'timing', 'in words')
/** On the way to where a hole would show. */
const ahead = fc.constantFrom<Stage>('mql', 'sql', 'sql', 'opportunity', 'customer', 'lead')
/** What every part of the contract that writes a stage can be asked for, by whoever sits there. */
const deed: fc.Arbitrary<Deed> = fc.oneof(
  lead.map((is) => async (app: DeskApp, who: Who) => {
    await app.open(who[is])
    await app.answerAll(who[is], BEST)
    return app.log(who[is], 'qualified', { step: { ...TOMORROW, kind: 'demo', at: app.clock.now() + DAY } })
  }),
  // Spoken with, and the next step agreed: only the second proof is open.
  fc.tuple(lead, ahead, override).map(([is, to, passed]) => async (app: DeskApp, who: Who) => {
    await app.log(who[is], 'callback', { step: { ...TOMORROW, at: app.clock.now() + DAY } })
    return app.call('lead.move', { leadId: who[is], to, reason: 'x', override: passed })
  }),
  // All that an opportunity and a contract ask for is saved.
  lead.map(
    (is) => (app: DeskApp, who: Who) => app.call('lead.opportunity', { ...OPPORTUNITY, leadId: who[is] }),
  ),
  fc
    .tuple(lead, fc.constantFrom(...OUTCOME_IDS), override, fc.boolean())
    .map(([is, outcome, passed, agreed]) => (app: DeskApp, who: Who) => {
      const at = app.clock.now() + DAY
      const step = outcome === 'callback' ? { step: { ...TOMORROW, at, agreed } } : {}
      return app.log(who[is], outcome, { ...step, override: passed })
    }),
  fc.tuple(lead, ahead, reason, override).map(
    ([is, to, why, passed]) =>
      (app: DeskApp, who: Who) =>
        app.call('lead.move', { leadId: who[is], to, reason: why, override: passed }),
  ),
  fc.constant<Deed>((app) => app.call('call.undo', { reason: 'slip' })),
  fc.boolean().map((byLead) => async (app: DeskApp) => app.sit(byLead ? app.oscar : app.lucia)),
  fc.constantFrom(1, 60, 91).map((days) => async (app: DeskApp) => app.clock.advance(days * DAY)),
  fc.constant<Deed>(async (app, who) => {
    const [keepId = '', otherId = ''] = people(app, who)
    return app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
  }),
  fc.constant<Deed>(async (app, who) => {
    const { pairingId = '' } =
      (await app.call('review.merges', { kind: 'person', id: people(app, who)[0] ?? '' }))[0] ?? {}
    return app.call('review.undo', { pairingId })
  }),
  stage.map(
    (to) => (app: DeskApp, who: Who) =>
      app.dispatch('batch.run', {
        which: { ids: [who.one, who.other] },
        deed: { kind: 'move', to, reason: 'timing', words: null },
      }),
  ),
  stage.map((to) => (app: DeskApp) => importFile(app, CSV(to))),
)

it('law: whatever is asked of the contract, in whatever order, nobody is an SQL without the proofs', async () => {
  const app = deskApp()
  const reached = new Set<string>()
  const seen = new Set<string>()
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 12 }), fc.boolean(), async (deeds, came) => {
        const who = {
          one: app.lead('Ana Ruiz'),
          other: app.lead('Ana Gil', came ? { bornAs: 'sql', stage: 'sql' } : {}),
        }
        for (const each of deeds) {
          await each(app, who).catch(() => null)
          for (const change of app.rows<Change>('stage_changes').filter(({ id }) => !seen.has(id))) {
            seen.add(change.id)
            if (!BEYOND.includes(change.to_stage)) continue
            reached.add(change.to_stage)
            expect([change.to_stage, isProven(app, change)]).toEqual([change.to_stage, true])
          }
        }
        // Nobody is there without such a change either, but whom a file says to be so: nothing of theirs goes out.
        const there = `stage IN ('sql', 'opportunity', 'customer') AND stage <> born_as`
        for (const { id } of app.rows<{ id: string }>('leads', there))
          expect(app.rows('stage_changes', `lead_id = '${id}' AND to_stage = 'sql'`)).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  } finally {
    app.close()
  }
  expect([...reached]).toContain('sql')
})
