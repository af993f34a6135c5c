import type { Page } from 'playwright-core'

import { PAGES } from '#renderer/features/settings/pages'
import { openLead, settled, type State } from './states.ts'

const main = (page: Page) => page.locator('main')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const dialog = (page: Page) => page.getByRole('dialog').first().waitFor()
const named = (page: Page, role: 'button' | 'radio', name: RegExp) =>
  main(page).getByRole(role, { name }).first()

/** What stands on the desk in the course of a call. */
const DESK: readonly State[] = [
  {
    name: 'objections',
    at: '/queue',
    reach: async (page) => {
      await press(page, 'o')
      await main(page).getByRole('combobox').first().waitFor()
      await page.keyboard.type('pr')
      await main(page).getByRole('option').first().waitFor()
    },
  },
  {
    name: 'if they say',
    at: '/queue',
    reach: async (page) => {
      const part = named(page, 'button', /^(si dice|if they say)$/i)
      await part.press('Enter')
      await main(page)
        .locator('button[aria-pressed=true]', { hasText: /^(si dice|if they say)$/i })
        .waitFor()
    },
  },
  {
    name: 'MEDDIC, a row open',
    at: '/queue',
    reach: async (page) => {
      await named(page, 'button', /^BANT\b/).press('Enter')
      await main(page).getByRole('region', { name: 'MEDDIC' }).waitFor()
      await main(page).locator('[data-criterion] > button').first().press('Enter')
    },
  },
  {
    name: 'BANT again',
    at: '/queue',
    reach: async (page) => {
      await named(page, 'button', /^MEDDIC\b/).press('Enter')
      await main(page).getByRole('region', { name: 'BANT' }).waitFor()
    },
  },
  {
    name: 'taken back',
    at: '/queue',
    reach: async (page) => {
      const name = await main(page).locator('h1').innerText()
      await press(page, '1')
      await page.waitForFunction((name) => document.querySelector('main h1')?.textContent !== name, name)
      // A new lead is deaf to keys at first.
      await page.clock.runFor(500)
      await press(page, 'Control+z')
      await page.waitForFunction((name) => document.querySelector('main h1')?.textContent === name, name)
    },
  },
  {
    name: 'talking',
    at: '/queue',
    reach: async (page) => {
      await press(page, 'Space', 'Enter', 'n', '1', 'm')
      await page.keyboard.type('pide 3 ofertas')
      await main(page)
        .getByRole('timer', { name: /hablando|talking/ })
        .waitFor()
    },
  },
  {
    name: 'nothing found',
    at: '/queue',
    reach: async (page) => {
      await press(page, 'Control+k')
      await dialog(page)
      await page.keyboard.type('qqqzzz')
      await page
        .getByRole('dialog')
        .getByText(/nada se llama|nothing is called/i)
        .waitFor()
    },
  },
  {
    name: 'commands found',
    at: '/day',
    reach: async (page) => {
      await press(page, 'Control+k')
      await dialog(page)
      // A word of both languages.
      await page.keyboard.type('leads')
      // What was there before anything was typed is gone, and the screen of that name is found.
      await page.getByRole('option', { name: /^Leads/ }).waitFor()
      await page.getByRole('option', { name: /^(Cola|Queue)/ }).waitFor({ state: 'detached' })
    },
  },
]

const move = /^(mover la promesa|move the promise)/i
const AGENDA: readonly State[] = [
  {
    name: 'a promise moved',
    at: '/agenda',
    reach: async (page) => {
      await named(page, 'button', move).press('Enter')
      await dialog(page)
      await page.keyboard.type('jue 10')
    },
  },
  {
    name: 'a promise moved to a time that is none',
    at: '/agenda',
    reach: async (page) => {
      await named(page, 'button', move).press('Enter')
      await dialog(page)
      await page.keyboard.type('nunca')
      await press(page, 'Enter')
      await page
        .getByRole('dialog')
        .getByText(/no se entiende|not understood|di cuándo|say when/i)
        .first()
        .waitFor()
    },
  },
  {
    name: 'the team’s promises',
    at: '/agenda',
    reach: async (page) => {
      await named(page, 'radio', /^(del equipo|the team)/i).press('Space')
      await settled(page)
    },
  },
]

const onLead = (name: string, reach: (page: Page) => Promise<unknown>): State => ({
  name,
  at: '/leads',
  reach: async (page) => {
    await openLead(page)
    await reach(page)
  },
})
const LEAD: readonly State[] = [
  onLead('a field edited', async (page) => {
    await named(page, 'button', /(cambiar|change it)$/i).press('Enter')
    await main(page).locator('input:focus').waitFor()
  }),
  onLead('a move refused', async (page) => {
    const form = main(page).locator('form').first()
    await form.getByRole('button').last().press('Enter')
    await page.clock.runFor(200)
  }),
  onLead('company', async (page) => {
    await main(page).locator('a[href*="#/companies/"]').first().press('Enter')
    await page.waitForFunction(() => location.hash.startsWith('#/companies/'))
    await main(page).getByRole('heading', { level: 1 }).waitFor()
    await settled(page)
  }),
]

const OTHERS: readonly State[] = [
  { name: 'review', at: '/review' },
  {
    name: 'review of companies',
    at: '/review',
    reach: async (page) => {
      await named(page, 'radio', /^(empresas|companies)/i).press('Space')
      await settled(page)
    },
  },
  {
    name: 'a key given',
    at: '/settings/keys',
    reach: async (page) => {
      await named(page, 'button', /^(cambiar la tecla|change the key)/i).press('Enter')
      await press(page, '1')
      await page.clock.runFor(200)
    },
  },
]

/** What only a team lead opens. */
export const LEADS_OWN: readonly State[] = [
  { name: 'script editor', at: '/script' },
  {
    name: 'objections editor',
    at: '/script',
    reach: async (page) => {
      await named(page, 'radio', /^(objeciones|objections)/i).press('Space')
      await settled(page)
    },
  },
  { name: 'agenda of a team lead', at: '/agenda' },
  ...PAGES.map(({ id }) => ({ name: `settings, ${id}`, at: `/settings/${id}` })),
]

/** What opens beyond the screens themselves. */
export const MORE: readonly State[] = [...AGENDA, ...LEAD, ...OTHERS, ...DESK]
