import { act, screen, within } from '@testing-library/react'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { historyPlan } from '../helpers/call-history.ts'
import type { DeskApp } from '../helpers/desk.ts'
import { handIn, importFile, NEW_LIST } from '../helpers/import-file.ts'
import { violations } from './axe.ts'
import { CSV } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const COST = { costMinor: 12_050, currency: 'EUR', basis: 'asked at the fair' } as const
const PLAN = { name: 'feria.csv', newList: { ...NEW_LIST, ...COST, name: 'Feria' } } as const

/** The log with one import in it, and what else happened. */
const logged = (language: 'en' | 'es', also: (app: DeskApp) => Promise<unknown> = () => Promise.resolve()) =>
  showApp(async (app) => {
    await importFile(app, Buffer.from(CSV, 'latin1'), PLAN)
    await also(app)
    location.hash = '/import'
  }, language)
const rowOf = async (file: string) =>
  (await screen.findByText(file, { selector: 'td' })).closest('tr') ?? document.body
const fact = (dialog: HTMLElement, name: string) =>
  within(dialog).getByText(name, { selector: 'dt' }).nextElementSibling?.textContent

describe('the log of imports', () => {
  it('tells file, hash, who, when, mapping, counts, duration, cost and basis of each', async () => {
    const { app, user } = await logged('en')
    const row = await rowOf('feria.csv')
    expect(within(row).getByText('Lucía Marín')).toBeInTheDocument()
    expect(within(row).getByText('3 created, 0 updated')).toBeInTheDocument()
    await user.click(within(row).getByRole('button', { name: /All about feria.csv/ }))
    const dialog = await screen.findByRole('dialog', { name: 'feria.csv' })
    const hash = (await app.call('imports.list', {}))[0]?.hash ?? ''
    expect(hash).toMatch(/^[0-9a-f]{12}$/)
    expect(fact(dialog, 'Mark of the file')).toBe(hash)
    expect(fact(dialog, 'By')).toBe('Lucía Marín')
    expect(fact(dialog, 'List')).toBe('Feria')
    expect(fact(dialog, 'Rows')).toBe('5 = 3 + 1 + 1')
    expect(fact(dialog, 'created')).toBe('3')
    expect(fact(dialog, 'left out: error')).toBe('1')
    expect(fact(dialog, 'Took')).toMatch(/^in [\d.]+ s$/)
    expect(fact(dialog, 'What this list cost')).toBe('€120.50')
    expect(fact(dialog, 'Lawful basis of the list')).toBe('asked at the fair')
    const mapping = within(within(dialog).getByRole('region', { name: 'What each column is' }))
    expect(mapping.getAllByRole('listitem').map((each) => each.textContent)).toContain('TeléfonoPhone')
    expect(within(dialog).getByText(/^Can be undone until/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('says why one that stopped did, and calls verdicts what they are', async () => {
    const { user } = await logged('es', async (app) => {
      await verdictIn(app)
      // As an earlier session left it.
      app.db
        .run(sql`INSERT INTO imports (id, rep_id, at, file_name, sha256, list_id, state, plan, counts, message)
        SELECT ${app.deps.newId()}, rep_id, at, 'rota.csv', 'x', list_id, 'failed', plan, '{}', 'disk-full'
        FROM imports WHERE file_name = 'feria.csv'`)
    })
    expect(within(await rowOf('crm.csv')).getByText('1 veredicto')).toBeInTheDocument()
    await user.click(within(await rowOf('rota.csv')).getByRole('button', { name: /rota.csv/ }))
    const dialog = await screen.findByRole('dialog', { name: 'rota.csv' })
    expect(within(dialog).getByText(/El disco está lleno/)).toBeInTheDocument()
    expect(within(dialog).queryByRole('button', { name: /^Deshacer/ })).toBeNull()
    expect(await violations()).toEqual([])
  })

  it.each([
    ['en', /^Can’t be undone any more: its old values are deleted/],
    ['es', /^Ya no se puede deshacer: sus valores antiguos se borran/],
  ] as const)('says in %s that the time to undo one is over, and offers nothing', async (language, words) => {
    const { user } = await logged(language, (app) => Promise.resolve(app.clock.advance(366 * DAY)))
    await user.click(within(await rowOf('feria.csv')).getByRole('button', { name: /feria.csv/ }))
    const dialog = await screen.findByRole('dialog', { name: 'feria.csv' })
    expect(within(dialog).getByText(words)).toBeInTheDocument()
    expect(within(dialog).queryByRole('button', { name: /^(Undo|Deshacer)/ })).toBeNull()
    expect(await violations()).toEqual([])
  })

  it('the look before says until when, and who stays once calls are taken back is named', async () => {
    const { user } = await logged('en', async (app) => {
      app.sit(app.oscar)
      const rows = [
        '600111222;09/03/2026 10:00;Ringing;Berta Ruiz',
        '600111222;09/03/2026 11:00;Ringing;Berta Ruiz',
      ]
      const plan = historyPlan(['phone', 'calledAt', 'outcome', 'agent'])
      const phone = app.rows<{ e164: string }>('phones')[0]?.e164 ?? ''
      for (const [at, row] of rows.entries()) {
        const text = `Tel;Fecha;Fin;Quién\r\n${row.replace('600111222', phone)}\r\n`
        await app.call('history.run', { fileId: handIn(app, text), plan: { ...plan, name: `${at}.csv` } })
        app.clock.advance(1000)
      }
    })
    await user.click(within(await rowOf('feria.csv')).getByRole('button', { name: /feria.csv/ }))
    await user.click(await screen.findByRole('button', { name: 'Undo this import' }))
    const dialog = await screen.findByRole('dialog', { name: 'feria.csv' })
    expect(await within(dialog).findByText(/^Can be undone until/)).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))

    await user.click(within(await rowOf('0.csv')).getByRole('button', { name: /0.csv/ }))
    await user.click(await screen.findByRole('button', { name: /^Undo: take these calls back/ }))
    expect(await screen.findByText(/^Berta Ruiz stays among the people/)).toBeInTheDocument()
  })
})

it('whoever is elsewhere is told that a file of verdicts is in', async () => {
  const { app } = await showApp(async (at) => {
    await importFile(at, Buffer.from(CSV, 'latin1'), PLAN)
    location.hash = '/agenda'
  }, 'es')
  await act(() => verdictIn(app))
  expect(await screen.findByText('1 fila de crm.csv está dentro')).toBeInTheDocument()
})

/** A team lead brings what the CRM made of one lead. */
async function verdictIn(app: DeskApp): Promise<void> {
  app.sit(app.oscar)
  const leadId = app.rows<{ id: string }>('leads')[0]?.id ?? ''
  const fileId = handIn(app, `_lead_id;Veredicto\r\n${leadId};Rechazado\r\n`)
  await app.call('history.run', { fileId, plan: VERDICTS })
}

const VERDICTS = historyPlan(['externalId', 'verdict'], { name: 'crm.csv', addReps: false, closes: false })
