import { afterEach, beforeEach, expect, it } from 'vitest'

import { flagsOf } from '#shared/domain/outcome-names'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
  app.sit(app.given.rep('Eva Sanz', 'admin'))
})
afterEach(() => app.close())

const NO_ANSWER = { es: 'No coge', en: 'Rang out' }

it('outcomes are called as the team calls them, by version, and a shipped name comes back', async () => {
  expect(await app.call('outcome.save', { names: { no_answer: NO_ANSWER } })).toEqual({
    kind: 'saved',
    version: 1,
  })
  expect((await app.call('app.state', {})).words).toEqual({
    en: { 'outcome.no_answer': 'Rang out' },
    es: { 'outcome.no_answer': 'No coge' },
  })
  await app.call('outcome.save', { names: {} })
  const { versions } = await app.call('outcome.get', {})
  expect(versions.map(({ version, by, names }) => [version, by, names])).toEqual([
    [2, 'Eva Sanz', {}],
    [1, 'Eva Sanz', { no_answer: NO_ANSWER }],
    [0, null, {}],
  ])
  expect((await app.call('app.state', {})).words.en).toEqual({})
})

it('a rename changes no fact and no count', async () => {
  const ana = app.lead('Ana Ruiz')
  await app.log(ana, 'no_answer')
  const [calls, leads] = [app.rows('calls'), app.rows('leads')]
  await app.call('outcome.save', { names: { no_answer: NO_ANSWER } })
  expect([app.rows('calls'), app.rows('leads')]).toEqual([calls, leads])
  expect(flagsOf('no_answer')).toEqual(['attempt'])
})

it('two of one name, or none, are refused, and only an admin names them', async () => {
  const names = { busy: NO_ANSWER, no_answer: { es: 'No coge ', en: 'No' }, nurture: { es: '', en: 'x' } }
  expect(await app.call('outcome.save', { names })).toEqual({
    kind: 'refused',
    reasons: [
      { reason: 'name-twice', subject: 'no_answer' },
      { reason: 'name-twice', subject: 'busy' },
      { reason: 'name-missing', subject: 'nurture' },
    ],
  })
  app.sit(app.oscar)
  await expect(app.call('outcome.save', { names: {} })).rejects.toMatchObject({ reason: 'needs-admin' })
  expect(app.rows('rules')).toEqual([])
})
