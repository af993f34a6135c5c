import { afterEach, beforeEach, expect, it } from 'vitest'

import type { Input } from '#shared/contract/api'
import { persons } from '#electron/db/schema/person'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana Ruiz', { source: 'la feria' })
})
afterEach(() => app.close())

async function save(change: Partial<Input<'script.save'>['scripts']['es']>) {
  const { scripts } = await app.call('script.get', { listId: app.list, version: null })
  return app.call('script.save', {
    listId: app.list,
    scripts: { ...scripts, es: { ...scripts.es, ...change } },
  })
}

it('a list’s own script is read on its calls, and old versions can be looked at', async () => {
  app.sit(app.oscar)
  expect((await app.open(ana)).script.opener).toMatch(/^Hola, Ana, soy Óscar\. .*por la feria\./)
  const questions = { need: '¿Cuánta merma tienen?' }
  expect(await save({ object: 'Si no quiere, no llamo más.', questions })).toEqual({
    kind: 'saved',
    version: 1,
  })
  await save({ object: 'O cuelgue.' })
  const { script, board } = await app.open(ana)
  expect(script.opener).toMatch(/O cuelgue\.$/)
  expect(script.numberFrom).toMatch(/por la feria/)
  expect(board.criteria.find(({ id }) => id === 'need')?.question).toBe('¿Cuánta merma tienen?')
  expect(board.criteria.find(({ id }) => id === 'budget')?.question).toMatch(/partida/)
  // A script is no change of the definition.
  expect(board.version).toBe(0)

  const first = await app.call('script.get', { listId: app.list, version: 1 })
  expect(first.scripts.es.object).toBe('Si no quiere, no llamo más.')
  expect(first.versions.map(({ version, by }) => [version, by])).toEqual([
    [2, 'Óscar Vega'],
    [1, 'Óscar Vega'],
  ])
})

it('speaks the person’s language where it is known', async () => {
  app.db.update(persons).set({ language: 'en' }).run()
  const { script, language } = await app.open(ana)
  expect([language, script.opener]).toEqual(['en', expect.stringMatching(/^Hello Ana/)])
})

it('is not a rep’s to write, must be whole, and is another list’s own business', async () => {
  await expect(save({ object: 'x' })).rejects.toMatchObject({ code: 'not-allowed' })
  app.sit(app.oscar)
  expect(await save({ object: ' ' })).toEqual({ kind: 'refused', reasons: ['object-missing'] })
  await save({ object: 'Solo aquí.' })
  const other = app.given.list('Otra lista')
  const theirs = await app.call('script.get', { listId: other, version: null })
  expect([theirs.version, theirs.scripts.es.object]).toEqual([0, expect.not.stringMatching(/Solo aquí/)])
})
