import { identities } from '#electron/db/schema/person'
import { refresh } from '#electron/services/queue'
import type { Input } from '#shared/contract/api'
import type { AppError } from '#shared/contract/errors'
import type { OutcomeId } from '#shared/domain/outcome'
import { SHIPPED_OUTCOMES, type OutcomeEntry } from '#shared/domain/outcome-set'
import { DEFAULT_PROFILE } from '#shared/domain/profile'
import { DAY, MINUTE } from '#shared/lib/time'
import type { Wanted } from './any-input.ts'
import { COMPLETE, deskApp, type DeskApp } from './desk.ts'
import { scored } from './scored.ts'

/** Whom the team looks for: what is edited of somebody moves their score. */
const TARGETS: Readonly<Record<string, string[]>> = { place: ['Madrid'], role: ['ceo'] }
const WHOM: Input<'rules.save'>['data'] = {
  ...structuredClone(DEFAULT_PROFILE as Input<'rules.save'>['data']),
  fit: DEFAULT_PROFILE.fit.map(({ rule, points }) => ({ rule, points, targets: TARGETS[rule] ?? null })),
}

/** A desk with two lists, two companies, a few people (one of them twice), and an outcome of the team's own. */
export async function busyDesk(): Promise<World> {
  const app = deskApp()
  const admin = app.given.rep('Irene Sol', 'admin')
  const fair = app.given.list('Feria')
  const sur = app.given.company('Talleres Sur')
  const own: OutcomeEntry = {
    code: 'own_holidays',
    kind: 'gatekeeper',
    label: { es: 'De vacaciones', en: 'On holidays' },
    key: null,
    on: true,
    needs: [],
    delay: { by: 'days', days: 3, part: 'morning' },
    reason: null,
  }
  app.sit(admin)
  const outcomes = [...SHIPPED_OUTCOMES, own] as Input<'outcome.save'>['set']
  await app.call('outcome.save', { set: outcomes, from: null })
  // Long enough ago that whoever is ready by now became so under it.
  app.clock.advance(-9 * DAY)
  await app.call('rules.save', { kind: 'score', data: WHOM })
  app.clock.advance(9 * DAY)
  await scored(app)
  app.sit(app.lucia)
  app.lead('Ana Ruiz', { phones: 2 })
  app.lead('Iñigo Goñi', { phones: 1 })
  app.lead('Marta Vidal', { phones: 2, companyId: sur })
  for (const { person_id: personId = '', e164: key = '' } of app.rows<{ person_id: string; e164: string }>(
    'phones',
  ))
    app.db.insert(identities).values({ kind: 'phone', key, personId }).run()
  const twice = app.rows<{ person_id: string }>('leads')[0]?.person_id ?? ''
  app.given.lead(twice, fair, { companyId: app.norte })
  const ids = app.rows<{ id: string }>('leads').map(({ id }) => id)
  app.db.transaction((tx) => refresh(tx, app.deps, ids))
  return { app, admin, lists: [app.list, fair], done: new Set() }
}

/** `done`: which deeds came about, so that a law can say that it saw them. */
export type World = { app: DeskApp; admin: string; lists: readonly string[]; done: Set<string> }
export type Deed = (world: World) => Promise<unknown>

/** Does one after another, and looks after each; what is refused leaves nothing behind, what breaks is thrown. */
export async function doAll(world: World, deeds: readonly Deed[], look = () => {}): Promise<void> {
  for (const deed of deeds) {
    world.app.clock.advance(MINUTE)
    await deed(world).catch((error: AppError) => {
      if (!REFUSED.includes(error.code)) throw error
    })
    world.app.sit(world.app.lucia)
    await scored(world.app)
    look()
  }
}
const REFUSED: readonly string[] = ['not-found', 'not-allowed', 'conflict', 'invalid-input']

const nth = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]
export const leadAt = ({ app }: World, n: number) =>
  nth(app.rows<{ id: string; person_id: string; list_id: string }>('leads'), n) ?? {
    id: '',
    person_id: '',
    list_id: '',
  }
export const as = async <T>({ app }: World, repId: string, deed: () => Promise<T>): Promise<T> => {
  app.sit(repId)
  return deed()
}

/** Logs any outcome on the n-th lead with all that it asks for. */
export function log(world: World, n: number, outcome: OutcomeId, more: Partial<Input<'call.log'>> = {}) {
  const { app } = world
  const { id, list_id: listId } = leadAt(world, n)
  const { step } = COMPLETE[outcome]
  const dated = step ? { step: { ...step, at: app.clock.now() + DAY } } : {}
  return app.log(id, outcome, { listId, ...dated, ...more })
}

/** Where ids of a name are found; any other is one of a lead. */
const KEPT: Readonly<Record<string, string>> = {
  listId: 'SELECT id FROM lists',
  repId: 'SELECT id FROM reps',
  keepId: 'SELECT id FROM persons',
  otherId: 'SELECT id FROM persons',
  companyId: 'SELECT id FROM companies',
  phoneId: 'SELECT id FROM phones',
  callId: 'SELECT call_id AS id FROM drafts UNION ALL SELECT id FROM calls',
  batchId: 'SELECT id FROM batches',
  importId: 'SELECT id FROM imports',
  editId: 'SELECT id FROM edits',
  changeId: 'SELECT id FROM stage_changes',
  skipId: 'SELECT id FROM skips',
  pairingId: 'SELECT id FROM pairings',
}

/** One of the ids that what is asked for stands for; of leads those that are near come first. */
export function idIn({ app }: World, near: readonly string[], { wanted, n }: Wanted): string {
  const kept = KEPT[wanted]
  const all = kept === undefined ? [] : app.db.all<{ id: string }>(kept)
  const leads = [...near, ...app.rows<{ id: string }>('leads').map(({ id }) => id)]
  return all[n % Math.max(1, all.length)]?.id ?? leads[n % leads.length] ?? ''
}
