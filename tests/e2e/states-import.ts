import type { Page } from 'playwright-core'

import { en } from '#renderer/i18n/en'
import { es } from '#renderer/i18n/es'
import { settled, type State } from './states.ts'

/** As a fair's office saves it: a title above, semicolons, and what goes wrong by hand. */
const MESSY = [
  'Feria del metal 2026: visitantes;;;;;;',
  ';;;;;;',
  'Código;Nombre y apellidos;Empresa;Teléfono;Correo electrónico;Provincia;Cargo',
  'F-1;Ana Belén Ruiz;Talleres Norte S.L.;976 55 12 12;ana@norte.example;Zaragoza;Directora de planta',
  'F-2;Iker Zubia;Zubia Tools;91 555 12 12 / 600 111 223;iker@zubia.example;Navarra;Comprador',
  'F-3;"GARCÍA LÓPEZ, JUAN JOSÉ";Forjas Gar;9765512;jj@forjas.example;Bizkaia;Gerente',
  'F-4;Elena Roa;Roa S.A.;622 118 904;elena.roa@;Zaragoza;Compras',
  ';;;;;;Jefe de turno',
  'F-6;Paul Meyer;Meyer AG;1800 SIX FLAGS;p.meyer@meyer.example;Madrid;Einkauf',
  'F-7;Sol Núñez;Aceros del Duero;600 111 228;sol@nunez.example;Burgos;Calidad',
  ';;Hierros Deza;seis cientos;;Soria;Taller',
].join('\r\n')
const LONG = 'Observaciones'.repeat(14)
const LONG_FILE = {
  name: 'nombres-largos.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      `Nombre completo;Empresa;Teléfono;Correo;${LONG}`,
      `${LONG};Norte;nada;ana@@norte;${LONG}`,
      'Ana Ruiz;Norte;600 111 222;ana@norte.example;b',
    ].join('\r\n'),
  ),
}
const FILE = { name: 'feria-metal.csv', mimeType: 'text/csv', buffer: Buffer.from(`${MESSY}\r\n`) }

const all = async (page: Page) =>
  (await page.evaluate(() => document.documentElement.lang)).startsWith('es') ? es : en
const words = async (page: Page) => (await all(page)).import
const main = (page: Page) => page.locator('main')
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).first()
const press = (page: Page, name: string) => button(page, name).press('Enter')
const next = (page: Page) => page.keyboard.press('Control+Enter')

/** An import from its file to its undoing. Each state is reached from the one before: the wizard stays where it was left. */
export const IMPORT: readonly State[] = [
  {
    name: 'import, long names',
    at: '/import',
    reach: async (page) => {
      await page.locator('input[type=file]').setInputFiles(LONG_FILE)
      await main(page).getByRole('heading', { name: LONG_FILE.name }).waitFor()
      await next(page)
      await main(page)
        .getByText((await words(page)).mapping)
        .first()
        .waitFor()
    },
  },
  {
    name: 'import, a row whole',
    at: '/import',
    reach: async (page) => {
      await next(page)
      await main(page).getByRole('row', { name: '2' }).last().press('Enter')
      await page.getByRole('dialog').getByText(LONG).first().waitFor()
    },
  },
  {
    name: 'import, the file',
    at: '/import',
    reach: async (page) => {
      await press(page, (await words(page)).another)
      await page.locator('input[type=file]').setInputFiles(FILE)
      await main(page).getByRole('heading', { name: FILE.name }).waitFor()
      await settled(page)
    },
  },
  {
    name: 'import, columns',
    at: '/import',
    reach: async (page) => {
      await next(page)
      await main(page)
        .getByText((await words(page)).mapping)
        .first()
        .waitFor()
    },
  },
  {
    name: 'import, the check',
    at: '/import',
    reach: async (page) => {
      await next(page)
      await button(page, (await words(page)).mendHere).waitFor()
      await main(page).getByRole('row').nth(1).waitFor()
    },
  },
  {
    name: 'import, marked rows',
    at: '/import',
    reach: async (page) => {
      const { showMarked_other: marked } = await words(page)
      await button(page, new RegExp(marked.replace(/\{\{.*?\}\}/, '\\d+'))).press('Enter')
      await main(page)
        .getByText((await words(page)).showing.marked, { exact: true })
        .waitFor()
      await main(page).getByText('1800 SIX FLAGS').waitFor()
    },
  },
  {
    name: 'import, mending',
    at: '/import',
    reach: async (page) => {
      await press(page, (await words(page)).mendHere)
      await page.getByRole('grid').waitFor()
    },
  },
  {
    name: 'import, a cell being written',
    at: '/import',
    reach: async (page) => {
      // The grid is open still for whoever comes back to it.
      await page.locator('[role=gridcell][data-wanted]').first().press('Enter')
      await page.locator('[role=grid] input').waitFor()
    },
  },
  {
    name: 'import, in',
    at: '/import',
    reach: async (page) => {
      await page.getByRole('grid').waitFor()
      await press(page, (await all(page)).common.back)
      await button(page, (await words(page)).mendHere).waitFor()
      await next(page)
      await button(page, (await words(page)).toQueue).waitFor()
    },
  },
  {
    name: 'import, log',
    at: '/import',
    reach: async (page) => {
      await press(page, (await words(page)).another)
      await page.getByRole('row', { name: FILE.name }).first().waitFor()
    },
  },
  {
    name: 'import, an entry of the log',
    at: '/import',
    reach: async (page) => {
      await page.getByRole('row', { name: FILE.name }).first().getByRole('button').press('Enter')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'import, undo asked',
    at: '/import',
    reach: async (page) => {
      await page.getByRole('row', { name: FILE.name }).first().getByRole('button').press('Enter')
      await page.getByRole('dialog').waitFor()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: (await words(page)).undo })
        .press('Enter')
      await page.getByRole('heading', { name: (await words(page)).undoTitle }).waitFor()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Undo for|Deshacer)/ })
        .waitFor()
    },
  },
  {
    name: 'import, undone',
    at: '/import',
    reach: async (page) => {
      const row = page.getByRole('row', { name: FILE.name }).first()
      await row.getByRole('button').press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('button', { name: (await words(page)).undo }).press('Enter')
      await dialog.getByRole('button', { name: /^(Undo for|Deshacer)/ }).press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await row.filter({ hasText: (await words(page)).state.undone }).waitFor()
    },
  },
]
