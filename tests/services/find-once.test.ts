import { expect, it, onTestFinished } from 'vitest'

import { clientOf } from '#electron/db/raw'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

/** What each walk along all who have a word was asked for, with the index it went along. */
function walks(app: DeskApp): string[] {
  const asked: string[] = []
  const client = clientOf(app.db)
  const prepare = client.prepare.bind(client) as (text: string) => ReturnType<typeof client.prepare>
  client.prepare = ((text: string) => {
    const statement = prepare(text)
    if (!/AS n FROM (search|search_kept) WHERE .* MATCH \? ORDER BY/.test(text)) return statement
    const all = statement.all.bind(statement) as (...given: unknown[]) => unknown[]
    statement.all = (...given: unknown[]) => {
      asked.push(`${/FROM (\w+)/.exec(text)?.[1]}: ${String(given[0])}`)
      return all(...given)
    }
    return statement
  }) as typeof client.prepare
  return asked
}

it('a word is looked up once, in however many ways what was typed is read', async () => {
  const app = deskApp()
  onTestFinished(app.close)
  app.lead('Ana Ruiz Gil')
  const asked = walks(app)
  const { leads } = await app.call('find.search', { text: 'Ana Ruiz Gil', limit: 12 })
  expect(leads.map(({ name }) => name)).toEqual(['Ana Ruiz Gil'])
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted())
})
