import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { inboxPath } from '#electron/services/import/inspect'
import { judgeFile } from '#electron/services/import/judging'
import { NOTHING_ODD } from '#electron/services/import/scan'
import { currentRules } from '#electron/services/rules'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { handIn, inspect, NEW_LIST, planOf } from '../helpers/import-file.ts'

const MB = 1024 * 1024
const ROWS = 1200

let app: DeskApp
beforeEach(() => void (app = deskApp()))
afterEach(() => app.close())

it('rows of long cells are staged every few megabytes, as they could not all be held', async () => {
  const note = 'x'.repeat(30_000)
  const rows = Array.from({ length: ROWS }, (_, n) => `Eva Gil ${n};${600_000_000 + n};${n} ${note}`)
  const fileId = handIn(app, `nombre;teléfono;notas\n${rows.join('\n')}\n`)
  const at = app.deps.now()
  const file = judgeFile(
    {
      path: inboxPath(app.deps, fileId),
      staging: join(app.data, 'long.db'),
      plan: planOf(await inspect(app, fileId)),
      zone: app.deps.zone,
      importId: crypto.randomUUID(),
      tries: 0,
      list: { ...NEW_LIST, id: crypto.randomUUID(), createdAt: at },
      at,
      profile: currentRules(app.db).score,
      rows: ROWS,
      odd: NOTHING_ODD,
    },
    app.db,
  )
  let [before, people] = [0, 0]
  for await (const judged of file) {
    expect(judged.bytes - before).toBeLessThan(9 * MB)
    ;[before, people] = [judged.bytes, judged.people]
  }
  expect(people).toBe(ROWS)
})
