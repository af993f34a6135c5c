import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import type { Bridge } from '#shared/contract/bridge'
import { AppError } from '#shared/contract/errors'
import type { DeskApp } from '../helpers/desk.ts'
import { handIn, importFile } from '../helpers/import-file.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const CSV = [
  'Nombre y apellidos;Empresa;Teléfono;E-mail;DNI;No llamar;',
  'Ana Ruiz;Talleres Norte;600 111 222;ana@norte.example;12345678Z;No;',
  'Iker Zubia;Zubia Tools;91 555 12 12 / 600-111-223;iker@zubia.example;87654321X;No;',
  'Elena Roa;Roa S.A.;9765512;elena@roa.example;11111111H;No;',
  'Luis Peña;Peña e Hijos;600 111 224;luis@pena.example;22222222J;Sí;',
  ';;;;33333333P;No;',
].join('\r\n')

const file = (name = 'feria.csv') => new File(['x'], name, { type: 'text/csv' })

async function open(bytes: Buffer | string = Buffer.from(CSV, 'latin1'), more: Partial<Bridge> = {}) {
  const saved: string[] = []
  const host = (app: DeskApp): Partial<Bridge> => ({
    upload: ({ name }) => Promise.resolve({ fileId: handIn(app, bytes), name }),
    save: (fileId, name) => {
      saved.push(`${name}\n${readFileSync(join(app.data, 'outbox', fileId), 'utf8')}`)
      return Promise.resolve(true)
    },
    ...more,
  })
  const shown = await showApp(() => void (location.hash = '/import'), 'en', host)
  await screen.findByRole('heading', { level: 1, name: 'Import' })
  const pick = async (name?: string) => {
    const input = document.querySelector<HTMLInputElement>('input[type="file"]')
    if (!input) throw new Error('no way to pick a file')
    await shown.user.upload(input, file(name))
  }
  const next = () => shown.press('{Control>}{Enter}{/Control}')
  return { ...shown, saved, pick, next }
}
const select = (name: RegExp) => screen.getByRole('button', { name })

describe('the import wizard', () => {
  it('goes from a Spanish spreadsheet to the queue by keyboard, one screen a step', async () => {
    const { app, pick, next, saved, user } = await open()
    await pick()
    await screen.findByRole('heading', { level: 1, name: 'feria.csv' })
    expect(select(/Encoding$/)).toHaveTextContent('Windows-1252')
    expect(select(/Cells end with$/)).toHaveTextContent('semicolon')
    expect(screen.getByText('A column has no name.')).toBeInTheDocument()
    expect(screen.getByRole('cell', { name: 'Luis Peña' })).toBeInTheDocument()
    expect(await violations()).toEqual([])

    await next()
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
    expect(select(/Nombre y apellidos becomes$/)).toHaveTextContent('Full name')
    expect(select(/Teléfono becomes$/)).toHaveTextContent('Phone')
    expect(select(/DNI becomes$/)).toHaveTextContent('Leave out')
    expect(screen.getByRole('checkbox', { name: /Bring.* DNI/ })).not.toBeChecked()
    expect(
      screen.getByText(/1 column is empty: no name, column 7\. 2 columns are left out\./),
    ).toBeInTheDocument()
    expect(await violations()).toEqual([])

    await next()
    const tile = await screen.findByRole('button', { name: /^1\s*error/ })
    expect(tile).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByText(/5 rows in = 3 \+ 1 \+ 1/)).toBeInTheDocument()
    expect(await screen.findByText('Nobody to identify')).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'show 3 rows with marked cells' }))
    await waitFor(() => expect(screen.getByRole('row', { name: /Iker Zubia/ })).toBeInTheDocument())
    expect(screen.getByRole('row', { name: /Iker Zubia/ })).toHaveTextContent('all kept, the mobile first')
    expect(screen.getByRole('row', { name: /Elena Roa/ })).toHaveTextContent('the row goes in without it')
    expect(app.rows('leads')).toEqual([])

    await user.click(screen.getByRole('button', { name: 'Download the error' }))
    await waitFor(() => expect(saved[0]).toContain('_reason'))
    expect(screen.getByRole('button', { name: /^Import 4 rows/ })).toBeInTheDocument()
    await next()
    await screen.findByRole('heading', { level: 1, name: '4 rows of feria.csv are in' })
    expect(
      screen.getByText('1 of these leads has no number: it is kept, and never queued.'),
    ).toBeInTheDocument()
    expect(app.rows('leads')).toHaveLength(4)
    expect(await violations()).toEqual([])

    await next()
    await waitFor(() => expect(location.hash).toMatch(/^#\/queue/))
  })

  it('says that a file came before, and creates nothing the second time', async () => {
    const { pick, next, user } = await open()
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    await next()
    await next()
    await screen.findByRole('button', { name: /^Import 4 rows/ })
    await next()
    await screen.findByRole('heading', { name: '4 rows of feria.csv are in' })
    await user.click(screen.getByRole('button', { name: 'Another file' }))
    expect(await screen.findByRole('cell', { name: '3 created, 0 updated' })).toBeInTheDocument()
    await pick('again.csv')
    expect(await screen.findByText(/This same file was imported on .* as feria\.csv/)).toBeInTheDocument()
    await next()
    await next()
    expect(await screen.findByRole('button', { name: /^0\s*create/ })).toBeInTheDocument()
  })

  it('reads again with what somebody corrects', async () => {
    const { pick, user } = await open(Buffer.from(CSV, 'utf8'))
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    expect(select(/Encoding$/)).toHaveTextContent('UTF-8')
    await user.click(select(/Encoding$/))
    await user.click(await screen.findByRole('option', { name: 'Windows-1252' }))
    expect(await screen.findByRole('cell', { name: 'Luis PeÃ±a' })).toBeInTheDocument()
    const header = screen.getByRole('textbox', { name: 'Header in line' })
    await user.clear(header)
    await user.type(header, '0')
    expect(await screen.findByRole('cell', { name: 'Nombre y apellidos' })).toBeInTheDocument()
  })

  it('makes a new list, which needs a name', async () => {
    const { app, pick, next, user } = await open()
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    await next()
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: /List$/ }))
    await user.click(await screen.findByRole('option', { name: 'A new list' }))
    const name = await screen.findByRole('textbox', { name: 'Name of the list' })
    expect(name).toHaveValue('feria')
    await user.clear(name)
    await next()
    expect(await screen.findByText('The list needs a name.')).toBeInTheDocument()
    await user.type(name, 'Feria Bilbao')
    await user.click(screen.getByRole('radio', { name: 'Consumers' }))
    await next()
    await screen.findByRole('button', { name: /^Import 4 rows/ })
    await next()
    await screen.findByRole('heading', { name: /are in$/ })
    expect(app.rows('lists', `name = 'Feria Bilbao'`)).toMatchObject([{ business: 0 }])
  })

  it('stays where it was while somebody looks elsewhere', async () => {
    const { pick, next, user } = await open()
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    await next()
    await user.click(screen.getByRole('link', { name: 'Numbers' }))
    await screen.findByRole('heading', { level: 1, name: 'From call to contract' })
    await user.click(screen.getByRole('link', { name: 'Import' }))
    expect(await screen.findByText('What each column is')).toBeInTheDocument()
  })

  it('warns before a check in which nobody could be told apart', async () => {
    const { pick, next } = await open('color;shape\nred;round\nblue;square\n')
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    await next()
    expect(screen.getByRole('alert')).toHaveTextContent('No column says who it is.')
    await next()
    expect(await screen.findByRole('button', { name: 'Nothing to import' })).toBeDisabled()
  })
})

describe('a file that is no list', () => {
  it.each([
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0]), 'This is not a table of text.'],
    ['empty', '', 'The file is empty'],
    ['only a header', 'Name;Phone\n', 'a header and no rows'],
  ])('%s: says so and offers another', async (_, bytes, words) => {
    const { app, pick } = await open(bytes)
    await pick()
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
    expect(app.rows('imports')).toEqual([])
  })

  it('that vanishes between two steps says so where it was missed', async () => {
    const { app, pick, next } = await open()
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    rmSync(join(app.data, 'inbox'), { recursive: true })
    await next()
    await next()
    expect(await screen.findByText(/The file is not there any more/)).toBeInTheDocument()
  })

  it('that can’t be handed over says why', async () => {
    const gone = new AppError('internal', 'gone', 'engine-gone')
    const { pick } = await open('', { upload: () => Promise.reject(gone) })
    await pick()
    expect(await screen.findByRole('alert')).toHaveTextContent('Callwright is not running any more')
    expect(within(screen.getByRole('main')).getByText('Drop a file here')).toBeInTheDocument()
  })
})

describe('wrong cells are mended in a grid', () => {
  it('by keyboard, and checked again', async () => {
    const { app, pick, next, press, user } = await open()
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    await next()
    await next()
    await user.click(await screen.findByRole('button', { name: 'show 3 rows with marked cells' }))
    await user.click(await screen.findByRole('button', { name: 'Fix them here' }))
    const grid = await screen.findByRole('grid', { name: 'Rows with cells to fix' })
    const cell = (name: RegExp) => within(grid).getByRole('gridcell', { name })
    expect(cell(/^Teléfono:\s*9765512\s*No such number/)).toHaveAttribute('aria-invalid', 'true')
    expect(await violations()).toEqual([])
    // Two numbers in one cell were put right already.
    expect(within(grid).queryByText(/91 555/)).not.toBeInTheDocument()
    cell(/^Nombre y apellidos:\s*Elena Roa/).focus()
    await press('{Tab}')
    expect(cell(/^Teléfono:\s*9765512/)).toHaveFocus()
    await press('976 551 234{Enter}')
    expect(await screen.findByText('1 row changed, 1 reads right.')).toBeInTheDocument()
    expect(cell(/^Teléfono:\s*976 551 234$/)).toBeInTheDocument()
    await press('{ArrowDown}')
    cell(/^Nombre y apellidos:\s*blank\s*Nobody to identify/).focus()
    await press('Sara Mora{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('button', { name: /^0\s*error/ })).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: /^Import 5 rows/ })).toBeInTheDocument()
    expect(app.rows('leads')).toEqual([])
    await next()
    await screen.findByRole('heading', { name: '5 rows of feria.csv are in' })
    expect(app.rows('phones', `e164 = '+34976551234'`)).toHaveLength(1)
    expect(app.rows('persons', `name = 'Sara Mora'`)).toHaveLength(1)
  })
})

describe('a file of calls that were made elsewhere', () => {
  const calls = (phone: string) =>
    [
      'Fecha;Teléfono;Resultado;Comercial',
      `02/03/2026 10:00;${phone};No contesta;Berta Ruiz`,
      `03/03/2026 17:00;${phone};Comunica;Berta Ruiz`,
      `04/03/2026 12:00;${phone};Rarísimo;Berta Ruiz`,
    ].join('\r\n')

  it('is told from a list of people, asks what nobody knows, comes in and is undone', async () => {
    const { app, pick, next, user } = await open(calls('600 555 001'))
    await importFile(app, 'Nombre;Teléfono\r\nEva Gil;600555001\r\n', { newList: null, listId: app.list })
    const before = app.rows('calls').length
    await pick('llamadas.csv')
    await screen.findByRole('heading', { name: 'llamadas.csv' })
    await next()
    expect(screen.getByRole('radio', { name: 'calls that were made' })).toBeChecked()
    expect(select(/Fecha becomes$/)).toHaveTextContent('When')
    expect(select(/Resultado becomes$/)).toHaveTextContent('How it ended')
    expect(await violations()).toEqual([])
    await next()
    await screen.findByText('2 calls would come in')
    await user.click(select(/Rarísimo stands for$/))
    await user.click(await screen.findByRole('option', { name: 'nobody was called' }))
    await user.click(screen.getByRole('button', { name: 'Check again' }))
    expect(await screen.findByText(/3 rows = 2 calls \+ 1 that say nobody was called/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await next()
    await screen.findByText('2 calls are in')
    expect(app.rows('calls')).toHaveLength(before + 2)
    expect(app.rows('reps', `name = 'Berta Ruiz'`)).toMatchObject([{ active: 0 }])
    await user.click(within(screen.getByRole('main')).getAllByRole('button', { name: 'Another file' })[0]!)
    await user.click(await screen.findByRole('button', { name: /All about llamadas.csv/ }))
    expect(await violations()).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Undo: take these calls back' }))
    await waitFor(() => expect(app.rows('live_calls')).toHaveLength(before))
  })
})
