import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen } from '@testing-library/react'

import type { Bridge } from '#shared/contract/bridge'
import type { DeskApp } from '../helpers/desk.ts'
import { handIn } from '../helpers/import-file.ts'
import { showApp } from './screen.tsx'

/** As a Spanish office saves it: semicolons, a nameless column, a wrong number, a row of nobody. */
export const CSV = [
  'Nombre y apellidos;Empresa;Teléfono;E-mail;DNI;No llamar;',
  'Ana Ruiz;Talleres Norte;600 111 222;ana@norte.example;12345678Z;No;',
  'Iker Zubia;Zubia Tools;91 555 12 12 / 600-111-223;iker@zubia.example;87654321X;No;',
  'Elena Roa;Roa S.A.;9765512;elena@roa.example;11111111H;No;',
  'Luis Peña;Peña e Hijos;600 111 224;luis@pena.example;22222222J;Sí;',
  ';;;;33333333P;No;',
].join('\r\n')

const file = (name = 'feria.csv') => new File(['x'], name, { type: 'text/csv' })

/** The real app with the wizard open, and the hands to go through it. */
export async function openImport(
  bytes: Buffer | string = Buffer.from(CSV, 'latin1'),
  more: Partial<Bridge> = {},
) {
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
export const select = (name: RegExp) => screen.getByRole('button', { name })
