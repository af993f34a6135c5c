import { screen, waitFor, within } from '@testing-library/react'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { beforeEach, expect, it } from 'vitest'

import { handIn } from '../helpers/import-file.ts'
import { zipOf } from '../helpers/zip.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

/** The first step of the wizard, with this file in it. */
async function open(bytes: Buffer, name: string, language: 'en' | 'es' = 'en') {
  const shown = await showApp(
    () => void (location.hash = '/import'),
    language,
    (app) => ({ upload: () => Promise.resolve({ fileId: handIn(app, bytes), name }) }),
  )
  await screen.findByRole('heading', { level: 1, name: language === 'en' ? 'Import' : 'Importar' })
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('no way to pick a file')
  await shown.user.upload(input, new File(['x'], name, { type: 'text/csv' }))
  return shown
}
const button = (name: RegExp) => screen.getByRole('button', { name })
const toColumns = () => button(/The columns|Las columnas/)

it('asks how letters are written that nothing tells, and goes on only then', async () => {
  const text = '名前,電話\nやまだ たろう,0312345678\nすずき はなこ,0312345679\n'
  const { user, press } = await open(iconv.encode(text, 'shift_jis'), 'tokio.csv')
  const asked = await screen.findByRole('radiogroup', { name: 'Which of these reads right?' })
  expect(within(asked).getAllByRole('radio').length).toBeGreaterThan(2)
  expect(toColumns()).toBeDisabled()
  await press('{Control>}{Enter}{/Control}')
  expect(screen.getByRole('heading', { level: 1, name: 'tokio.csv' })).toBeInTheDocument()
  expect(await violations()).toEqual([])

  await user.click(within(asked).getByRole('radio', { name: /Shift JIS.*やまだ/ }))
  await waitFor(() => expect(screen.queryByRole('radiogroup', { name: /reads right/ })).toBeNull())
  expect(screen.getByRole('cell', { name: 'やまだ たろう' })).toBeInTheDocument()
  expect(button(/Encoding$/)).toHaveTextContent('Shift JIS')
  expect(toColumns()).toBeEnabled()
})

it('shows the sheets of a workbook, reads another one, and says what is hidden', async () => {
  const book = await writeXlsx({
    sheets: [
      {
        name: 'Leads',
        rows: [
          ['Nombre', 'Teléfono'],
          ['Ana', 600111222],
          ['Eva', 600111333],
        ],
        rowDefs: new Map([[2, { hidden: true }]]),
      },
      {
        name: 'Feria',
        rows: [
          ['Nombre', 'Ciudad'],
          ['Luis', 'Vic'],
        ],
      },
    ],
  })
  const { user } = await open(Buffer.from(book), 'leads.xlsx')
  expect(await screen.findByText('1 row of the sheet is hidden. It comes in too.')).toBeInTheDocument()
  expect(screen.getByRole('cell', { name: '600111222' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Encoding$/ })).toBeNull()
  expect(button(/Sheet$/)).toHaveTextContent('Leads')
  expect(await violations()).toEqual([])

  await user.click(button(/Sheet$/))
  await user.click(await screen.findByRole('option', { name: 'Feria' }))
  expect(await screen.findByRole('cell', { name: 'Vic' })).toBeInTheDocument()
})

it('offers the files of an archive, and the rows of a header', async () => {
  const zip = zipOf([
    { name: 'enero.csv', bytes: 'Nombre;Tel\nde pila;móvil\nAna;600111222\n' },
    { name: 'febrero.csv', bytes: 'Nombre;Tel\nEva;600111333\n' },
  ])
  const { user } = await open(zip, 'leads.zip', 'es')
  expect(await screen.findByRole('cell', { name: 'de pila' })).toBeInTheDocument()
  await user.click(screen.getByRole('radio', { name: 'dos, leídas como una' }))
  expect(await screen.findByRole('columnheader', { name: 'Nombre de pila' })).toBeInTheDocument()
  expect(screen.queryByRole('cell', { name: 'de pila' })).toBeNull()

  await user.click(button(/Archivo del comprimido$/))
  await user.click(await screen.findByRole('option', { name: 'febrero.csv' }))
  expect(await screen.findByRole('cell', { name: 'Eva' })).toBeInTheDocument()
  expect(await violations()).toEqual([])
})

it('says in words what is odd, with its lines', async () => {
  await open(Buffer.from('Nombre;Nota;Nota\nAna;"x;1\nEva;"y";2\nLuis;z;3\n'), 'odd.csv', 'es')
  expect(
    await screen.findByText(/En la línea 2 \(la línea 3 lo contradice\) se abren unas comillas/),
  ).toBeInTheDocument()
  expect(screen.getByText('Las columnas que se llaman igual llevan número: Nota.')).toBeInTheDocument()
})
