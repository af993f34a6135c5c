import { sql } from 'drizzle-orm'
import { afterEach, expect, it } from 'vitest'

import { warmUp } from '#electron/engine/warm-up'
import type { Dispatch } from '#electron/services/dispatch'
import { deskApp } from '../helpers/desk.ts'
import { testApp } from '../helpers/test-app.ts'

const opened: { close: () => void }[] = []
afterEach(() => opened.splice(0).forEach((app) => app.close()))
const kept = <A extends { close: () => void }>(app: A): A => (opened.push(app), app)

const listened = (dispatch: Dispatch) => {
  const asked: string[] = []
  const listening: Dispatch = (method, input) => (asked.push(method), dispatch(method, input))
  return { asked, listening }
}

it('asks ahead what the first screen will ask, down to the card of whoever is first, and changes no fact', async () => {
  const app = kept(deskApp())
  app.lead('Ana Gil')
  const facts = () =>
    app.db.all(sql`SELECT (SELECT count(*) FROM calls) AS calls, (SELECT count(*) FROM drafts) AS drafts`)
  const before = facts()
  const { asked, listening } = listened(app.dispatch)
  await warmUp(listening)
  expect(asked).toEqual(['app.state', 'queue.view', 'lead.card'])
  expect(facts()).toEqual(before)
})

it('asks no more than the state while nobody sits here', async () => {
  const { asked, listening } = listened(kept(testApp()).dispatch)
  await warmUp(listening)
  expect(asked).toEqual(['app.state'])
})
