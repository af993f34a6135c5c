import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'

import type { Input } from '#shared/contract/api'
import { DAY } from '../helpers/day.ts'
import { UNREACHED } from '../helpers/unreached.ts'
import { sample } from './sample.ts'
import { settled } from './states.ts'
import { openWindow } from './window.ts'

/** What breaks other people's programs, and names that go the other way, never end, or stand on top of each other. */
const NAUGHTY = [
  ...(JSON.parse(readFileSync('../shared/data/naughty/blns.json', 'utf8')) as string[]),
  'محمد بن سلمان بن عبد العزيز آل سعود',
  '\u202Egnirts desrever\u202C',
  `Wolfeschlegelsteinhausen${'bergerdorff'.repeat(15)}`,
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳',
].filter((text) => text.trim() !== '' && text.length <= 200)

type Field = Input<'lead.edit'>['field']
const FIELDS: readonly (readonly [Field, string | null])[] = [
  ['name', null],
  ['title', null],
  ['company', null],
  ['city', null],
  ['source', null],
  ['extra', 'Color'],
]

const here = sample()

const NEWEST = { filter: {}, sort: 'newest', descending: true, offset: 0 } as const

it('stands as text in every column and field: nothing runs, nothing is lost, the layout holds', async () => {
  const { rows } = await here.app.call('leads.page', { ...NEWEST, limit: 100 })
  const written = new Map<string, string>()
  for (const [at, { leadId }] of rows.entries())
    for (const [shift, [field, of]] of FIELDS.entries()) {
      const value = NAUGHTY[(at * FIELDS.length + shift) % NAUGHTY.length] ?? ''
      const reply = await here.app.call('lead.edit', { leadId, field, of, value })
      if (field === 'name' && reply.kind === 'saved') written.set(leadId, value.trim())
    }
  expect(written.size).toBeGreaterThan(90)

  const { page, complaints } = await openWindow(here.browser, here.app, {
    viewport: { width: 900, height: 700 },
  })
  let ran = false
  page.on('dialog', (dialog) => ((ran = true), void dialog.dismiss()))
  await page.locator('main h1').first().waitFor()
  await here.app.call('views.columns', {
    columns: ['name', 'title', 'company', 'city', 'source', 'extra:Color'],
  })
  await open(page, '/leads')
  await page.getByRole('row').nth(3).filter({ hasText: /\S/ }).waitFor()
  expect(await wrong(page)).toEqual([])
  const names = await page.locator('[role="row"] b').allTextContents()
  expect(names.length).toBeGreaterThan(8)
  const known = new Set(written.values())
  expect(names.filter((name) => !known.has(name))).toEqual([])

  const some = [...written].filter((_, at) => at % 9 === 0)
  for (const [leadId, name] of some) {
    await open(page, `/leads/${leadId}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForFunction((id) => location.hash.endsWith(id), leadId)
    await settled(page)
    expect(await page.locator('main h1').textContent()).toBe(name)
    expect(await wrong(page)).toEqual([])
  }
  for (const at of await elsewhere([...written.keys()])) {
    await open(page, at)
    await page.locator('main h1').first().waitFor()
    expect([at, ...(await wrong(page))]).toEqual([at])
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('script')
  await page.getByRole('option').first().waitFor()
  expect(await wrong(page)).toEqual([])
  expect(ran).toBe(false)
  expect(complaints).toEqual([])
})

/** Notes, evidence, promises and people of the team that are as bad, and the screens where all of it stands. */
async function elsewhere(leadIds: readonly string[]): Promise<string[]> {
  const { lists } = await here.app.call('app.state', {})
  const listId = lists[0]?.id ?? ''
  const at = Date.parse(DAY) + 3_600_000
  for (const [nth, leadId] of leadIds.slice(0, 24).entries()) {
    const text = NAUGHTY[(nth * 7) % NAUGHTY.length] ?? ''
    const { callId } = await here.app.call('desk.note', { leadId, note: text })
    const answer = { leadId, state: 'answered', amountMinor: null, currency: null, date: null } as const
    const need = { criterion: 'need', grade: 'must_have', evidence: text, stillValid: false }
    await here.app.call('call.answer', { ...answer, ...need })
    const step = { kind: 'call', at, agreed: true, withWhom: text } as const
    const log = { leadId, callId, outcome: 'callback', spoke: 'person', reasonText: text, step } as const
    await here.app.call('call.log', { ...UNREACHED, ...log, listId })
  }
  for (const name of NAUGHTY.slice(-6)) await here.app.call('people.add', { name, role: 'rep' })
  const cards = leadIds.slice(0, 24).filter((_, nth) => nth % 6 === 0)
  const companies = await Promise.all(cards.map((leadId) => here.app.call('lead.card', { leadId })))
  return [
    ...cards.map((leadId) => `/queue/${leadId}`),
    ...companies.flatMap(({ company }) => (company ? [`/companies/${company.id}`] : [])),
    ...['day', 'agenda', 'review', 'numbers', 'export', 'script', 'settings'].map((screen) => `/${screen}`),
  ]
}

async function open(page: Page, at: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), at)
  await page.clock.runFor(500)
  await settled(page)
}

/** Markup that was typed and became some, rows that are not in line, and a page wider than its window. */
const wrong = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const made = [
      ...document.querySelectorAll('main script, main img, main iframe, main marquee, main [onerror]'),
    ]
    const tall = [...document.querySelectorAll('[role="row"]')].filter(
      (row) => row.getBoundingClientRect().height > 40,
    )
    const over = document.documentElement.scrollWidth - innerWidth
    return [
      ...made.map((element) => `markup: ${element.outerHTML.slice(0, 80)}`),
      ...tall.map((row) => `tall: ${row.textContent?.slice(0, 40)}`),
      ...(over > 0 ? [`${over} px too wide`] : []),
    ]
  })
