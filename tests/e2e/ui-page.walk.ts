import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { axeViolations, cutOff } from './window.ts'

const configFile = 'build/vite-ui.config.ts'
/** What has no look of its own: what it gives to others is on the page with them. */
const UNSEEN = ['commands', 'keys', 'later', 'page', 'read-field', 'table-head', 'table-row']

describe('the page of the kit', () => {
  let server: PreviewServer
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    await build({ configFile })
    server = await preview({ configFile, preview: { host: '127.0.0.1', port: 0 } })
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.locator('h1').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it('shows every part there is', () => {
    const sources = globSync('renderer/ui-page/*.tsx').map((file) => readFileSync(file, 'utf8'))
    const parts = globSync('renderer/ui/*.tsx').map((file) => basename(file, '.tsx'))
    const missing = parts.filter(
      (part) => !UNSEEN.includes(part) && !sources.some((source) => source.includes(`'../ui/${part}.tsx'`)),
    )
    expect(missing).toEqual([])
  })

  it.each(['English', 'Español'])('can be used by everybody in every look, in %s', async (language) => {
    const choose = (name: RegExp | string) => page.getByRole('radio', { name }).first().press('Space')
    await choose(language)
    const found: string[] = []
    for (const theme of [/^(Light|Claro)$/, /^(Dark|Oscuro)$/])
      for (const density of [/^(Comfortable|Holgada)$/, /^(Compact|Compacta)$/]) {
        await choose(theme)
        await choose(density)
        found.push(...(await axeViolations(page)), ...(await cutOff(page)))
      }
    await page.emulateMedia({ forcedColors: 'active' })
    found.push(...(await axeViolations(page)))
    await page.emulateMedia({ forcedColors: 'none' })
    expect(found).toEqual([])
  })
})
