import iconv from 'iconv-lite'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { en } from '#renderer/i18n/en'
import { es } from '#renderer/i18n/es'
import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { importFile } from '../helpers/import-file.ts'
import { axeViolations, cutOff, openWindow } from './window.ts'

const WORDS = { en, es }
/** Who is here before the file comes. */
const HERE = [
  'Código;Nombre y apellidos;Teléfono;Correo electrónico;Provincia',
  'F-1;Ana Ruiz;600 111 222;ana@norte.example;',
  'F-2;Iker Zubia;600 111 223;iker@zubia.example;',
  'F-3;Marta Gil;600 111 224;marta@gil.example;Bizkaia',
]
/** As a fair's office saves it: a title above, semicolons, and all that goes wrong by hand. */
const MESSY = [
  'Feria del metal 2026: visitantes;;;;;;',
  ';;;;;;',
  'Código;Nombre y apellidos;Teléfono;Correo electrónico;Provincia;No llamar;Cosa',
  'F-1;Ana Ruiz;600 111 222;ana@norte.example;Álava;No;Directora',
  'F-2;Iker Zubia;600 111 223;iker@zubia.example;Navarra;No;Comprador',
  'F-3;Marta Gil;600 111 224;marta@gil.example;Bizkaia;No;',
  'F-4;"PEÑA GÓMEZ, ÍÑIGO";600-111-225;inigo@pena.example;Gipuzkoa;No;Gerente',
  'F-5;Elena Roa;9765512;elena@roa.example;Zaragoza;No;Compras',
  'F-6;Luis Peña;600 111 226;luis@pena.example;Madrid;Sí;Taller',
  ';;seis cientos;;Madrid;No;Jefe de turno',
  'F-8;Sol Núñez;600 111 228;sol@nunez.example;Burgos;No;Calidad',
]
const FILE = {
  name: 'feria-metal.csv',
  mimeType: 'text/csv',
  buffer: iconv.encode(MESSY.join('\r\n') + '\r\n', 'windows-1252'),
}

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

it.each(['es', 'en'] as const)('a messy file comes in, is mended and taken back, in %s', async (language) => {
  const app = await startHeadless({ from: 'bundle', env: DAY_ENV })
  try {
    await app.call('people.add', { name: 'Lucía Marín', role: 'admin' })
    await app.call('settings.save', { language, theme: 'system' })
    await importFile(app, HERE.join('\n'))
    const { page, complaints } = await openWindow(browser, app, { reducedMotion: 'reduce' })
    const wizard = wizardOn(page, WORDS[language], language)
    await wizard.reads()
    await wizard.maps()
    await wizard.checks()
    await wizard.runs()
    await wizard.mends()
    await wizard.isKnown()
    await workOn(app)
    await wizard.takesBack()
    expect(wizard.found).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  } finally {
    await app.stop()
  }
})

function wizardOn(page: Page, words: typeof en | typeof es, language: string) {
  const t = words.import
  const found: string[] = []
  const button = (name: string | RegExp) => page.getByRole('button', { name }).last()
  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first()
  const look = async (step: string) => {
    found.push(...(await cutOff(page)).map((what) => `${step}: ${what}`))
    found.push(...(await axeViolations(page)).map((what) => `${step}: ${what}`))
    if (language !== 'es') return
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await axeViolations(page, 'colours')).map((what) => `${step}, dark: ${what}`))
    await page.emulateMedia({ colorScheme: 'light' })
  }
  const next = () => page.keyboard.press('Control+Enter')
  const pick = async () => {
    await page.locator('input[type=file]').setInputFiles(FILE)
    await heading(FILE.name).waitFor()
  }
  return {
    found,
    reads: async () => {
      await page.goto(`${new URL(page.url()).origin}/#/import`)
      await heading(t.title).waitFor()
      await page.getByText(t.log).first().waitFor()
      await look('0-pick')
      await pick()
      const main = await page.locator('main').innerText()
      expect(main).toMatch(/Windows-1252/i)
      expect(main).toContain('Sol Núñez')
      await look('1-file')
      // What was corrected keeps the focus, while the file is read anew and after.
      for (const encoding of ['ISO-8859-15', 'Windows-1252', 'ISO-8859-15', 'Windows-1252']) {
        await button(new RegExp(t.encoding)).press('Enter')
        await page.getByRole('option', { name: encoding, exact: true }).press('Enter')
        await page.locator('button:focus', { hasText: encoding }).waitFor()
        await page.locator('main').getByText('Sol N').waitFor()
      }
      await heading(FILE.name).focus()
      await next()
    },
    maps: async () => {
      await page.getByText(t.mapping).first().waitFor()
      const becomes = page.getByRole('button', { name: new RegExp(t.fieldOf.replace('{{header}}', 'Cosa')) })
      await becomes.press('Enter')
      await page.getByRole('option', { name: t.field.title, exact: true }).press('Enter')
      await look('2-columns')
      await next()
    },
    checks: async () => {
      await page.getByText(/^8 (filas|rows)/).waitFor()
      const marked = page.getByRole('button', { name: /^(ver|show) \d/ })
      await marked.press('Enter')
      await page.getByText(t.showing.marked, { exact: true }).waitFor()
      await page.locator('button:focus', { hasText: /^(ver|show) \d/ }).waitFor()
      await look('3-check')
    },
    runs: async () => {
      await next()
      await button(t.toQueue).waitFor()
      await look('4-done')
    },
    mends: async () => {
      await button(t.mendHere).press('Enter')
      await page.getByRole('grid').waitFor()
      await look('5-mend')
      // All its columns are in sight.
      const beyond = ({ scrollWidth, parentElement: around }: Element) =>
        scrollWidth - (around?.clientWidth ?? 0)
      expect(await page.getByRole('grid').evaluate(beyond)).toBeLessThanOrEqual(0)
      // Tab goes on to the next wrong cell: no code, but a name and a number.
      await page.getByRole('gridcell').first().press('Tab')
      await page.keyboard.type('Nora Vidal')
      await page.keyboard.press('Enter')
      await page.keyboard.type('600 111 227')
      await page.keyboard.press('Enter')
      await page.getByText(t.mendRight, { exact: true }).waitFor()
      await look('6-mended')
      await next()
      await heading(
        t.doneTitle_one.replace('{{count, number}}', '1').replace('{{name}}', FILE.name),
      ).waitFor()
    },
    isKnown: async () => {
      await button(t.another).press('Enter')
      await page.getByRole('row', { name: FILE.name }).nth(1).waitFor()
      await look('7-log')
      await pick()
      await page.getByText(t.seenBefore.split('{{at}}')[0] ?? '').waitFor()
      await look('8-known')
      await button(t.another).press('Enter')
    },
    takesBack: async () => {
      await page
        .getByRole('row', { name: FILE.name })
        .filter({ hasText: '8' })
        .getByRole('button')
        .press('Enter')
      await page.getByRole('dialog').waitFor()
      await look('9-entry')
      await button(t.undo).press('Enter')
      await page.locator('[role=dialog] h3:focus').waitFor()
      await page.getByText(t.undoWhy.noted).waitFor()
      await page.getByText(t.undoWhy.edited).waitFor()
      await look('10-undo')
      await page
        .locator('[role=dialog] button')
        .filter({ hasText: /Undo for|Deshacer/ })
        .press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByRole('row', { name: FILE.name }).filter({ hasText: t.state.undone }).waitFor()
      await look('11-undone')
    },
  }
}

/** Somebody takes notes on a lead that came in, and writes over what came in of another. */
async function workOn({ call }: Headless) {
  const { lists } = await call('app.state', {})
  const leadOf = async (text: string) =>
    (await call('find.search', { text, limit: 1 })).leads[0]?.leadId ?? ''
  const leadId = await leadOf('Sol Núñez')
  await call('desk.open', { listId: lists[0]?.id ?? '', leadId, after: null })
  await call('desk.note', { leadId, note: 'llamar tras la feria' })
  await call('lead.edit', {
    leadId: await leadOf('Iker Zubia'),
    field: 'title',
    of: null,
    value: 'Jefe de compras',
  })
}
