import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { newestBasis } from '#electron/db/basis'
import { insertSuppression } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { identities } from '#electron/db/schema/person'
import { gather } from '#electron/services/placing'
import { refresh } from '#electron/services/queue'
import { BASIS_KINDS, groundOfBoth, type Basis } from '#shared/domain/basis'
import { DAY } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

const MOBILES = ['+34600111222', '+34600333444', '+34600555666'] as const
const ground: fc.Arbitrary<Basis> = fc.record({
  kind: fc.constantFrom(...BASIS_KINDS),
  given: fc.boolean(),
  on: fc.constantFrom('2026-01-10', '2026-02-10', '2026-03-01'),
})
const side = fc.record({
  company: fc.constantFrom<0 | 1 | null>(0, 1, null),
  phones: fc.uniqueArray(fc.constantFrom(...MOBILES), { maxLength: 3 }),
  wishes: fc.uniqueArray(fc.constantFrom('person', 'number', 'company', 'mail'), { maxLength: 2 }),
  grounds: fc.array(ground, { maxLength: 2 }),
})
type Side = typeof side extends fc.Arbitrary<infer S> ? S : never
type Made = { id: string; lead: string }

function wish(app: DeskApp, { id, lead }: Made, what: string): void {
  app.db.transaction((tx) => {
    const { phones, row } = gather(tx, app.deps, lead)
    const { companyId } = row.lead
    const scope = what === 'mail' ? 'person' : (what as 'number')
    const phoneId = what === 'number' ? (phones[0]?.id ?? null) : null
    if ((what === 'number' && phoneId === null) || (what === 'company' && companyId === null)) return
    insertSuppression(tx, {
      ...stampOf(tx, app.deps),
      scope,
      channel: what === 'mail' ? 'mail' : 'call',
      personId: id,
      companyId: what === 'company' ? companyId : null,
      phoneId,
      leadId: lead,
      source: 'call',
      lifted: false,
    })
  })
}
const withdraw = (app: DeskApp, { lead }: Made, basis: Basis) =>
  app.call('basis.save', { leadId: lead, channel: 'call', ...basis, source: 'x', proof: 'y' })

async function make(app: DeskApp, name: string, side: Side, companies: readonly string[]): Promise<Made> {
  const at = companies[side.company ?? -1]
  const company = at === undefined ? {} : { company: { id: at, name: at } }
  const id = app.given.person(name, { country: 'ES', phones: [...side.phones], ...company })
  for (const key of side.phones)
    app.db.insert(identities).values({ kind: 'phone', key, personId: id }).onConflictDoNothing().run()
  const now = app.clock.now() - DAY
  const listId = app.given.list(name)
  const lead = app.given.lead(id, listId, { createdAt: now, arrivedAt: now, companyId: at ?? null })
  app.db.transaction((tx) => refresh(tx, app.deps, [lead]))
  for (const basis of side.grounds) await withdraw(app, { id, lead }, basis)
  for (const scope of side.wishes) wish(app, { id, lead }, scope)
  return { id, lead }
}

/** In how many ways somebody must be left alone, by whom it was said or not. */
function silence(app: DeskApp, { id, lead }: Made) {
  return app.db.transaction((tx) => {
    const { placing, phones, callable } = gather(tx, app.deps, lead)
    const reached = new Set(callable.map(({ e164 }) => e164))
    return {
      all: placing.forbidden,
      mail: app.rows('live_suppressions', `channel = 'mail' AND person_id = '${id}'`).length > 0,
      numbers: phones.map(({ e164 }) => e164).filter((e164) => !reached.has(e164)),
      ground: newestBasis(tx, { personId: id, channel: 'call' }),
    }
  })
}
type Silence = ReturnType<typeof silence>

/** Whatever was silent of any of them before is silent now. */
function keepsSilent(app: DeskApp, now: readonly Made[], before: readonly Silence[]): void {
  for (const one of now) {
    const after = silence(app, one)
    for (const was of before) {
      if (was.all) expect(after.all).toBe(true)
      if (was.mail) expect(after.mail).toBe(true)
      const { phones } = app.db.transaction((tx) => gather(tx, app.deps, one.lead))
      for (const e164 of was.numbers)
        if (phones.some((phone) => phone.e164 === e164)) expect(after.numbers).toContain(e164)
      const no = was.ground
      if (no && !no.given) {
        const isLater = after.ground?.kind === 'consent' && after.ground.on > no.on
        expect(after.ground?.given === true && !isLater).toBe(false)
      }
    }
  }
}

describe('suppression wins every merge', () => {
  it('law: of any part, over merge, what is said meanwhile, and unmerge', async () => {
    const more = fc.array(
      fc.tuple(fc.nat(1), fc.oneof(ground, fc.constantFrom('person', 'number', 'company', 'mail'))),
      { maxLength: 2 },
    )
    const app = deskApp()
    try {
      app.sit(app.oscar)
      let n = 0
      await fc.assert(
        fc.asyncProperty(side, side, more, async (first, second, said) => {
          n++
          const companies = [app.given.company(`A${n}`), app.given.company(`B${n}`)]
          const [a, b] = [
            await make(app, `Ana ${n}`, first, companies),
            await make(app, `Eva ${n}`, second, companies),
          ]
          const before = [silence(app, a), silence(app, b)]
          const input = { kind: 'person', keepId: a.id, otherId: b.id, choices: {} } as const
          const { pairingId } = await app.call('review.merge', input)
          const one = [a, { ...b, id: a.id }]
          keepsSilent(app, one, before)
          for (const [which, what] of said)
            if (typeof what === 'string') wish(app, one[which] ?? a, what)
            else await withdraw(app, one[which] ?? a, what)
          // A company's wish is not that of who said it.
          const theirs = `person_id = '${a.id}' AND scope = 'person' AND channel = 'call'`
          const all = app.rows('live_suppressions', theirs).length > 0
          const during = one.map((each) => ({ ...silence(app, each), all }))
          await app.call('review.undo', { pairingId })
          // What somebody is told to have said since is no doing of the merge's.
          const own = said.some(([, what]) => typeof what !== 'string') ? { ground: null } : {}
          keepsSilent(app, [a], [{ ...(before[0] as Silence), ...own }])
          keepsSilent(app, [b], [before[1] as Silence])
          // Said while they were one: in doubt of both.
          keepsSilent(
            app,
            [a, b],
            during.map((each) => ({ ...each, numbers: [], ground: null })),
          )
          app.db.run(`DELETE FROM identities`)
        }),
        { numRuns: 40 },
      )
    } finally {
      app.close()
    }
  })

  it('a wish goes with the call that was undone, and the other one stays', async () => {
    const app = deskApp()
    try {
      const [a, b] = [app.lead('Ana Ruiz'), app.lead('Ana Gil', { listId: app.given.list('Feria') })]
      const idOf = (lead: string) => app.rows<{ person_id: string }>('leads', `id = '${lead}'`)[0]?.person_id
      const [keepId = '', otherId = ''] = [idOf(a), idOf(b)]
      await app.log(b, 'do_not_call')
      app.clock.advance(1000)
      await app.log(a, 'do_not_call')
      await app.call('review.merge', { kind: 'person', keepId, otherId, choices: {} })
      expect(await app.call('call.undo', { reason: 'slip' })).toMatchObject({ kind: 'undone' })
      expect(silence(app, { id: keepId, lead: a }).all).toBe(true)
    } finally {
      app.close()
    }
  })
})

it('the ground of two who are one does not hang on who stays', () => {
  fc.assert(
    fc.property(fc.option(ground, { nil: null }), fc.option(ground, { nil: null }), (kept, other) => {
      const chosen = groundOfBoth(kept, other) === 'kept' ? kept : other
      const turned = groundOfBoth(other, kept) === 'kept' ? other : kept
      expect([chosen?.given, chosen?.on]).toEqual([turned?.given, turned?.on])
      const no = [kept, other].find((each) => each && !each.given)
      if (no && chosen?.given) expect([chosen.kind, chosen.on > no.on]).toEqual(['consent', true])
    }),
  )
})
