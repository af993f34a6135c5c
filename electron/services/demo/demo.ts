import type { Handlers } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { DAY } from '#shared/lib/time'
import { allLists, allReps, insertRep, saveList, writeSetting } from '#electron/db/people'
import { deviceCounters, repAtDesk, saveCounters, sitAtDesk } from '#electron/db/device'
import type { Db } from '#electron/db/open'
import { insertRules } from '#electron/db/rules'
import { insertScreening } from '#electron/db/screening'
import type { Deps } from '../deps.ts'
import { refresh } from '../queue.ts'
import { exportEarlier } from './exported.ts'
import type { Cast } from './facts.ts'
import { profileFor, SAMPLE_LISTS } from './lists.ts'
import { FICTION } from './numbers.ts'
import { randomFrom } from './random.ts'
import { makeSample } from './sample.ts'
import { storeSample } from './store.ts'
import type { Stamper } from './write.ts'

export const demoHandlers = (deps: Deps) =>
  ({ 'demo.seed': () => ({ leads: seedDemo(deps) }) }) satisfies Partial<Handlers>

const SEED = 20_260_310
const DAYS = 90
const UNTOUCHED = 0.28

/**
 * Fills an empty workspace with a team, two lists and 90 days of calls up to now. The same seed and the same moment
 * give the same workspace; whoever sat down already stays at the desk. Returns the number of leads.
 * Throws AppError 'conflict' when there is a list already.
 */
function seedDemo(deps: Deps): number {
  const { db, now, newId, emit } = deps
  if (allLists(db).length > 0)
    throw new AppError(
      'conflict',
      'There is data here already. The sample needs an empty workspace.',
      'not-empty',
    )
  const at = now()
  const made = db.transaction((tx) => {
    const { reps, teamLeadId } = addTeam(tx, newId, at - DAYS * DAY)
    const listIds = SAMPLE_LISTS.map(() => newId())
    const targets = Object.fromEntries(
      SAMPLE_LISTS.map((list, place) => [listIds[place] ?? '', list.targets]),
    )
    const started = at - DAYS * DAY
    const ruleVersion = insertRules(tx, {
      kind: 'score',
      data: profileFor(targets),
      at: started,
      repId: teamLeadId,
    })

    const random = randomFrom(SEED)
    const samples = SAMPLE_LISTS.map((list, place) => {
      const listId = listIds[place] ?? ''
      saveList(tx, { ...list.row, id: listId, createdAt: started })
      const cast: Cast = { random, newId, now: at, teamLeadId, market: list.market, currency: list.currency }
      const first = 1 + 1000 * place
      const plan = {
        cast,
        numbers: FICTION,
        list,
        listId,
        reps,
        first,
        leads: list.leads,
        untouched: UNTOUCHED,
        days: DAYS,
      }
      return makeSample(plan)
    })
    const sample = {
      companies: samples.flatMap((each) => each.companies),
      people: samples.flatMap((each) => each.people),
      leads: samples.flatMap((each) => each.leads),
      signals: samples.flatMap((each) => each.signals),
      stories: samples.flatMap((each) => each.stories),
    }
    askRegisters(tx, deps, teamLeadId)
    const stamper = stamperOf(tx, deps, ruleVersion)
    storeSample(tx, stamper, sample)
    saveCounters(tx, stamper)
    writeSetting(tx, 'listId', listIds[0] ?? '')
    const ids = sample.leads.map(({ id }) => id)
    refresh(tx, deps, ids)
    exportEarlier(tx, deps)
    return ids.length
  })
  emit({ kind: 'changed', topics: ['people', 'lists', 'leads', 'queue', 'calls', 'rules', 'exports'] })
  return made
}

/** Britain screens businesses too: somebody asked its registers the day before, and nobody here was on them. */
function askRegisters(tx: Db, { now, newId }: Deps, repId: string): void {
  const at = now() - DAY
  const takenOn = new Date(at).toISOString().slice(0, 10)
  for (const list of ['tps', 'ctps'] as const)
    insertScreening(tx, {
      id: newId(),
      list,
      takenOn,
      fileName: `${list}.csv`,
      at,
      repId,
      state: 'done',
      numbers: 0,
      refused: 0,
      matched: 0,
    })
}

/** Three reps and who leads them; the first one sits at the desk when nobody does. */
function addTeam(tx: Db, newId: () => string, createdAt: number) {
  const people = [
    { name: 'Lucía Marín', role: 'rep' },
    { name: 'Inés Prat', role: 'rep' },
    { name: 'Marc Torrent', role: 'rep' },
    { name: 'Óscar Villalba', role: 'team_lead' },
  ] as const
  const here = allReps(tx)
  const ids = people.map((person) => {
    const known = here.find(({ name }) => name.toLowerCase() === person.name.toLowerCase())
    if (known) return known.id
    const id = newId()
    insertRep(tx, { ...person, id, active: true, createdAt })
    return id
  })
  const [first = '', , , teamLeadId = ''] = ids
  if (!repAtDesk(tx)) sitAtDesk(tx, first)
  return { reps: ids.slice(0, 3), teamLeadId }
}

function stamperOf(tx: Db, { offset }: Deps, ruleVersion: number): Stamper {
  const own = deviceCounters(tx)
  return { device: own?.id ?? '', seq: own?.seq ?? 0, clock: own?.clock ?? '', offset, ruleVersion }
}
