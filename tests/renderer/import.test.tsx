import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { AppError } from '#shared/contract/errors'
import { importFile } from '../helpers/import-file.ts'
import { violations } from './axe.ts'
import { CSV, openImport, select } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

describe('the import wizard', () => {
  it('goes from a Spanish spreadsheet to the queue by keyboard, one screen a step', async () => {
    const { app, pick, next, saved, user } = await openImport()
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

  it('opens the system’s dialog by the keys of a button, from the zone that comes first too', async () => {
    const { user } = await openImport()
    let asked = 0
    document.querySelector('input[type="file"]')?.addEventListener('click', () => void asked++)
    await user.tab()
    expect(screen.getByRole('button', { name: /Drop a file here/ })).toHaveFocus()
    await user.keyboard('{Enter} ')
    expect(asked).toBe(2)
    await user.tab()
    expect(screen.getByRole('button', { name: 'Choose a file' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(asked).toBe(3)
  })

  it('says that a file came before, and creates nothing the second time', async () => {
    const { pick, next, user } = await openImport()
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
    const { pick, user } = await openImport(Buffer.from(CSV, 'utf8'))
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
    const { app, pick, next, user } = await openImport()
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
    const { pick, next, user } = await openImport()
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    await next()
    await user.click(screen.getByRole('link', { name: 'Numbers' }))
    await screen.findByRole('heading', { level: 1, name: 'From call to contract' })
    await user.click(screen.getByRole('link', { name: 'Import' }))
    expect(await screen.findByText('What each column is')).toBeInTheDocument()
  })

  it('tells whoever is elsewhere that a file came in, and was taken back, with the way there', async () => {
    const { app, user } = await openImport()
    await user.click(screen.getByRole('link', { name: 'Numbers' }))
    await screen.findByRole('heading', { level: 1, name: 'From call to contract' })
    const { importId } = await importFile(app, CSV, { name: 'feria.csv' })
    expect(await screen.findByText('4 rows of feria.csv are in')).toBeInTheDocument()
    await waitFor(async () => expect((await app.call('imports.list', {}))[0]?.indexing).toBe(false))
    await app.call('import.undo', { importId })
    expect(await screen.findByText('The import was undone.')).toBeInTheDocument()
    const [see] = screen.getAllByRole('button', { name: 'See it' })
    if (see) await user.click(see)
    expect(await screen.findByRole('heading', { level: 1, name: 'Import' })).toBeInTheDocument()
  })

  it('warns before a check in which nobody could be told apart', async () => {
    const { pick, next } = await openImport('color;shape\nred;round\nblue;square\n')
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
    const { app, pick } = await openImport(bytes)
    await pick()
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
    expect(app.rows('imports')).toEqual([])
  })

  it('that vanishes between two steps says so where it was missed', async () => {
    const { app, pick, next } = await openImport()
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    rmSync(join(app.data, 'inbox'), { recursive: true })
    await next()
    await next()
    expect(await screen.findByText(/The file is not there any more/)).toBeInTheDocument()
  })

  it('that can’t be handed over says why', async () => {
    const gone = new AppError('internal', 'gone', 'engine-gone')
    const { pick } = await openImport('', { upload: () => Promise.reject(gone) })
    await pick()
    expect(await screen.findByRole('alert')).toHaveTextContent('Callwright is not running any more')
    expect(within(screen.getByRole('main')).getByText('Drop a file here')).toBeInTheDocument()
  })
})
