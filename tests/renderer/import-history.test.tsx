import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { importFile } from '../helpers/import-file.ts'
import { violations } from './axe.ts'
import { openImport, select } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
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
    // As browsers do of late, it gives back a promise.
    const shown: Element[] = []
    const scrollIntoView = function (this: Element) {
      shown.push(this)
      return Promise.resolve()
    }
    Object.assign(Element.prototype, { scrollIntoView })
    const { app, pick, next, user } = await openImport(calls('600 555 001'))
    await importFile(app, 'Nombre;Teléfono\r\nEva Gil;600555001\r\n', { newList: null, listId: app.list })
    const before = app.rows('calls').length
    await pick('llamadas.csv')
    await screen.findByRole('heading', { name: 'llamadas.csv' })
    await next()
    expect(screen.getByRole('radio', { name: 'calls made, or verdicts' })).toBeChecked()
    expect(select(/Fecha becomes$/)).toHaveTextContent('When')
    expect(select(/Resultado becomes$/)).toHaveTextContent('How it ended')
    expect(await violations()).toEqual([])
    await next()
    await screen.findByText('2 calls would come in')
    expect(shown).toContain(screen.getByText(/3 rows = /))
    await user.click(select(/Rarísimo stands for$/))
    await user.click(await screen.findByRole('option', { name: 'nobody was called' }))
    expect(select(/Berta Ruiz is$/)).toHaveTextContent('somebody new')
    await user.click(screen.getAllByRole('button', { name: 'Check again' })[0]!)
    expect(await screen.findByText(/3 rows = 2 calls \+ 1 without a call or a verdict\./)).toBeInTheDocument()
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
