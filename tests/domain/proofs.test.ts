import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BANT, PRESETS, type Answer, type Definition } from '#shared/domain/bant'
import { boardOf } from '#shared/domain/board'
import { move, STAGES, type Proofs } from '#shared/domain/stage'
import { AROUND, NOW, ZONE } from '../helpers/outcome.ts'

/** PRODUCT.md section 5, written down a second time: percents by criterion, best first. */
const WORTH = {
  budget: [100, 70, 35, 0],
  authority: [100, 60, 40, 20, 0],
  need: [100, 70, 35, 0],
  timeline: [100, 80, 50, 25, 0],
}
const WEIGHTS = [
  [25, 25, 25, 25],
  [30, 25, 30, 15],
] as const
const [LAST_NEED, FIRST_SHUT_AUTHORITY] = [3, 2]

const places = (n: number) => Array.from({ length: n }, (_, at) => at)
const combinations = places(4).flatMap((budget) =>
  places(5).flatMap((authority) =>
    places(4).flatMap((need) => places(5).map((timeline) => ({ budget, authority, need, timeline }))),
  ),
)
const answersOf = (combination: (typeof combinations)[number]): Answer[] =>
  BANT.criteria.map(({ id, grades }) => ({
    criterion: id,
    state: 'answered',
    grade: grades[combination[id as keyof typeof combination]]?.id ?? null,
    at: NOW,
    date: null,
    borrowed: false,
  }))

describe.each([0, 1] as const)('every combination of grades under preset %i', (preset) => {
  it('has its score, its gates and its refusal', () => {
    const definition: Definition = { ...BANT, weights: PRESETS[preset] }
    const [b, a, n, t] = WEIGHTS[preset]
    for (const one of combinations) {
      const found = boardOf(definition, answersOf(one), NOW, ZONE)
      const score =
        b * (WORTH.budget[one.budget] ?? 0) +
        a * (WORTH.authority[one.authority] ?? 0) +
        n * (WORTH.need[one.need] ?? 0) +
        t * (WORTH.timeline[one.timeline] ?? 0)
      const shut = [
        ...(one.authority >= FIRST_SHUT_AUTHORITY ? ['authority'] : []),
        ...(one.need === LAST_NEED ? ['need'] : []),
      ]
      expect([found.now, found.possible, found.failedGates]).toEqual([score, score, shut])
      const proofs = {
        ...AROUND.proofs,
        nextStep: true,
        bantAtThreshold: found.atThreshold,
        failedGates: found.unpassedGates,
      }
      const refusals = [...(score < 7500 ? ['proof-bant'] : []), ...shut.map((id) => `gate-${id}`)]
      const moved = move('mql', 'sql', proofs)
      expect(moved.ok ? [] : moved.error).toEqual(refusals)
      expect(found.canQualify).toBe(refusals.length === 0)
    }
  })
})

it('nothing becomes an SQL without its proofs, whatever else is there', () => {
  const override = fc.option(fc.record({ byTeamLead: fc.boolean(), reason: fc.constantFrom('', ' ', 'x') }), {
    nil: null,
  })
  const proofs: fc.Arbitrary<Proofs> = fc.record({
    callWithPerson: fc.boolean(),
    bantAtThreshold: fc.boolean(),
    failedGates: fc.subarray(['budget', 'need', 'authority', 'own_one']),
    nextStep: fc.boolean(),
    override,
    fit: fc.nat(10_000),
    intent: fc.boolean(),
    reason: fc.constantFrom(null, 'x'),
    problem: fc.boolean(),
    size: fc.boolean(),
    consent: fc.boolean(),
    contractReference: fc.boolean(),
    contractDate: fc.boolean(),
    owesSql: fc.boolean(),
  })
  const from = fc.constantFrom(
    ...STAGES.filter((stage) => !['sql', 'opportunity', 'customer'].includes(stage)),
  )
  fc.assert(
    fc.property(from, proofs, (stage, given) => {
      const isOverridden = given.override?.byTeamLead === true && given.override.reason.trim() !== ''
      const proof2 = isOverridden || (given.bantAtThreshold && given.failedGates.length === 0)
      const isProven = given.callWithPerson && given.nextStep && proof2
      if (move(stage, 'sql', given).ok) expect(isProven).toBe(true)
      for (const later of ['opportunity', 'customer'] as const)
        expect(move(stage, later, given).ok).toBe(false)
      // Whoever came as an SQL owes the proofs before anything is built on them.
      for (const [here, later] of [
        ['sql', 'opportunity'],
        ['opportunity', 'customer'],
      ] as const)
        if (given.owesSql && move(here, later, given).ok) expect(isProven).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
