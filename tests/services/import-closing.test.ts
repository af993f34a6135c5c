import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'

import { slicesOf, Stopped } from '#electron/services/import/slices'
import { undoTidy } from '#electron/services/import/undo'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { importFile } from '../helpers/import-file.ts'
import { testApp } from '../helpers/test-app.ts'

it('an app that closes while an undo clears the words away ends it without a word; the next start goes on', async () => {
  const app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
  const { importId } = await importFile(app, spanishFile(60))
  const closing = new AbortController()
  const isClosing = () => closing.signal.aborted
  // Whoever has the turn after the last slice, the one that finds no more words, closes the store.
  let turns = 0
  const turn = () => {
    if (++turns < 2) return undefined
    closing.abort()
    app.store.close()
    return undefined
  }
  const slices = slicesOf(app.db, isClosing, isClosing, { turn })
  await expect(undoTidy(app.deps, importId, slices)).rejects.toBeInstanceOf(Stopped)
  rmSync(app.data, { recursive: true })
})
