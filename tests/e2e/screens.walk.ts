import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Role } from '#shared/domain/people'
import { launchBrowser } from '../helpers/browser.ts'
import { DAY_ENV } from '../helpers/day.ts'
import { startHeadless, type Headless } from '../helpers/headless.ts'
import { sitAsAdmin } from './seats.ts'
import { IMPORT } from './states-import.ts'
import { EMPTY, enter, FULL, type State } from './states.ts'
import { LEADS_OWN, MORE } from './states-more.ts'
import { axeViolations, cutOff, openWindow } from './window.ts'

type Size = { width: number; height: number }
const WIDE: Size = { width: 1280, height: 800 }
const NARROW: Size = { width: 900, height: 700 }
/** 1280 x 800 at 200 % zoom. */
const ZOOMED: Size = { width: 640, height: 400 }

type Run = {
  language: 'es' | 'en'
  /** The window each state is entered in, and those it is then drawn to. */
  sizes: readonly [Size, ...Size[]]
  /** Where axe looks at all, and where at the colours of the dark and of the system's too. */
  axe: readonly Size[]
  looks: readonly Size[]
}
/** Each is a window of its own, which every state is toured in. */
const RUNS: readonly Run[] = [
  { language: 'es', sizes: [WIDE, NARROW, ZOOMED], axe: [WIDE], looks: [WIDE] },
  { language: 'en', sizes: [ZOOMED, NARROW, WIDE], axe: [ZOOMED], looks: [] },
]

let browser: Browser
beforeAll(async () => void (browser = await launchBrowser()))
afterAll(() => browser?.close())

describe('every screen and state for everybody: axe finds nothing, nothing is cut', () => {
  let app: Headless
  beforeAll(async () => {
    app = await startHeadless({ from: 'bundle', flags: ['--no-open', '--demo'], env: DAY_ENV })
  })
  afterAll(() => app?.stop())

  const sit = async (role: Role, { language }: Run) => {
    const { reps } = await app.call('app.state', {})
    const seat = reps.find((rep) => rep.role === role)
    // The sample workspace has no admin yet.
    await (seat ? app.call('people.sit', { repId: seat.id }) : sitAsAdmin(app))
    await app.call('settings.save', { language, theme: 'system' })
  }
  it.each(RUNS)('with work in it, in $language', async (run) => {
    await sit('rep', run)
    expect(await tour(app, FULL, run)).toEqual([])
  })
  it.each(RUNS)('what opens on them, in $language', async (run) => {
    await sit('rep', run)
    expect(await tour(app, MORE, run)).toEqual([])
  })
  it.each(RUNS)('what a team lead opens, in $language', async (run) => {
    await sit('team_lead', run)
    expect(await tour(app, LEADS_OWN, run)).toEqual([])
  })
  it.each(RUNS)('a file from its first step to its undoing, in $language', async (run) => {
    await sit('admin', run)
    expect(await tour(app, IMPORT, run)).toEqual([])
  })
})

describe('a workspace with nobody in it', () => {
  let app: Headless
  beforeAll(async () => {
    app = await startHeadless({ from: 'bundle', flags: ['--no-open'], env: DAY_ENV })
  })
  afterAll(() => app?.stop())

  it('asks who sits there, then every screen says what to do first', async () => {
    const run = { language: 'es', sizes: [WIDE, ZOOMED], axe: [WIDE, ZOOMED], looks: [WIDE] } as const
    const first = { name: 'first run', at: '/', reach: (page: Page) => page.locator('#welcome').waitFor() }
    expect(await tour(app, [first], run, (page, { reach }) => reach?.(page))).toEqual([])
    await app.call('people.add', { name: 'Lucía Marín', role: 'admin' })
    await app.call('settings.save', { language: 'es' })
    expect(await tour(app, EMPTY, run)).toEqual([])
  })
})

/** What is wrong anywhere, in words; also what the page itself complained of. */
async function tour(
  app: Headless,
  states: readonly State[],
  run: Run,
  go: (page: Page, state: State) => unknown = enter,
): Promise<string[]> {
  const { sizes, axe, looks } = run
  const { page, complaints } = await openWindow(browser, app, { viewport: sizes[0], reducedMotion: 'reduce' })
  await page.locator('main h1, main h2').first().waitFor()
  const found: string[] = []
  for (const state of states) {
    if (sizes.length > 1) await page.setViewportSize(sizes[0])
    const unreached = await Promise.resolve(go(page, state)).then(
      () => null,
      (error: Error) => `${state.name} was not reached: ${error.message.slice(0, 300)}`,
    )
    if (unreached !== null) found.push(unreached)
    else
      for (const size of sizes) {
        await page.setViewportSize(size)
        const look = () => wrongIn(page, { isAsked: axe.includes(size), inLooks: looks.includes(size) })
        // What is there for the moment in which a window takes another size is no state.
        const wrong = (await look()).length > 0 ? await look() : []
        found.push(...wrong.map((what) => `${state.name}, ${size.width} px, ${what}`))
      }
  }
  await page.context().close()
  return [...found, ...complaints]
}

async function wrongIn(page: Page, axe: { isAsked: boolean; inLooks: boolean }): Promise<string[]> {
  const found = await cutOff(page)
  const add = async (look: string, only: 'all' | 'colours') =>
    found.push(...(await axeViolations(page, only)).map((what) => `${look}: ${what}`))
  if (axe.isAsked) await add('light', 'all')
  if (!axe.inLooks) return found
  await page.emulateMedia({ colorScheme: 'dark' })
  await add('dark', 'colours')
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await add('forced colours', 'colours')
  await page.emulateMedia({ forcedColors: 'none' })
  return found
}
