import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sandboxFlags } from '#electron/http/browser'
import type { Bridge } from '#shared/contract/bridge'
import { DAY_ENV } from '../helpers/day.ts'
import { axeViolations } from './window.ts'

/** Set by `npm test -- --electron`, where the runtime is. */
const executablePath = process.env['CALLWRIGHT_ELECTRON']

describe.runIf(executablePath)('the desktop window', () => {
  const data = mkdtempSync(join(tmpdir(), 'callwright-desktop-'))
  let desktop: ElectronApplication
  let page: Page

  beforeAll(async () => {
    desktop = await _electron.launch({
      executablePath: String(executablePath),
      args: ['.', ...sandboxFlags(), '--demo', '--data', data],
      env: { ...(process.env as Record<string, string>), ...DAY_ENV },
    })
    page = await desktop.firstWindow()
    await page.locator('h1, h2').first().waitFor()
  })
  afterAll(async () => {
    await desktop?.close()
    rmSync(data, { recursive: true, force: true })
  })

  it('shows the sample workspace from an origin of its own', async () => {
    expect(page.url()).toMatch(/^callwright:\/\/app\//)
    expect(await axeViolations(page)).toEqual([])
  })

  it('has one bridge, through which the engine answers, and nothing of Node', async () => {
    const seen = await page.evaluate(async () => {
      const { callwright } = window as unknown as { callwright: Bridge }
      const node = ['require', 'process', 'module', 'Buffer'].filter((name) => name in window)
      return { members: Object.keys(callwright).sort(), node, state: await callwright.send('app.state', {}) }
    })
    expect(seen).toMatchObject({
      members: ['onEvent', 'save', 'send', 'upload'],
      node: [],
      state: { ok: true },
    })
  })

  it('goes nowhere, opens no window and runs no script but its own', async () => {
    const url = page.url()
    await page.evaluate(() => {
      window.open('file:///etc/passwd')
      location.href = 'https://example.com/'
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.head.append(script)
    })
    expect(await page.evaluate(() => 'injected' in window)).toBe(false)
    expect(page.url()).toBe(url)
    expect(desktop.windows()).toHaveLength(1)
  })
})
