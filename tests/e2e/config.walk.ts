import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import { sample } from './sample.ts'
import { sitAsAdmin } from './seats.ts'
import { axeViolations, openWindow } from './window.ts'

const here = sample()

async function takeOut(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Guardar en un archivo' }).press('Enter')
  return readFileSync(await (await download).path(), 'utf8')
}

it('the configuration goes out by keyboard, comes in changed after a look, and one press undoes it', async () => {
  await sitAsAdmin(here.app)
  await here.app.call('settings.save', { language: 'es' })
  const { page, complaints } = await openWindow(here.browser, here.app)
  await page.locator('main h1').waitFor()
  // A new lead is deaf to keys at first.
  await page.clock.runFor(500)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('configuración en un archivo')
  await page.getByRole('option', { name: /Toda la configuración/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash === '#/settings/configuration/title')
  const before = await takeOut(page)

  const file = join(tmpdir(), `callwright-walk-${here.app.pid}.json`)
  writeFileSync(file, before.replace('"threshold": 75', '"threshold": 70'))
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('checkbox', { name: 'Cualificación' }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Traer 1 apartado' }).press('Enter')
  await page.getByText(/vale como versión/).waitFor()
  const threshold = async () =>
    (await here.app.call('definition.get', {})).frameworks[0]?.versions[0]?.definition.threshold
  expect(await threshold()).toBe(70)
  await page.getByRole('button', { name: 'Deshacer' }).press('Enter')
  await page.getByText('Todo está como antes.').waitFor()
  expect(await threshold()).toBe(75)
  expect(await takeOut(page)).toBe(before)
  expect(complaints).toEqual([])
})

it('a page that the keyboard comes to shows it on its first title, and on that alone', async () => {
  const { page, complaints } = await openWindow(here.browser, here.app)
  await page.locator('main h1').waitFor()
  await page.clock.runFor(500)
  await page.evaluate(() => void (location.hash = '#/settings/goals'))
  for (const id of ['goals', 'lists', 'territories', 'rules', 'qualification']) {
    await page.waitForFunction((id) => location.hash === `#/settings/${id}`, id)
    await page.waitForFunction(() => {
      const titles = [...document.querySelectorAll('[data-page]:focus h2')]
      const rings = titles.map((title) => getComputedStyle(title).boxShadow !== 'none')
      return rings[0] && rings.indexOf(true) === rings.lastIndexOf(true)
    })
    await page.keyboard.press('j')
  }
  expect(complaints).toEqual([])
  await page.context().close()
})
