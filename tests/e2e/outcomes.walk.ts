import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { repAt } from './desk.ts'
import { sitAsAdmin } from './seats.ts'
import { axeViolations, cutOff, openWindow } from './window.ts'

let app: Headless
let browser: Browser
let page: Page
let complaints: string[]
beforeAll(async () => {
  app = await startHeadless({ from: 'bundle', flags: ['--no-open', '--demo'], env: DAY_ENV })
  await sitAsAdmin(app)
  await app.call('settings.save', { language: 'es' })
  browser = await launchBrowser()
  const opened = await openWindow(browser, app, { reducedMotion: 'reduce' })
  page = opened.page
  complaints = opened.complaints
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const go = (place: string) => page.evaluate((hash) => void (location.hash = hash), place)
const dialog = () => page.getByRole('dialog')
const outcomes = () => page.getByRole('group', { name: 'Resultado de la llamada' })
const TWO_HOURS = 2 * 3_600_000

it('the team’s own outcomes: changed, tried on last month, saved, logged, seen in the numbers, and rolled back', async () => {
  await changeNoAnswer()
  await addRetired()
  await tryLastMonth()
  await page.getByRole('button', { name: 'Guardar como versión nueva' }).press('Enter')
  await page.getByText(/Guardado como versión \d/).waitFor()
  const { rings, retires } = await logBoth()
  await seeThem(rings, retires)
  await rollBack()
  expect(complaints).toEqual([])
})

async function changeNoAnswer() {
  await go('/settings/outcomes')
  await page.getByRole('row', { name: /^No contesta/ }).click()
  await dialog().getByLabel('En inglés').fill('Rang out')
  await dialog().getByLabel('En español').fill('No coge')
  await dialog().getByLabel('Tecla en la mesa').press('z')
  await dialog()
    .getByRole('button', { name: /Se reintenta/ })
    .click()
  await page.getByRole('option', { name: 'pasadas unas horas' }).click()
  await dialog().getByRole('textbox', { name: 'Horas' }).fill('2')
  expect([await axeViolations(page), await cutOff(page)]).toEqual([[], []])
  await page.getByRole('button', { name: 'Listo' }).press('Enter')
}

async function addRetired() {
  await page.getByRole('button', { name: 'Añadir un resultado' }).press('Enter')
  await dialog().getByLabel('En inglés').fill('Retired')
  await dialog().getByLabel('En español').fill('Jubilado')
  await dialog()
    .getByRole('button', { name: /Su tipo/ })
    .click()
  await page.getByRole('option', { name: /^Descartar/ }).click()
  await dialog().getByRole('button', { name: 'Añadir', exact: true }).press('Enter')
  await dialog().getByLabel('Tecla en la mesa').press('u')
  await dialog()
    .getByRole('button', { name: /Lleva el motivo/ })
    .click()
  await page.getByRole('option', { name: 'Estudiante' }).click()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Listo' }).press('Enter')
}

async function tryLastMonth() {
  await page.getByRole('button', { name: '¿Qué habría pasado el mes pasado?' }).press('Enter')
  await page.getByText(/llamadas entre el/).waitFor()
  const tried = page.getByRole('table', { name: '¿Qué habría pasado el mes pasado?' })
  await tried.getByRole('row', { name: /No coge/ }).waitFor()
  await page.getByRole('grid', { name: 'Algunas de esas llamadas' }).getByRole('row').nth(1).waitFor()
  expect([await axeViolations(page), await cutOff(page)]).toEqual([[], []])
}

async function logBoth() {
  const rep = repAt(page)
  await go('/queue')
  await outcomes().getByRole('button', { name: 'No coge' }).waitFor()
  // One that was never called: a promise would be tried again after half an hour, whatever the team says.
  const before = await rep.nameOnDesk()
  await page
    .getByText(/^Nueva: encaje/)
    .first()
    .click()
  await page.waitForFunction((name) => document.querySelector('main h1')?.textContent !== name, before)
  await rep.listen()
  const rings = await rep.untilNext(() => rep.keys('Space', 'z'))
  const retires = await rep.untilNext(async () => {
    await rep.talk()
    await rep.keys('u')
    await page.getByRole('region', { name: 'Jubilado' }).waitFor()
    await rep.save()
  })
  return { rings, retires }
}

/** The next attempt is two hours later, and the day counts both by their names. */
async function seeThem(rings: string, retires: string) {
  const idOf = async (name: string) => {
    const order = { filter: { text: name }, sort: 'name', descending: false, offset: 0, limit: 20 } as const
    const { rows } = await app.call('leads.page', order)
    return rows.find((row) => row.name === name && row.dials > 0)?.leadId ?? ''
  }
  const rang = await app.call('lead.card', { leadId: await idOf(rings) })
  const called = rang.history.find(({ kind }) => kind === 'call')?.at ?? 0
  const { nextAt } = await app.call('queue.why', { leadId: rang.leadId })
  expect(nextAt).toBe(called + TWO_HOURS)
  const gone = await app.call('lead.card', { leadId: await idOf(retires) })
  expect(gone.stage).toBe('disqualified')

  await go('/day')
  await page.getByText(/1 No coge/).waitFor()
  await page.getByText(/1 Jubilado/).waitFor()
}

async function rollBack() {
  await go('/settings/outcomes')
  await page.getByRole('button', { name: 'Versiones' }).press('Enter')
  await page.getByRole('button', { name: 'Recuperar la versión 0' }).press('Enter')
  await page
    .getByText(/Guardado como versión \d/)
    .first()
    .waitFor()
  await go('/queue')
  await outcomes().getByRole('button', { name: 'No contesta' }).waitFor()
  expect(await outcomes().getByRole('button', { name: 'Jubilado' }).count()).toBe(0)
  // What was logged with it is still called so.
  await go('/day')
  await page.getByText(/1 Jubilado/).waitFor()
}
