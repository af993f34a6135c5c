import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { openImport } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

describe('wrong cells are mended in a grid', () => {
  it('by keyboard, and checked again', async () => {
    const { app, pick, next, press, user } = await openImport()
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
    // The cell is gone: the keyboard goes on from the file's name.
    expect(screen.getByRole('heading', { name: 'feria.csv' })).toHaveFocus()
    expect(app.rows('leads')).toEqual([])
    await next()
    await screen.findByRole('heading', { name: '5 rows of feria.csv are in' })
    expect(app.rows('phones', `e164 = '+34976551234'`)).toHaveLength(1)
    expect(app.rows('persons', `name = 'Sara Mora'`)).toHaveLength(1)
  })
})

describe('more rows to mend than a page holds', () => {
  const MANY = 103
  const many = ['Nombre y apellidos;Teléfono', 'Ana Ruiz;600 111 222']
    .concat(Array.from({ length: MANY }, () => ';9765512'))
    .join('\r\n')

  it('are gone through with Tab, over pages, and all that was written is kept', async () => {
    const { app, pick, next, press, user } = await openImport(Buffer.from(many, 'latin1'))
    await pick()
    await screen.findByRole('heading', { name: 'feria.csv' })
    await next()
    await next()
    await user.click(await screen.findByRole('button', { name: 'Fix them here' }))
    expect(await screen.findByText(`rows 1 to 100 of ${MANY}`)).toBeInTheDocument()
    const rows = () => within(screen.getByRole('grid')).getAllByRole('row').slice(1)
    const cellsOf = (row: HTMLElement | undefined) => within(row ?? document.body).getAllByRole('gridcell')
    cellsOf(rows()[99])[0]?.focus()
    await press('Sara Mora{Enter}')
    expect(cellsOf(rows()[99])[1]).toHaveFocus()
    await press('{Tab}')
    expect(await screen.findByText(`rows 101 to ${MANY} of ${MANY}`)).toBeInTheDocument()
    await waitFor(() => expect(cellsOf(rows()[0])[0]).toHaveFocus())
    await press('Luis Gil{Tab}{Shift>}{Tab}{Tab}{/Shift}')
    expect(await screen.findByText(`rows 1 to 100 of ${MANY}`)).toBeInTheDocument()
    await waitFor(() => expect(cellsOf(rows()[99])[1]).toHaveFocus())
    expect(cellsOf(rows()[99])[0]).toHaveTextContent('Sara Mora')
    await next()
    expect(
      await screen.findByRole('button', { name: new RegExp(`^${MANY - 2}\\s*error`) }),
    ).toBeInTheDocument()
    await next()
    await screen.findByRole('heading', { name: '3 rows of feria.csv are in' })
    expect(app.rows('persons', `name = 'Luis Gil'`)).toHaveLength(1)
  })
})
