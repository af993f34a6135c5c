import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { act, importWorld, takeBack } from '../helpers/import-world.ts'
import { testApp } from '../helpers/test-app.ts'

it('whom a file’s own wish reached by a merge that was taken apart goes with that file', async () => {
  const app = testApp()
  try {
    const world = await importWorld(app)
    const bring = (row: readonly string[], list: 'Home' | 'Other') =>
      act(world, { do: 'bring', rows: [[...row]], rules: [], mode: 'create_update', list })
    const leads = () => app.db.all(sql`SELECT id FROM leads ORDER BY id`)
    // Each file brings Sol too.
    await bring(['1', 'Ana Roa', '', '600111222', '', '', '', '', ''], 'Home')
    const before = leads()
    await bring(['1', 'Ana Roa', '', '600111222', '', '', '', '', 'sí'], 'Other')
    expect(app.db.all(sql`SELECT 1 FROM live_suppressions`)).toHaveLength(1)
    await act(world, { do: 'merge', kind: 'person', pair: [1, 0], side: 'kept' })
    await act(world, { do: 'unmerge' })
    expect(world.done).toContain('unmerge')
    const second = world.came.at(-1)
    if (second) await takeBack(world, second)
    expect(leads()).toEqual(before)
  } finally {
    app.close()
  }
})
