import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { carryOutRestore, lastRestored, orderRestore } from '#electron/services/restore'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

const NAME = 'daily-20260310T090000Z.db'
let app: DeskApp
let asked: number
beforeEach(() => {
  asked = 0
  app = deskApp({ deps: { reopen: () => void asked++ } })
  mkdirSync(join(app.data, 'backups'), { recursive: true })
  writeFileSync(join(app.data, 'backups', NAME), 'x'.repeat(300))
})
afterEach(() => app.close())

const refusal = (name: string) =>
  app.call('backups.restore', { name }).then(
    () => null,
    ({ code, reason }: { code: string; reason?: string }) => reason ?? code,
  )

it('everybody reads what was copied when, why, and how large it is', async () => {
  expect(await app.call('backups.list', {})).toMatchObject({
    copies: [{ name: NAME, why: 'daily', at: Date.UTC(2026, 2, 10, 9), bytes: 300 }],
    restored: null,
  })
})

it('only an admin puts one back, and nothing but a copy of this folder', async () => {
  expect(await refusal(NAME)).toBe('needs-admin')
  app.sit(app.oscar)
  expect(await refusal(NAME)).toBe('needs-admin')
  app.sit(app.given.rep('Eva Sanz', 'admin'))
  for (const name of ['', 'nothing.db', `../backups/${NAME}`, '../callwright.db'])
    expect(await refusal(name)).toBe('backup-unknown')
  expect(asked).toBe(0)
  expect(await refusal(NAME)).toBeNull()
  expect(asked).toBe(1)
})

it('is refused while an import is running', async () => {
  app.sit(app.given.rep('Eva Sanz', 'admin'))
  app.db.run(`INSERT INTO imports (id, rep_id, at, file_name, sha256, state, plan, counts)
    VALUES ('00000000-0000-7000-8000-00000000000a', '${app.oscar}', 0, 'a.csv', '', 'running', '{}', '{}')`)
  expect(await refusal(NAME)).toBe('import-running')
})

it('an order whose copy is gone leaves the store as it is, says so, and is not tried again', () => {
  const order = {
    id: '00000000-0000-7000-8000-00000000000b',
    name: 'hand-20260101T000000Z.db',
    at: 1,
    by: 'Eva',
  }
  orderRestore(app.data, order)
  carryOutRestore(app.data, 'migrations', 2)
  expect(lastRestored(app.data)).toEqual({ ...order, done: false, copyAt: 0 })
  carryOutRestore(app.data, 'migrations', 3)
  expect(lastRestored(app.data)?.at).toBe(1)
})
