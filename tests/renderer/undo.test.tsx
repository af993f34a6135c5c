import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import type { Language } from '#shared/domain/language'
import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const WORDS: readonly (readonly [Language, said: string, seen: string, back: RegExp])[] = [
  [
    'en',
    'Taken back: Qualified for Ana Ruiz. Back on the desk.',
    'Taken back: Qualified. ',
    /Stage Lead again, no longer SQL; Demo on Wed 11 Mar \d\d:00 is gone; dials 0, attempts 0 again; nobody’s lead again; the note is back\./,
  ],
  [
    'es',
    'Deshecho: Cualificado de Ana Ruiz. Vuelve a estar en la mesa.',
    'Deshecho: Cualificado. ',
    /Etapa Lead otra vez, ya no SQL; se quita: Demo el mié 11 mar \d\d:00; cuenta como antes: llamadas 0, intentos 0; el lead queda otra vez sin responsable; la nota vuelve\./,
  ],
]

it.each(WORDS)('in %s it is seen and said what an undo took back', async (language, said, seen, back) => {
  const { name, press } = await showApp(async (app) => {
    const ana = app.lead('Ana Ruiz')
    app.lead('Luis Peña')
    await app.open(ana)
    await app.answerAll(ana)
    await app.call('desk.note', { leadId: ana, note: 'pide tres ofertas' })
    await app.log(ana, 'qualified')
  }, language)
  await name('Luis Peña')
  await press('{Control>}z{/Control}')
  await name('Ana Ruiz')
  for (const sentence of [said, back]) expect(screen.getByTestId('said')).toHaveTextContent(sentence)
  for (const sentence of [seen, back]) expect(screen.getByRole('main')).toHaveTextContent(sentence)
})

it('a do-not-call is asked why it was a slip, also where nobody is left to call, and what is said is kept', async () => {
  const { app, name, press, user } = await showApp(async (given) => {
    await given.log(given.lead('Ana Ruiz'), 'do_not_call')
  })
  await screen.findByRole('heading', { name: /Nobody|No one/ })
  await press('{Control>}z{/Control}')
  const dialog = await screen.findByRole('dialog', { name: 'Undo a do-not-call' })
  expect(within(dialog).getByRole('button', { name: 'Undo' })).toBeDisabled()
  expect(await violations()).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Close' }))
  expect(app.rows('undos')).toEqual([])
  await press('{Control>}z{/Control}')
  await user.type(await screen.findByRole('textbox', { name: 'Why it was a slip' }), 'wrong key{Enter}')
  await name('Ana Ruiz')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(app.rows('texts', "field = 'reason'")).toMatchObject([{ text: 'wrong key' }])
})
