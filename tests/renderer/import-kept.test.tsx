import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { AppError } from '#shared/contract/errors'
import { violations } from './axe.ts'
import { openImport } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const FILE = [
  'Nombre y apellidos;Teléfono;Ciudad',
  'Ana Ruiz;600 111 222;Zaragoza',
  ';;Madrid',
  ';;Burgos',
].join('\n')

/** The check of two rows that are nobody, and the grid in which they are written anew. */
async function openGrid() {
  const opened = await openImport(FILE)
  const { pick, next, user, press } = opened
  await pick()
  await screen.findByRole('heading', { name: 'feria.csv' })
  await next()
  await next()
  await user.click(await screen.findByRole('button', { name: 'Fix them here' }))
  const grid = async () => within(await screen.findByRole('grid', { name: 'Rows with cells to fix' }))
  const name = async (at: number) =>
    (await grid()).getAllByRole('gridcell', { name: /^Nombre y apellidos/ })[at] ?? document.body
  const write = async (at: number, text: string) => {
    ;(await name(at)).focus()
    await press(text)
  }
  const goTo = async (path: string, heading: RegExp | string) => {
    location.hash = path
    await screen.findByRole('heading', { level: 1, name: heading })
  }
  return { ...opened, grid, name, write, goTo }
}

describe('what is written in the grid is kept', () => {
  it('on another screen and back, and by a key that takes the field away', async () => {
    const { app, press, next, name, write, goTo } = await openGrid()
    await write(0, 'Sara Mora{Enter}')
    await write(1, 'Luis Gil')
    // As F2 does: nothing is clicked, the field is just gone.
    await goTo('/settings', 'Settings')
    await goTo('/import', 'feria.csv')
    expect(await name(0)).toHaveTextContent('Sara Mora')
    expect(await name(1)).toHaveTextContent('Luis Gil')
    expect(screen.getByText('2 rows changed, 2 read right.')).toBeInTheDocument()
    await next()
    expect(await screen.findByRole('button', { name: /^Import 3 rows/ })).toBeInTheDocument()
    await press('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: '3 rows of feria.csv are in' })
    expect(app.rows('persons', `name = 'Luis Gil'`)).toHaveLength(1)
  })

  it('when the grid is closed: nothing runs before it is checked', async () => {
    const { app, user, next, write } = await openGrid()
    await write(0, 'Sara Mora{Enter}')
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(screen.getByText(/What was changed in the grid is kept/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^Import/ })).not.toBeInTheDocument()
    expect(await violations()).toEqual([])
    await next()
    expect(await screen.findByRole('button', { name: /^Import 2 rows/ })).toBeInTheDocument()
    expect(app.rows('leads')).toEqual([])
  })

  it('by another look at the file and its columns', async () => {
    const { user, next, write } = await openGrid()
    await write(1, 'Luis Gil{Enter}')
    await user.click(screen.getByRole('button', { name: 'The file' }))
    // Another encoding would read the row anew.
    expect(await screen.findByText(/the 1 row fixed by hand stands as it came again/)).toBeInTheDocument()
    await next()
    await screen.findByRole('button', { name: /^Check all rows/ })
    await next()
    expect(await screen.findByRole('button', { name: /^Import 2 rows/ })).toBeInTheDocument()
  })

  it('and is no change once it reads as it came', async () => {
    const { press, user, write, name } = await openGrid()
    await write(0, 'Sara Mora{Enter}')
    expect(await screen.findByText('1 row changed, 1 reads right.')).toBeInTheDocument()
    await write(0, '{Enter}')
    await user.clear(screen.getByRole('textbox', { name: 'Nombre y apellidos' }))
    await press('{Enter}')
    expect(await screen.findByText('No cell changed yet.')).toBeInTheDocument()
    expect(await name(0)).toHaveTextContent(/blank/)
  })
})

describe('a file that was left', () => {
  it('is gone on with where it was, with all that was decided and written', async () => {
    const { user, write, name } = await openGrid()
    await write(0, 'Sara Mora{Enter}')
    await user.click(screen.getByRole('button', { name: 'Another file' }))
    expect(await screen.findByText(/1 row of feria.csv was changed and is not in yet/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Go on with it/ }))
    expect(await name(0)).toHaveTextContent('Sara Mora')
    await user.click(screen.getByRole('button', { name: 'Another file' }))
    expect(screen.getAllByRole('button', { name: /^Go on with it/ })).toHaveLength(1)
  })

  it('with rows written after it came in', async () => {
    const { app, user, next, name, write } = await openGrid()
    await user.click(screen.getByRole('button', { name: 'Back' }))
    await next()
    await screen.findByRole('heading', { name: '1 row of feria.csv is in' })
    await user.click(screen.getByRole('button', { name: 'Fix them here' }))
    await write(0, 'Sara Mora{Enter}')
    await user.click(screen.getByRole('button', { name: 'See the leads' }))
    await screen.findByRole('heading', { level: 1, name: /leads?$/ })
    location.hash = '/import'
    await user.click(await screen.findByRole('button', { name: /^Go on with it/ }))
    expect(await name(0)).toHaveTextContent('Sara Mora')
    await next()
    await screen.findByRole('heading', { name: '1 row of feria.csv is in' })
    expect(app.rows('persons', `name = 'Sara Mora'`)).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Another file' }))
    await screen.findByRole('heading', { level: 1, name: 'Import' })
    expect(screen.queryByRole('button', { name: /^Go on with it/ })).not.toBeInTheDocument()
  })
})

it('error rows that can’t be saved say why', async () => {
  const full = new AppError('unreadable-file', 'full', 'file-disk-full')
  const { pick, next, user } = await openImport(FILE, { save: () => Promise.reject(full) })
  await pick()
  await screen.findByRole('heading', { name: 'feria.csv' })
  await next()
  await next()
  await user.click(await screen.findByRole('button', { name: 'Download the 2 errors' }))
  expect(await screen.findByText(/The disk is full/)).toBeInTheDocument()
})
