import * as fc from 'fast-check'

import type { Input } from '#shared/contract/api'
import { SHIPPED_OUTCOMES } from '#shared/domain/outcome-set'
import { SHIPPED_REASONS } from '#shared/domain/reason-set'
import { SCRIPTS } from '#shared/domain/script-texts'
import type { DeskApp } from './desk.ts'

/** What an admin might do, each by the request of its editor. */
const DEEDS: readonly ((of: DeskApp, n: number) => Promise<unknown>)[] = [
  async (of, n) => {
    const { score } = await of.call('rules.get', {})
    const data = { ...score, readingCap: n % 50, lists: { [of.list]: { industry: [`i${n}`] } } }
    return of.call('rules.save', { kind: 'score', data })
  },
  async (of, n) => {
    const { frameworks } = await of.call('definition.get', {})
    const definition = structuredClone(frameworks[n % 2]?.versions[0]?.definition)
    if (!definition) throw new Error('no framework')
    return of.call('definition.save', { definition: { ...definition, threshold: 50 + (n % 40) } })
  },
  (of, n) => of.call('definition.choose', { listId: of.list, framework: n % 2 ? 'meddic' : null }),
  (of, n) => of.call('definition.choose', { listId: null, framework: n % 2 ? 'meddic' : 'bant' }),
  (of, n) => {
    const named = SHIPPED_OUTCOMES.map((entry) =>
      entry.code === 'busy' ? { ...entry, label: { es: `Comunica ${n}`, en: `Busy ${n}` } } : entry,
    )
    return of.call('outcome.save', { set: structuredClone(named) as never, from: null })
  },
  (of, n) => {
    const own = { es: `Otro ${n}`, en: `Other ${n}` }
    const reasons = SHIPPED_REASONS.map((entry) =>
      entry.code === 'no_need' ? { ...entry, days: 90 + n } : entry,
    )
    const more = { code: `no_need/n${n % 3}`, label: own, on: true, exit: 'keep', days: 200 } as const
    return of.call('reason.save', {
      set: structuredClone([...reasons, more]),
      from: n % 2 ? '2026-04-01' : null,
    })
  },
  (of, n) => {
    const named = SHIPPED_OUTCOMES.map((entry) =>
      entry.code === 'voicemail' ? { ...entry, key: n % 2 ? 'Z' : 'Y' } : entry,
    )
    return of.call('outcome.save', {
      set: structuredClone(named) as never,
      from: `2026-0${4 + (n % 3)}-02`,
    })
  },
  async (of, n) => {
    const { objections } = await of.call('objection.library', {})
    const own = {
      code: `own_${n}`,
      label: { es: 'a', en: 'b' },
      answer: { es: 'c', en: 'd' },
      retired: false,
    }
    return of.call('objection.save', { objections: [own, ...objections.filter((_, at) => at !== n % 3)] })
  },
  (of, n) => {
    const es = { ...SCRIPTS.es, closes: [{ when: `w${n}`, say: 's' }] }
    return of.call('script.save', {
      listId: of.list,
      scripts: structuredClone({ ...SCRIPTS, es }) as Input<'script.save'>['scripts'],
    })
  },
  (of, n) =>
    of.call('policy.narrow', {
      subject: n % 2 ? 'ES' : 'US-FL',
      narrowing: { earliest: n % 3 ? 600 + n : null, latest: null, weekdays: n % 3 ? [5] : [], days: [] },
    }),
  (of, n) =>
    of.call('retention.save', {
      listId: n % 3 ? of.list : null,
      keeping: n % 2 ? { close: n % 5 ? n : null, erase: n + 1 } : null,
    }),
  (of, n) => of.call('definition.quarters', { start: 1 + (n % 12) }),
  async (of, n) => {
    const { lists } = await of.call('app.state', {})
    const list = lists.find(({ id }) => id === of.list)
    if (!list) throw new Error('no list')
    return of.call('lists.save', { ...list, costMinor: n, name: `Metal ${n % 2}`, business: n % 3 > 0 })
  },
]
export const deeds = fc.array(fc.tuple(fc.nat(DEEDS.length - 1), fc.nat(60)), { minLength: 1, maxLength: 5 })
export const doAll = async (of: DeskApp, list: readonly (readonly [number, number])[]) => {
  for (const [which, n] of list) await DEEDS[which]?.(of, n)
}
