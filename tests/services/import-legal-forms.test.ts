import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { importFile, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Irene', role: 'team_lead' })
})
afterEach(() => app.close())

const NAMES = ['Forjas', 'Forjas S.L.', 'Forjas, SL', 'Forjas SA', 'Forjas GmbH']

it('law: in whatever order a file names them, an SL, an SA and a GmbH are never one company', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 6 }), async (names) => {
      const rows = names.map((name, n) => `${n},Person ${n},60011122${n},"${name}"`)
      const { importId } = await importFile(app, ['ID,Nombre,Teléfono,Empresa', ...rows].join('\n'), {
        headerLine: 1,
        delimiter: ',',
        columns: (['externalId', 'fullName', 'phone', 'company'] as const).map((field, index) => ({
          index,
          field,
          rule: 'fill',
        })),
      })
      const at = app.db.all<{ n: string; companyId: string }>(
        sql`SELECT external_id AS n, company_id AS companyId FROM leads ORDER BY external_id`,
      )
      const formOf = (n: number) => /SL|S\.L\.|SA|GmbH/.exec(names[n] ?? '')?.[0].replaceAll('.', '') ?? null
      const groups = Map.groupBy(at, ({ companyId }) => companyId)
      for (const colleagues of groups.values()) {
        const forms = new Set(colleagues.map(({ n }) => formOf(Number(n))).filter((form) => form !== null))
        expect(forms.size).toBeLessThan(2)
      }
      await undoImport(app, importId)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
