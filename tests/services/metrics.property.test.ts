import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { FIGURES, TABLES, type Basis, type Unit } from '#shared/domain/metrics'
import { OUTCOME_IDS } from '#shared/domain/outcome'
import { DAY } from '#shared/lib/time'
import { handOvers } from '#electron/db/day'
import { historyOf } from '../helpers/history.ts'
import { plainly, type PlainScope, type World } from '../helpers/plain-metrics.ts'
import { NOW, testApp } from '../helpers/test-app.ts'

const LEADS = 9
const REPS = 3
const DAYS = 12
const at = fc.integer({ min: 0, max: DAYS * 24 - 1 }).map((hours) => NOW + hours * (DAY / 24))
const lead = fc.nat({ max: LEADS - 1 })

const worlds: fc.Arbitrary<World> = fc.record({
  leads: fc.array(
    fc.record({
      person: fc.nat({ max: 5 }),
      list: fc.nat({ max: 1 }),
      source: fc.constantFrom(null, 'web', 'fair'),
      arrived: at,
    }),
    { minLength: LEADS, maxLength: LEADS },
  ),
  calls: fc.array(
    fc.record({
      id: fc.constant(''),
      lead,
      rep: fc.nat({ max: REPS - 1 }),
      at,
      outcome: fc.constantFrom(...OUTCOME_IDS),
      spoke: fc.constantFrom(null, 'person' as const, 'other' as const),
      talk: fc.constantFrom(null, 0, 29, 30, 400),
      answers: fc.nat({ max: 1 }),
      undone: fc.nat({ max: 5 }).map((n) => n === 0),
      importId: fc.constantFrom(null, null, 'file'),
    }),
    { maxLength: 30 },
  ),
  stages: fc.array(
    fc.record({
      lead,
      at,
      to: fc.constantFrom('mql' as const, 'sql' as const, 'opportunity' as const, 'customer' as const),
      undone: fc.nat({ max: 5 }).map((n) => n === 0),
      claimed: fc.boolean(),
    }),
    { maxLength: 10 },
  ),
  verdicts: fc.array(
    fc.record({
      lead,
      at,
      verdict: fc.constantFrom('accepted' as const, 'rejected' as const, 'won' as const),
    }),
    { maxLength: 4 },
  ),
})

const asked = fc.record({
  first: fc.nat({ max: DAYS }),
  length: fc.nat({ max: DAYS }),
  list: fc.constantFrom(null, 0, 1),
  rep: fc.constantFrom(null, 0, 1, 2),
  source: fc.constantFrom(null, '', 'web'),
  unit: fc.constantFrom<Unit>('people', 'calls'),
  basis: fc.constantFrom<Basis>('cohort', 'period'),
})

type Question = typeof asked extends fc.Arbitrary<infer T> ? T : never

/** Writes a world into a store; what was undone hangs on a call that was. */
function told(world: World) {
  const app = testApp()
  const add = historyOf(app.db, app.deps.newId)
  const reps = Array.from({ length: REPS }, (_, index) => add.rep(`Rep ${index}`))
  const lists = [add.list('Metal'), add.list('Field')]
  const people = new Map<number, string>()
  const personOf = (n: number) => people.get(n) ?? people.set(n, add.person(`Person ${n}`)).get(n) ?? ''
  const leads = world.leads.map(({ person, list, source, arrived }) =>
    add.lead(personOf(person), lists[list] ?? '', { source, sourceKey: source, arrivedAt: arrived }),
  )
  const ofLead = (index: number) => ({
    leadId: leads[index] ?? '',
    personId: personOf(world.leads[index]?.person ?? 0),
    listId: lists[world.leads[index]?.list ?? 0] ?? '',
  })
  for (const call of world.calls) {
    const { lead: index, rep, undone, id: _, ...rest } = call
    const repId = reps[rep] ?? ''
    call.id = add.call({ ...ofLead(index), repId, ...rest })
    if (undone) add.undo(call.id, repId, call.at)
  }
  for (const { lead: index, at: when, to, undone, claimed } of world.stages) {
    const { personId, listId, leadId } = ofLead(index)
    const repId = reps[0] ?? ''
    const fact = { leadId, repId, at: when, to }
    if (!undone && !claimed) {
      add.stage(fact)
      continue
    }
    // A technical failure is no dial, so it adds nothing but the call to take back, or that a file brought.
    const importId = claimed ? 'file' : null
    const about = { leadId, personId, listId, repId, at: when, importId }
    const callId = add.call({ ...about, outcome: 'technical_failure' })
    add.stage({ ...fact, callId, overrideBy: claimed ? repId : null })
    if (undone) add.undo(callId, repId, when)
  }
  for (const { lead: index, at: when, verdict } of world.verdicts)
    add.verdict(leads[index] ?? '', reps[0] ?? '', when, verdict)
  add.firstDials()
  return { app, reps, lists }
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const MADRID = 3_600_000

function filterOf(
  { first, length, list, rep, source, unit, basis }: Question,
  ids: { reps: string[]; lists: string[] },
) {
  const start = Date.parse(dayOf(NOW)) + first * DAY
  const filter = {
    from: dayOf(start),
    to: dayOf(start + length * DAY),
    listId: list === null ? null : (ids.lists[list] ?? null),
    repId: rep === null ? null : (ids.reps[rep] ?? null),
    source,
    unit,
    basis,
  }
  // Madrid is an hour ahead in these weeks of March.
  const scope: PlainScope = {
    from: start - MADRID,
    to: start - MADRID + (length + 1) * DAY,
    list,
    rep,
    source,
  }
  return { filter, scope }
}

describe('figures over random histories', () => {
  it('are what the plain definition says, and open exactly their rows', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(asked, { minLength: 3, maxLength: 3 }), async (world, questions) => {
        const { app, reps, lists } = told(world)
        for (const question of questions) {
          const { filter, scope } = filterOf(question, { reps, lists })
          const plain = plainly(world, scope)
          const { figures, basis, speed } = await app.call('metrics.funnel', filter)
          const steps = Object.fromEntries(figures.steps.map(({ step, n }) => [step, n]))
          expect(steps).toEqual(plain.steps(basis, filter.unit))
          expect(figures).toMatchObject(plain.calls)
          const away = Object.fromEntries(figures.steps.map(({ step, elsewhere }) => [step, elsewhere]))
          if (filter.unit === 'people') expect(away).toEqual(plain.elsewhere(basis))
          else expect(away['called']).toBe(plain.dialsElsewhere)
          const ended = await app.call('metrics.outcomes', filter)
          expect(ended.dials).toBe(plain.calls.dials)
          expect(ended.rows.reduce((sum, { elsewhere }) => sum + elsewhere, 0)).toBe(plain.dialsElsewhere)
          for (const { code, n } of ended.rows.slice(0, 2)) {
            const of = { ...filter, figure: 'dials', slot: null, outcome: code, offset: 0, limit: 1 } as const
            expect((await app.call('metrics.rows', of)).total).toBe(n)
          }
          expect([speed.dialled, speed.neverDialled]).toEqual([plain.dialledArrivals, plain.neverDialled])

          const { withPerson, unknownTalk, dialledArrivals, neverDialled } = plain
          const counts = { ...steps, ...plain.calls, withPerson, unknownTalk, dialledArrivals, neverDialled }
          for (const figure of FIGURES) {
            const { total, rows } = await app.call('metrics.rows', {
              ...filter,
              figure,
              slot: null,
              offset: 0,
              limit: 500,
            })
            expect([figure, total, rows.length]).toEqual([
              figure,
              counts[figure as keyof typeof counts],
              total,
            ])
          }
        }
        app.close()
      }),
      { numRuns: 40 },
    )
  })

  it('of a table are those of its filter, and reps add up to the team', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, asked, async (world, question) => {
        const { app, reps, lists } = told(world)
        const { filter } = filterOf(question, { reps, lists })
        for (const by of TABLES) {
          const field = by === 'source' ? 'source' : (`${by}Id` as const)
          const { rows } = await app.call('metrics.table', { ...filter, by })
          for (const row of rows) {
            expect(row.key).toBe(filter[field] ?? row.key)
            const alone = await app.call('metrics.funnel', { ...filter, [field]: row.key })
            expect(row.figures).toEqual(alone.figures)
          }
          if (by !== 'rep') continue
          const team = (await app.call('metrics.funnel', filter)).figures
          const sum = (count: (figures: typeof team) => number) =>
            rows.reduce((total, row) => total + count(row.figures), 0)
          expect(sum((figures) => figures.dials)).toBe(team.dials)
          team.steps.forEach(({ n }, index) => expect(sum((figures) => figures.steps[index]?.n ?? 0)).toBe(n))
        }
        app.close()
      }),
      { numRuns: 40 },
    )
  })

  it('of the day count the same hand-overs, from the few that happened then', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.array(asked, { minLength: 3, maxLength: 3 }), async (world, questions) => {
        const { app, reps, lists } = told(world)
        for (const question of questions) {
          const rep = question.rep ?? 0
          const { scope } = filterOf({ ...question, rep, list: null, source: null }, { reps, lists })
          const plain = plainly(world, scope).steps('period', 'calls')
          const found = handOvers(app.db, { ...scope, repId: reps[rep] ?? '' })
          const count = (step: 'sql' | 'accepted') => found.filter((one) => one.step === step).length
          expect([count('sql'), count('accepted')]).toEqual([plain['sql'], plain['accepted']])
        }
        app.close()
      }),
      { numRuns: 40 },
    )
  })
})
