import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { spanishFile } from '../fixtures/spanish-leads.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { repAt } from './desk.ts'
import { axeViolations, openWindow } from './window.ts'

const FILE = { name: 'feria-bilbao.csv', mimeType: 'text/csv', buffer: spanishFile(500) }

let app: Headless
let browser: Browser
let page: Page
let complaints: string[]
beforeAll(async () => {
  app = await startHeadless({ from: 'bundle', env: DAY_ENV })
  browser = await launchBrowser()
  const opened = await openWindow(browser, app, { acceptDownloads: true })
  page = opened.page
  complaints = opened.complaints
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first()
const goTo = (section: string) => page.getByRole('link', { name: section }).press('Enter')

it('is a whole day: import, ten calls by keyboard, two SQLs, one refusal, one undo, numbers, export', async () => {
  await sitDown()
  await importTheList()
  const { qualified, undone } = await tenCalls()
  await seeTheFunnel()
  await exportBoth(qualified)
  expect(qualified).not.toContain(undone)
  expect(complaints).toEqual([])
})

async function sitDown() {
  await heading('¿Quién está en este puesto?').waitFor()
  await page.getByLabel('Tu nombre').fill('Lucía Marín')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Importar una lista' }).press('Enter')
}

async function importTheList() {
  await heading('Importar').waitFor()
  await page.locator('input[type=file]').setInputFiles(FILE)
  await page.getByText('Nueva y conocida').or(page.getByText('Codificación')).first().waitFor()
  expect(await page.locator('main').innerText()).toMatch(/Windows-1252/i)
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByLabel('Nombre de la lista').fill('Feria de Bilbao')
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  const sum = page.getByText(/^500 filas = /)
  await sum.waitFor()
  // Behind it stands how many rows have a marked cell.
  const [said = ''] = (await sum.innerText()).split('·')
  const [rows, ...verdicts] = said.match(/\d+/g)?.map(Number) ?? []
  expect(verdicts.reduce((total, each) => total + each, 0)).toBe(rows)
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await heading(/filas de feria-bilbao\.csv están dentro/).waitFor()
  await page.getByRole('button', { name: 'Ir a la cola' }).press('Enter')
}

async function tenCalls() {
  const rep = repAt(page)
  await page.getByRole('button', { name: 'Llamar', exact: true }).waitFor()
  await rep.listen()

  await rep.untilNext(() => rep.keys('Space', '1'))
  await rep.untilNext(() => rep.keys('Space', '2'))
  await rep.untilNext(() => rep.keys('Space', 'Shift+Digit3'))
  await rep.untilNext(async () => {
    await rep.talk()
    await rep.keys('4')
    await rep.save()
  })
  await rep.untilNext(async () => {
    await rep.talk()
    await rep.keys('5', 'Space', 'Tab')
    await rep.type('jue 10')
    await page
      .getByText(/jue 26 nov.* 10:00/)
      .first()
      .waitFor()
    await rep.save()
  })
  await rep.untilNext(async () => {
    await rep.talk()
    await rep.keys('m')
    await rep.type('pide 3 ofertas; 100 % en automoción')
    await rep.keys('Escape', 'n', '1', '6')
    await rep.type('mañana 16:30')
    await rep.save()
  })

  const first = await rep.untilNext(async () => {
    await rep.talk()
    await rep.keys('7', 'Tab')
    await rep.type('jue 12')
    await rep.save()
    const refusal = await page.getByRole('alert').innerText()
    expect(refusal).toContain('BANT 75 (0 ahora)')
    expect(refusal).toContain('una necesidad por encima de «ninguna»')
    await rep.keys('Escape')
    await rep.grade({ b: 1, a: 1, n: 1, t: 1 })
    await rep.save()
  })
  const second = await rep.untilNext(async () => {
    await rep.talk()
    await rep.grade({ b: 2, a: 1, n: 1, t: 2 })
    await rep.keys('7', 'Tab')
    await rep.type('lunes que viene 12')
    await rep.save()
  })

  const undone = await rep.untilNext(async () => {
    await rep.talk()
    await rep.keys('9', 'Enter', 'Enter')
    await rep.save()
  })
  await rep.keys('Control+z')
  await page.waitForFunction((name) => document.querySelector('main h1')?.textContent === name, undone)
  await page
    .getByText(/^Deshecho: Sin interés/)
    .first()
    .waitFor()
  await rep.listen()
  await rep.untilNext(() => rep.keys('Space', '1'))

  await rep.untilNext(async () => {
    await rep.talk()
    await rep.keys('x', 'Space', 'Tab', 'Enter')
  })
  return { qualified: [first, second], undone }
}

async function seeTheFunnel() {
  await goTo('Cifras')
  await heading('De la llamada al contrato').waitFor()
  await page.waitForFunction(() => /SQL\s+\d/.test(document.querySelector('main')?.innerText ?? ''))
  const funnel = await page.locator('main').innerText()
  // Ten people: the undone outcome is not counted, the call that replaced it is.
  expect(funnel).toMatch(/Llamad\S+\s+10\b/)
  expect(funnel).toMatch(/SQL\s+2\b/)
}

async function exportBoth(names: readonly string[]) {
  await goTo('Exportar')
  await page.getByText('CSV genérico').first().press('Enter')
  const run = page.getByRole('button', { name: /^Exportar 2 SQL/ })
  await run.waitFor()
  expect(await axeViolations(page)).toEqual([])
  const download = page.waitForEvent('download')
  await run.press('Enter')
  const path = await (await download).path()
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(new Set(data.map((row) => row['Name']))).toEqual(new Set(names))
  for (const row of data) expect(row['Phone']).toMatch(/^\+34\d{9}$/)
}
