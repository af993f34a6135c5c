import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { openImport } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const FILE = Buffer.from(
  [
    'Código;Nombre y apellidos;Teléfono;¿Llamar?;Prioridad',
    '1;Ana Roa;600 111 222;NO;Alta',
    '2;Luis Gil;600 111 333;SÍ;No llamar',
    '3;Eva Sanz;600 111 444;mañanas;Baja',
    '4;Iker Zubia;600 111 555;SÍ;Baja',
    '5;Sol Mora;600 111 666;SÍ;Baja',
  ].join('\r\n'),
  'latin1',
)

it('a column that says who must not be called is suggested so, with the answer that is the wish, and can be read otherwise', async () => {
  const { app, user, pick, next } = await openImport(FILE)
  await pick('abril.csv')
  await screen.findByRole('heading', { level: 1, name: 'abril.csv' })
  await next()
  await screen.findByText('What each column is')
  const row = (name: string) => screen.getByRole('rowheader', { name }).closest('tr') as HTMLElement
  const answer = (name: string) => within(row(name)).getByRole('button', { name: /which answer is the wish/ })
  expect(answer('¿Llamar?')).toHaveTextContent('No = Do not call')
  expect(answer('Prioridad')).toHaveTextContent('Only where it says so')
  expect(within(row('¿Llamar?')).getByText('“¿Llamar?” says so')).toBeVisible()
  expect(await violations()).toEqual([])

  // What nobody can tell is said, and can be.
  await user.click(within(row('¿Llamar?')).getByRole('button', { name: /1 value/ }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByRole('button', { name: /^(.* )?NO stands for/ })).toHaveTextContent(
    'Do not call',
  )
  await user.click(within(dialog).getByRole('button', { name: /mañanas stands for/ }))
  await user.click(await screen.findByRole('option', { name: 'No such wish' }))
  await user.keyboard('{Escape}')

  // Another field than the suggested one is warned of.
  await user.click(within(row('Prioridad')).getByRole('button', { name: /becomes/ }))
  await user.click(await screen.findByRole('option', { name: 'Keep beside the lead' }))
  expect(within(row('Prioridad')).getByText('Says who must not be called: not heeded')).toBeVisible()

  await next()
  await screen.findByRole('button', { name: /^Import 5 rows/ })
  await next()
  await screen.findByRole('heading', { name: '5 rows of abril.csv are in' })
  expect(app.rows('live_suppressions').length).toBe(1)
})
