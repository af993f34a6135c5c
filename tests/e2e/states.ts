import type { Page } from 'playwright-core'

export type State = { name: string; at: string; reach?: (page: Page) => Promise<unknown> }

const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key)
  }
const dialog = (page: Page) => page.getByRole('dialog').first().waitFor()
const button = (page: Page, name: RegExp) => page.locator('main').getByRole('button', { name }).first()
const outcomeForm = (key: string): State => ({
  name: `outcome ${key}`,
  at: '/queue',
  reach: async (page) => {
    await page.keyboard.press(key)
    await page.locator('main section[aria-label] > h2 > kbd', { hasText: key.toUpperCase() }).waitFor()
  },
})

/** On the first row of a list, once it is there. */
const onRow =
  (...keys: string[]) =>
  async (page: Page) => {
    const [first = '', ...rest] = keys
    await page.getByRole('row').nth(1).filter({ hasText: /\p{L}/u }).press(first)
    await press(...rest)(page)
  }

/** The page of the first lead of the list. */
export async function openLead(page: Page): Promise<void> {
  await onRow('Enter')(page)
  await dialog(page)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => /leads\/./.test(location.hash))
  await page.locator('main h1').waitFor()
  await settled(page)
}

/** Every screen with work in it, and what opens on it. */
export const FULL: readonly State[] = [
  { name: 'queue', at: '/queue' },
  { name: 'row open', at: '/queue', reach: press('b') },
  ...['4', '5', '6', '7', '8', '9', '0', 'w', 'r', 'x'].map(outcomeForm),
  {
    name: 'refused',
    at: '/queue',
    reach: async (page) => {
      await press('7', 'Control+Enter')(page)
      await page.getByRole('alert').first().waitFor()
    },
  },
  {
    name: 'keys',
    at: '/queue',
    reach: async (page) => {
      await page.keyboard.press('?')
      await dialog(page)
    },
  },
  {
    name: 'palette',
    at: '/queue',
    reach: async (page) => {
      await page.keyboard.press('Control+k')
      await dialog(page)
      await page.keyboard.type('gar')
      await page.getByRole('option').first().waitFor()
    },
  },
  {
    name: 'who waits',
    at: '/queue',
    reach: async (page) => {
      // In the drawer, where the queue is folded to a strip.
      const queue = button(page, /^(ver la cola|la cola|show the queue|the queue|cola|queue)$/i)
      if (await queue.isVisible()) await queue.press('Enter')
      await page
        .getByRole('button', { name: /por qué|why/i })
        .first()
        .press('Enter')
      await dialog(page)
    },
  },
  { name: 'day', at: '/day' },
  { name: 'agenda', at: '/agenda' },
  { name: 'leads', at: '/leads' },
  { name: 'leads picked', at: '/leads', reach: onRow('Space', 'Shift+ArrowDown') },
  {
    name: 'many leads changed',
    at: '/leads',
    reach: async (page) => {
      await onRow('Space')(page)
      await button(page, /^(descartar|disqualify)$/i).press('Enter')
      await dialog(page)
    },
  },
  {
    name: 'a look at a lead',
    at: '/leads',
    reach: async (page) => {
      await onRow('Enter')(page)
      await dialog(page)
      await settled(page)
    },
  },
  {
    name: 'filters',
    at: '/leads',
    reach: async (page) => {
      await button(page, /^(filtros|filters)/i).press('Enter')
      await dialog(page)
    },
  },
  { name: 'lead', at: '/leads', reach: (page) => openLead(page) },
  { name: 'import', at: '/import' },
  { name: 'numbers', at: '/numbers' },
  {
    name: 'behind a figure',
    at: '/numbers',
    reach: async (page) => {
      await button(page, /^\d/).click()
      await dialog(page)
      // Until its rows are here there is nothing in it that the keyboard reaches.
      await page.locator('[role="dialog"] [role="row"][tabindex="0"]').first().waitFor()
    },
  },
  { name: 'export', at: '/export' },
  { name: 'settings', at: '/settings' },
]

/** A workspace with nobody in it yet. */
export const EMPTY: readonly State[] = [
  'queue',
  'day',
  'agenda',
  'leads',
  'import',
  'numbers',
  'export',
  'settings',
].map((name) => ({
  name: `empty ${name}`,
  at: `/${name}`,
}))

/** What was asked for is there. */
export const settled = (page: Page) =>
  page.waitForFunction(
    () => !document.querySelector('main [aria-busy="true"], main [role="status"][aria-label] > i'),
  )

/** Goes to a state from wherever the page is. */
export async function enter(page: Page, { at, reach }: State): Promise<void> {
  for (let open = 0; open < 3 && (await page.getByRole('dialog').count()) > 0; open++) {
    await page.keyboard.press('Escape')
    await page.clock.runFor(300)
  }
  // From another screen, so that nothing of the last state is left.
  await page.evaluate((hash) => void (location.hash = hash), at === '/export' ? '/import' : '/export')
  await page.locator('main h1').first().waitFor()
  await page.evaluate((hash) => void (location.hash = hash), at)
  await page.waitForFunction((at) => location.hash === `#${at}`, at)
  await page.locator('main h1, main h2').first().waitFor()
  await settled(page)
  await page.clock.runFor(500)
  await reach?.(page)
}
