import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import type { Job } from '#shared/contract/events'
import type { ImportPlan } from '#shared/contract/import-plan'
import { importFile, undoImport } from '../helpers/import-file.ts'
import { testApp } from '../helpers/test-app.ts'

const ROWS = 40
const rows = (title: string) => Array.from({ length: ROWS }, (_, at) => `${at};P ${at};${title}`)
const file = (title: string) => ['ID;Nombre completo;Cargo', ...rows(title)].join('\r\n')

it('tells how far it is, of rows that changed somebody too', async () => {
  const seen: Job[] = []
  const app = testApp({ deps: { emit: (event) => void (event.kind === 'job' && seen.push(event.job)) } })
  try {
    await app.call('people.add', { name: 'Ana', role: 'team_lead' })
    const plan: Partial<ImportPlan> = {
      columns: (['externalId', 'fullName', 'title'] as const).map((field, index) => ({
        index,
        field,
        rule: 'overwrite',
      })),
    }
    await importFile(app, file('Compras'), plan)
    const listId = app.db.get<{ id: string }>(sql`SELECT id FROM lists`).id
    const { importId, counts } = await importFile(app, file('Ventas'), { ...plan, newList: null, listId })
    expect(counts.update).toBe(ROWS)
    seen.length = 0
    await undoImport(app, importId)
    const done = seen.filter(({ state }) => state === 'running').map(({ done }) => done)
    expect(done.at(-1)).toBe(ROWS)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
  } finally {
    app.close()
  }
})
