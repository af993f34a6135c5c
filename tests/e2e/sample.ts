import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'

/** The sample workspace and a browser to see it in, for as long as the walks of a file last. */
export function sample(): { app: Headless; browser: Browser } {
  const here = {} as { app: Headless; browser: Browser }
  beforeAll(async () => {
    here.app = await startHeadless({ from: 'bundle', flags: ['--no-open', '--demo'], env: DAY_ENV })
    here.browser = await launchBrowser()
  })
  afterAll(async () => {
    await here.browser?.close()
    await here.app?.stop()
  })
  return here
}
