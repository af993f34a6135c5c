import * as fc from 'fast-check'

import type { Input } from '#shared/contract/api'
import { OUTCOME_IDS } from '#shared/domain/outcome'
import { REASON_IDS } from '#shared/domain/reason'
import { STAGES, type Stage } from '#shared/domain/stage'
import { HOUR, MINUTE } from '#shared/lib/time'
import { as, leadAt, log, type Deed, type World } from './busy-desk.ts'
import { BEST } from './desk.ts'
import { importFile, undoImport } from './import-file.ts'

const which = fc.nat(7)
const scope = fc.constantFrom('person', 'number', 'company')
const row = fc.tuple(
  fc.constantFrom('1', '2', ''),
  fc.constantFrom('Ana Ruiz', 'Eva Sanz', 'Luis Gil'),
  fc.constantFrom('600000001', '600000003', '600999888', ''),
  fc.constantFrom('Talleres Norte', 'Forjas', ''),
  fc.constantFrom('Sí', ''),
  fc.constantFrom('01/03/2026', ''),
)
const HEADER = 'ID;Nombre completo;Teléfono;Empresa;No llamar;Solicita demo'
const COLUMNS = (['externalId', 'fullName', 'phone', 'company', 'doNotCall', 'demo'] as const).map(
  (field, index) => ({ index, field, rule: 'fill' as const }),
)
const edited = fc.constantFrom(
  ['province', 'Las Palmas'] as const,
  ['zone', 'America/Lima'] as const,
  ['company', 'Forjas'] as const,
  ['title', 'CEO'] as const,
  ['phone', '+34600777000'] as const,
)
const BULK = {
  assign: ({ app }) => ({ kind: 'assign', repId: app.oscar }),
  move: () => ({ kind: 'move', to: 'nurture', reason: 'timing', words: null }),
  silence: () => ({ kind: 'silence' }),
  moveToList: ({ lists: [, listId = ''] }) => ({ kind: 'moveToList', listId }),
  addToList: ({ lists: [, listId = ''] }) => ({ kind: 'addToList', listId }),
} as const satisfies Record<string, (world: World) => Input<'batch.run'>['deed']>

/** A reason of the table fits one stage. */
export const WHY: Readonly<Partial<Record<Stage, string>>> = { nurture: 'refused', disqualified: 'no_need' }

type Given = Readonly<Record<string, fc.Arbitrary<Deed>>>
/** Each says when it came about. */
const named = <G extends Given>(given: G): { [K in keyof G]: fc.Arbitrary<Deed> } =>
  Object.fromEntries(
    Object.entries(given).map(([name, deed]) => [
      name,
      deed.map((act): Deed => {
        const noted: Deed = async (world) => {
          const reply = (await act(world)) as { kind?: string } | undefined
          if (reply?.kind !== 'refused') world.done.add(name)
        }
        return told(noted, `${name} ${fc.stringify(act)}`)
      }),
    ]),
  ) as { [K in keyof G]: fc.Arbitrary<Deed> }
const deed = <T>(given: fc.Arbitrary<T>, act: (world: World, value: T) => unknown) =>
  given.map((value): Deed => told(async (world) => act(world, value), JSON.stringify(value)))
/** What a law that fails shows of it. */
const told = (deed: Deed, text: string): Deed => Object.assign(deed, { [fc.toStringMethod]: () => text })

/** All that people do that a lead's standing hangs on, by name. */
export const DEEDS = named({
  log: deed(fc.tuple(which, fc.constantFrom(...OUTCOME_IDS)), (world, [n, outcome]) =>
    log(world, n, outcome),
  ),
  own: deed(which, (world, n) => log(world, n, 'gatekeeper', { own: 'own_holidays' })),
  silence: deed(fc.tuple(which, scope), (world, [n, scope]) =>
    log(world, n, 'do_not_call', { scope: scope as 'person' }),
  ),
  close: deed(fc.tuple(which, fc.constantFrom(...REASON_IDS)), (world, [n, reason]) =>
    log(world, n, 'disqualified', { reason }),
  ),
  qualify: deed(which, async (world, n) => {
    const { id } = leadAt(world, n)
    await world.app.open(id)
    await world.app.answerAll(id, BEST)
    return log(world, n, 'qualified')
  }),
  undo: deed(fc.constant(null), ({ app }) => app.call('call.undo', { reason: 'slip' })),
  wait: deed(fc.constantFrom(25, 200, 1500, 60 * 24 * 9, 60 * 24 * 95), ({ app }, minutes) =>
    app.clock.advance(minutes * MINUTE),
  ),
  move: deed(fc.tuple(which, fc.constantFrom(...STAGES)), (world, [n, to]) => {
    const reason = WHY[to] ?? 'so they said'
    const move = { leadId: leadAt(world, n).id, to, reason, override: null }
    return as(world, world.app.oscar, () => world.app.call('lead.move', move))
  }),
  skip: deed(fc.tuple(which, fc.constantFrom(1, 30)), (world, [n, hours]) => {
    const { id: leadId, list_id: listId } = leadAt(world, n)
    const until = world.app.clock.now() + hours * HOUR
    return world.app.call('queue.skip', { leadId, listId, reason: 'other', until })
  }),
  edit: deed(fc.tuple(which, edited), (world, [n, [field, value]]) =>
    world.app.call('lead.edit', { leadId: leadAt(world, n).id, field, value, of: null }),
  ),
  score: deed(which, (world, n) => {
    const set = { leadId: leadAt(world, n).id, score: 'fit', points: 90_00, days: 5, reason: 'x' } as const
    return as(world, world.app.oscar, () => world.app.call('lead.setScore', set))
  }),
  import: deed(fc.array(row, { minLength: 1, maxLength: 3 }), ({ app, lists: [listId = ''] }, rows) =>
    importFile(app, [HEADER, ...rows.map((cells) => cells.join(';'))].join('\r\n'), {
      newList: null,
      listId,
      columns: COLUMNS,
      headerLine: 1,
      delimiter: ';',
    }),
  ),
  unimport: deed(fc.constant(null), async ({ app }) => {
    const [last] = (await app.call('imports.list', {})).filter(({ state }) => state === 'done')
    await undoImport(app, last?.importId ?? '')
  }),
  merge: deed(fc.tuple(which, which), (world, [a, b]) => {
    const [keepId, otherId] = [leadAt(world, a).person_id, leadAt(world, b).person_id]
    const merge = { kind: 'person', keepId, otherId, choices: {} } as const
    return as(world, world.app.oscar, () => world.app.call('review.merge', merge))
  }),
  unmerge: deed(which, async (world, n) => {
    world.app.sit(world.app.oscar)
    const kept = { kind: 'person', id: leadAt(world, n).person_id } as const
    const [merge] = await world.app.call('review.merges', kept)
    return world.app.call('review.undo', { pairingId: merge?.pairingId ?? '' })
  }),
  erase: deed(which, (world, n) =>
    as(world, world.admin, () =>
      world.app.call('erase.person', { leadId: leadAt(world, n).id, askedOn: null }),
    ),
  ),
  alternative: deed(which, async (world, n) => {
    const { id: leadId } = leadAt(world, n)
    await log(world, n, 'disqualified', { reason: 'other_product' })
    return world.app.call('alternative.make', { leadId, listId: world.lists[1] ?? '' })
  }),
  unalternative: deed(which, async (world, n) => {
    const { id: leadId } = leadAt(world, n)
    await log(world, n, 'disqualified', { reason: 'other_product' })
    await world.app.call('alternative.make', { leadId, listId: world.lists[1] ?? '' })
    return world.app.call('alternative.undo', { leadId })
  }),
  wish: deed(fc.boolean(), async (world, companyWide) => {
    const [wish] = await world.app.call('wishes.open', {})
    const decide = { wishId: wish?.wishId ?? '', companyWide }
    return as(world, world.app.oscar, () => world.app.call('wishes.decide', decide))
  }),
  batch: deed(fc.tuple(which, fc.constantFrom(...Object.values(BULK))), (world, [n, of]) => {
    const run = { which: { ids: [leadAt(world, n).id] }, deed: of(world) }
    return as(world, world.app.oscar, () => world.app.call('batch.run', run))
  }),
  unbatch: deed(fc.constant(null), async (world) => {
    world.app.sit(world.app.oscar)
    const [last] = await world.app.call('batch.list', {})
    return world.app.call('batch.undo', { batchId: last?.batchId ?? '' })
  }),
  list: deed(fc.boolean(), async (world, business) => {
    const { app } = world
    app.sit(app.oscar)
    const list = (await app.call('app.state', {})).lists.find(({ id }) => id === app.list)
    if (list) await app.call('lists.save', { ...list, business })
  }),
  narrow: deed(fc.constantFrom(600, null), (world, earliest) => {
    const narrowing = { earliest, latest: null, weekdays: [], days: [] }
    return as(world, world.admin, () => world.app.call('policy.narrow', { subject: 'ES', narrowing }))
  }),
  territory: deed(fc.constantFrom('Madrid', 'Las Palmas'), (world, province) => {
    const { app } = world
    const save = { repId: app.lucia, areas: [{ provinces: [province] }] }
    return as(world, app.oscar, () => app.call('territories.save', save))
  }),
})
type DeedName = keyof typeof DEEDS
export const DEED_NAMES = Object.keys(DEEDS) as DeedName[]
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(...DEED_NAMES.map((name) => DEEDS[name]))
