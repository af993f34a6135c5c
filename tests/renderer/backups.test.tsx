import { screen, within } from '@testing-library/react'
import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'

import { openStore } from '#electron/db/open'
import { carryOutRestore } from '#electron/services/restore'
import type { Bridge } from '#shared/contract/bridge'
import type { DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
  location.hash = '/settings/backups'
})

const NAME = 'import-20260309T080000Z.db'
/** A store of yesterday among the copies. */
function copied({ data }: DeskApp): void {
  const folder = join(data, 'backups')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, NAME)
  openStore({ file, migrations: 'migrations', backups: folder, now: NOW }).close()
  const sqlite = new Database(file)
  sqlite.pragma('journal_mode = DELETE')
  sqlite.close()
}
/** The engine closes and opens again, which carries the order out; this app's own store stays in memory. */
const reopening = (app: DeskApp): Partial<Bridge> => ({
  send: async (method, input) => {
    const reply = await app.dispatch(method, input)
    if (method === 'backups.restore' && reply.ok) carryOutRestore(app.data, 'migrations', NOW)
    return reply
  },
})

it('lists the copies, reads one back on request, and leaves putting back to an admin', async () => {
  const { user } = await showApp(copied, 'es')
  const list = within(await screen.findByRole('list', { name: 'Copias de seguridad' }))
  expect(list.getByText('antes de una importación')).toBeInTheDocument()
  await user.click(list.getByRole('button', { name: /^Comprobar la copia del/ }))
  expect(await list.findByText('entera')).toBeInTheDocument()
  expect(screen.getByText('Solo administración recupera una copia.')).toBeInTheDocument()
  expect(list.queryByRole('button', { name: /^Recuperar/ })).toBeNull()
  expect(await violations()).toEqual([])
})

it('says what goes and what stays before one is put back, and what became of it', async () => {
  const { user } = await showApp(
    (app) => {
      copied(app)
      app.sit(app.given.rep('Eva Sanz', 'admin'))
    },
    'en',
    reopening,
  )
  await user.click(await screen.findByRole('button', { name: /^Put back the copy of/ }))
  const dialog = within(await screen.findByRole('dialog', { name: /^Put back the copy of/ }))
  expect(dialog.getByText(/All that came after it/)).toBeInTheDocument()
  expect(await violations()).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Put it back' }))
  expect(await screen.findByText(/^Put back .* by Eva Sanz/)).toBeInTheDocument()
  expect(screen.queryByRole('dialog')).toBeNull()
})
