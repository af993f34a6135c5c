import { afterEach, beforeEach, expect, it } from 'vitest'

import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'

let app: DeskApp
beforeEach(() => void (app = deskApp()))
afterEach(() => app.close())

it('of two imports that both wait for a dry run to end, one comes in', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `Eva Gil ${n};${600_000_000 + n}`)
  const fileId = handIn(app, `nombre;teléfono\n${rows.join('\n')}\n`)
  const plan = planOf(await inspect(app, fileId))
  await app.call('import.check', { fileId, plan })
  const named = (name: string) => ({ ...plan, newList: plan.newList && { ...plan.newList, name } })
  const both = await Promise.allSettled(
    ['A', 'B'].map((name) => app.call('import.run', { fileId, plan: named(name) })),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  for (const each of both) if (each.status === 'fulfilled') await ended(app, each.value.importId)
})
