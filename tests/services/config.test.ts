import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { SECTION_IDS } from '#shared/contract/config'
import type { Input } from '#shared/contract/api'
import { SHIPPED_OUTCOMES } from '#shared/domain/outcome-set'
import { SHIPPED_REASONS } from '#shared/domain/reason-set'
import { SCRIPTS } from '#shared/domain/script-texts'
import { DAY, deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
  app.sit(app.given.rep('Eva Sanz', 'admin'))
})
afterEach(() => app.close())

const exported = async (of = app) => {
  const { fileId, name } = await of.call('config.export', {})
  expect(name).toBe('callwright-configuration-2026-03-10.json')
  return readFileSync(join(of.data, 'outbox', fileId), 'utf8')
}
type Sections = Record<string, unknown>
const edited = (text: string, change: (sections: Sections) => void): string => {
  const file = JSON.parse(text) as { sections: Sections }
  change(file.sections)
  return JSON.stringify(file)
}
const bring = (text: string, of = app, sections: Input<'config.import'>['sections'] = [...SECTION_IDS]) =>
  of.call('config.import', { text, name: 'team.json', sections })
const inside = (of: unknown, ...path: (string | number)[]): Sections =>
  path.reduce<unknown>((each, name) => (each as Sections)[name], of) as Sections
const problems = async (text: string) => {
  const reply = await app.call('config.preview', { text })
  return reply.kind === 'refused'
    ? reply.problems.map(({ path, reason, code, detail }) => [path.join('.'), reason, code ?? detail])
    : []
}

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
    return of.call('outcome.save', { outcomes: structuredClone(named) as never, from: null })
  },
  (of, n) => {
    const own = { es: `Otro ${n}`, en: `Other ${n}` }
    const reasons = SHIPPED_REASONS.map((entry) =>
      entry.code === 'no_need' ? { ...entry, days: 90 + n } : entry,
    )
    const more = { code: `no_need/n${n % 3}`, label: own, on: true, exit: 'keep', days: 200 } as const
    return of.call('reason.save', {
      reasons: structuredClone([...reasons, more]),
      from: n % 2 ? '2026-04-01' : null,
    })
  },
  (of, n) => {
    const named = SHIPPED_OUTCOMES.map((entry) =>
      entry.code === 'voicemail' ? { ...entry, key: n % 2 ? 'Z' : 'Y' } : entry,
    )
    return of.call('outcome.save', {
      outcomes: structuredClone(named) as never,
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
  async (of, n) => {
    const { lists } = await of.call('app.state', {})
    const list = lists.find(({ id }) => id === of.list)
    if (!list) throw new Error('no list')
    const { leads: _, ...rest } = list
    return of.call('lists.save', { ...rest, costMinor: n, name: `Metal ${n % 2}`, business: n % 3 > 0 })
  },
]
const deeds = fc.array(fc.tuple(fc.nat(DEEDS.length - 1), fc.nat(60)), { minLength: 1, maxLength: 5 })
const doAll = async (of: DeskApp, list: readonly (readonly [number, number])[]) => {
  for (const [which, n] of list) await DEEDS[which]?.(of, n)
}
const newestVersion = async (of: DeskApp) => (await of.call('config.versions', {}))[0]?.version ?? 0

describe('the laws of the file', () => {
  it('out, in and out again is the same, here and in an empty workspace', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        const [one, other] = [admin(), admin()]
        await doAll(one, list)
        const text = await exported(one)
        expect(await bring(text, one)).toMatchObject({ kind: 'saved', version: null })
        expect(await exported(one)).toBe(text)
        expect(await bring(text, other)).toMatchObject({ kind: 'saved' })
        const lists = (of: string) => Object.keys(inside(JSON.parse(of), 'sections', 'lists'))
        const there = edited(await exported(other), (each) =>
          Object.assign(each, { lists: only(inside(each, 'lists'), lists(text)) }),
        )
        expect(JSON.parse(there)).toEqual(JSON.parse(text))
        one.close()
        other.close()
      }),
      { numRuns: 12 },
    )
  })

  it('whatever is changed, going back gives what was', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, deeds, async (first, then) => {
        const one = admin()
        await doAll(one, first)
        const [text, version] = [await exported(one), await newestVersion(one)]
        await doAll(one, then)
        await one.call('config.restore', { version, sections: [...SECTION_IDS] })
        expect(await exported(one)).toBe(text)
        expect((await one.call('config.compare', { version })).flatMap(({ changes }) => changes)).toEqual([])
        one.close()
      }),
      { numRuns: 12 },
    )
  })
})
const admin = (): DeskApp => {
  const made = deskApp()
  made.sit(made.given.rep('Eva Sanz', 'admin'))
  return made
}
const only = (of: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(of).filter(([name]) => names.includes(name)))

describe('what is planned for a day', () => {
  const named = (key: string) =>
    structuredClone(
      SHIPPED_OUTCOMES.map((entry) => (entry.code === 'voicemail' ? { ...entry, key } : entry)),
    ) as Input<'outcome.save'>['outcomes']
  const keyOf = async (of: DeskApp) =>
    (await of.call('app.state', {})).outcomes.find(({ code }) => code === 'voicemail')?.key
  const plan = async (of: DeskApp) => {
    await of.call('outcome.save', { outcomes: named('Z'), from: '2026-03-20' })
    return exported(of)
  }

  it('is in the file, and begins there as here', async () => {
    const text = await plan(app)
    const other = admin()
    const told = await other.call('config.preview', { text })
    const planned = told.kind === 'read' ? told.changed.find(({ section }) => section === 'planned') : null
    expect(planned?.changes).toContainEqual({
      path: ['outcomes', '2026-03-20', 'voicemail', 'key'],
      before: null,
      after: 'Z',
    })
    // Only what is otherwise than now is told.
    expect(new Set(planned?.changes.map(({ path }) => path[2]))).toEqual(new Set(['voicemail']))
    await bring(text, other)
    expect(await keyOf(other)).toBe('3')
    other.clock.advance(15 * DAY)
    expect(await keyOf(other)).toBe('Z')
    other.close()
  })

  it('holds at once where its day has come, and stays planned when something else is brought in', async () => {
    const text = await plan(app)
    const late = admin()
    late.clock.advance(15 * DAY)
    await bring(text, late)
    expect(await keyOf(late)).toBe('Z')
    late.close()
    const busy = edited(text, (sections) => {
      delete sections['planned']
      const outcomes = sections['outcomes'] as { code: string; key: string }[]
      Object.assign(outcomes.find(({ code }) => code === 'busy') ?? {}, { key: 'Y' })
    })
    await bring(busy)
    expect(await keyOf(app)).toBe('3')
    app.clock.advance(15 * DAY)
    expect(await keyOf(app)).toBe('Z')
  })
})

describe('a file', () => {
  it('has nobody in it: no name of a rep, no number, no key', async () => {
    app.lead('Ana Ruiz')
    await doAll(app, [
      [0, 3],
      [1, 3],
      [9, 3],
    ])
    const { frameworks } = await app.call('definition.get', {})
    const version = frameworks[1]?.versions[0]?.version ?? 0
    await app.call('definition.agree', { framework: 'meddic', version, side: 'sales', name: 'Berta Gil' })
    const text = await exported()
    for (const word of ['Eva', 'Óscar', 'Lucía', 'Ana', 'Ruiz', 'Berta', '+34', app.list])
      expect(text).not.toContain(word)
  })

  it('says before anything is written what it would change, by section, and only the chosen ones are', async () => {
    const text = edited(await exported(), (sections) => {
      Object.assign(inside(sections, 'score'), { readingCap: 30 })
      Object.assign(inside(sections, 'qualification', 'frameworks', 'bant', 'weights'), {
        need: 30,
        budget: 20,
      })
    })
    const rows = app.rows('rules').length
    expect(await app.call('config.preview', { text })).toMatchObject({ kind: 'read' })
    const reply = await app.call('config.preview', { text })
    const changed = reply.kind === 'read' ? reply.changed.filter(({ changes }) => changes.length > 0) : []
    expect(changed).toEqual([
      { section: 'score', changes: [{ path: ['readingCap'], before: '40', after: '30' }] },
      {
        section: 'qualification',
        changes: [
          { path: ['frameworks', 'bant', 'weights', 'budget'], before: '25', after: '20' },
          { path: ['frameworks', 'bant', 'weights', 'need'], before: '25', after: '30' },
        ],
      },
    ])
    expect(app.rows('rules')).toHaveLength(rows)
    await bring(text, app, ['score'])
    expect((await app.call('rules.get', {})).score.readingCap).toBe(30)
    expect((await app.call('definition.get', {})).frameworks[0]?.versions).toHaveLength(1)
    expect((await app.call('config.versions', {}))[0]).toMatchObject({
      why: 'import',
      of: 'team.json',
      by: 'Eva Sanz',
      changed: [{ section: 'score', subject: null }],
    })
  })

  it('that is wrong anywhere is refused whole, with the place and the mend', async () => {
    const text = await exported()
    const wrong = (change: (sections: Sections) => void) => problems(edited(text, change))
    expect(await problems('{')).toEqual([['', 'not-json', null]])
    expect(await problems('{}')).toEqual([['format', 'not-ours', null]])
    expect(await problems(text.replace('"formatVersion": 1', '"formatVersion": 2'))).toEqual([
      ['formatVersion', 'newer', null],
    ])
    expect(await wrong((all) => Object.assign(inside(all, 'score'), { readingCap: 'lots' }))).toEqual([
      ['score.readingCap', 'shape', 'number'],
    ])
    expect(await wrong((all) => Object.assign(inside(all, 'score'), { raedingCap: 20 }))).toEqual([
      ['score.raedingCap', 'stray', null],
    ])
    expect(await wrong((all) => delete inside(all, 'score')['readingCap'])).toEqual([
      ['score.readingCap', 'missing', null],
    ])
    expect(await wrong((all) => Object.assign(inside(all, 'lists', 'Metal Q4'), { language: 'fr' }))).toEqual(
      [['lists.Metal Q4.language', 'one-of', 'es, en']],
    )
    expect(await wrong((all) => Object.assign(inside(all, 'score'), { readingCap: 90 }))).toEqual([
      ['score', 'rule', 'reading-cap-too-high'],
    ])
    expect(await wrong((all) => Object.assign(all, { scripts: { Nowhere: SCRIPTS } }))).toEqual([
      ['scripts.Nowhere', 'list-unknown', 'Nowhere'],
    ])
    expect(
      await wrong((all) => Object.assign(inside(all, 'lists', 'Metal Q4'), { framework: 'spin' })),
    ).toEqual([['lists.Metal Q4.framework', 'framework-unknown', 'spin']])
    expect(
      await wrong((all) =>
        Object.assign(all, { calling: { XX: { earliest: 9, latest: 8, weekdays: [], days: [] } } }),
      ),
    ).toEqual([
      ['calling.XX', 'pack-unknown', 'XX'],
      ['calling.XX.latest', 'hours-reversed', null],
    ])
    const bad = edited(text, (all) => {
      Object.assign(inside(all, 'score'), { readingCap: 20 })
      Object.assign(all, { outcomes: [] })
    })
    const rows = app.rows('rules').length
    expect(await bring(bad)).toMatchObject({ kind: 'refused' })
    expect(app.rows('rules')).toHaveLength(rows)
  })

  it('is an admin’s alone, and so is going back', async () => {
    const text = await exported()
    app.sit(app.oscar)
    const refused = { code: 'not-allowed', reason: 'needs-admin' }
    await expect(app.call('config.export', {})).rejects.toMatchObject(refused)
    await expect(app.call('config.preview', { text })).rejects.toMatchObject(refused)
    await expect(bring(text)).rejects.toMatchObject(refused)
    await expect(app.call('config.versions', {})).rejects.toMatchObject(refused)
    await expect(app.call('config.restore', { version: 0, sections: ['score'] })).rejects.toMatchObject(
      refused,
    )
  })
})

describe('versions of it', () => {
  it('are listed with who, when and what, an import as one; undoing it is going back to the one before', async () => {
    await doAll(app, [[0, 7]])
    const before = await exported()
    const version = await newestVersion(app)
    const text = edited(before, (sections) => {
      Object.assign(inside(sections, 'score'), { readingCap: 11 })
      Object.assign(inside(sections, 'lists', 'Metal Q4'), { costMinor: 99, currency: 'EUR' })
    })
    await bring(text)
    expect(await app.call('config.versions', {})).toMatchObject([
      {
        why: 'import',
        changed: [
          { section: 'lists', subject: 'Metal Q4' },
          { section: 'score', subject: null },
        ],
      },
      { why: 'edit', by: 'Eva Sanz', changed: [{ section: 'score', subject: null }] },
      { why: 'shipped', version: 0 },
    ])
    await app.call('config.restore', { version, sections: [...SECTION_IDS] })
    expect(await exported()).toBe(before)
    expect((await app.call('config.versions', {}))[0]).toMatchObject({ why: 'restore', of: String(version) })
    await app.call('config.restore', { version: 0, sections: ['score'] })
    expect((await app.call('rules.get', {})).score.readingCap).toBe(40)
  })

  it('are not gone back to where a list would take the name of another', async () => {
    const list = async (name: string, id = app.list) => {
      const { lists } = await app.call('app.state', {})
      const found = lists.find((each) => each.id === app.list)
      if (!found) throw new Error('no list')
      const { leads: _, ...rest } = found
      return app.call('lists.save', { ...rest, id: id === 'new' ? null : id, name })
    }
    await list('Acero')
    await list('Metal Q4', 'new')
    const refused = { path: ['lists', 'Metal Q4'], reason: 'list-twice', detail: null, code: null }
    expect(await app.call('config.restore', { version: 0, sections: ['lists'] })).toEqual({
      kind: 'refused',
      // Of both that would have it.
      problems: [refused, refused],
    })
  })
})
