import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { SECTION_IDS } from '#shared/contract/config'
import { SCRIPTS } from '#shared/domain/script-texts'
import { doAll } from '../helpers/config-deeds.ts'
import { admin, bring, edited, exported, inside, newestVersion, type Sections } from '../helpers/config.ts'
import type { DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => {
  app = admin()
})
afterEach(() => app.close())

const problems = async (text: string) => {
  const reply = await app.call('config.preview', { text })
  return reply.kind === 'refused'
    ? reply.problems.map(({ path, reason, code, detail }) => [path.join('.'), reason, code ?? detail])
    : []
}

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
    const text = await exported(app)
    for (const word of ['Eva', 'Óscar', 'Lucía', 'Ana', 'Ruiz', 'Berta', '+34', app.list])
      expect(text).not.toContain(word)
  })

  it('says before anything is written what it would change, by section, and only the chosen ones are', async () => {
    const text = edited(await exported(app), (sections) => {
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
    const text = await exported(app)
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
    expect(await bring(bad, app)).toMatchObject({ kind: 'refused' })
    expect(app.rows('rules')).toHaveLength(rows)
  })

  it('is an admin’s alone, and so is going back', async () => {
    const text = await exported(app)
    app.sit(app.oscar)
    const refused = { code: 'not-allowed', reason: 'needs-admin' }
    await expect(app.call('config.export', {})).rejects.toMatchObject(refused)
    await expect(app.call('config.preview', { text })).rejects.toMatchObject(refused)
    await expect(bring(text, app)).rejects.toMatchObject(refused)
    await expect(app.call('config.versions', {})).rejects.toMatchObject(refused)
    await expect(app.call('config.restore', { version: 0, sections: ['score'] })).rejects.toMatchObject(
      refused,
    )
  })
})

describe('versions of it', () => {
  it('are listed with who, when and what, an import as one; undoing it is going back to the one before', async () => {
    await doAll(app, [[0, 7]])
    const before = await exported(app)
    const version = await newestVersion(app)
    const text = edited(before, (sections) => {
      Object.assign(inside(sections, 'score'), { readingCap: 11 })
      Object.assign(inside(sections, 'lists', 'Metal Q4'), { costMinor: 99, currency: 'EUR' })
    })
    await bring(text, app)
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
    expect(await exported(app)).toBe(before)
    expect((await app.call('config.versions', {}))[0]).toMatchObject({ why: 'restore', of: String(version) })
    await app.call('config.restore', { version: 0, sections: ['score'] })
    expect((await app.call('rules.get', {})).score.readingCap).toBe(40)
  })

  it('are not gone back to where a list would take the name of another', async () => {
    const list = async (name: string, id = app.list) => {
      const { lists } = await app.call('app.state', {})
      const found = lists.find((each) => each.id === app.list)
      if (!found) throw new Error('no list')
      return app.call('lists.save', { ...found, id: id === 'new' ? null : id, name })
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
