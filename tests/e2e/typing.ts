import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'

const BLNS = JSON.parse(readFileSync('../shared/data/naughty/blns.json', 'utf8')) as string[]

const LONG = `Wolfeschlegelsteinhausen${'bergerdorff'.repeat(34)}`
const SPECIAL: readonly string[] = [
  '\u0645\u062D\u0645\u062F \u0628\u0646 \u0633\u0644\u0645\u0627\u0646 \u0622\u0644 \u0633\u0639\u0648\u062F',
  '<img src=x onerror=alert(1)>',
  '\u202Egnirts desrever\u202C',
  LONG.slice(0, 180),
  "'; DROP TABLE persons; --",
  'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035AA\u0334\u0335\u031C\u0330\u0354L\u0320\u0368\u0367\u0369G\u0334\u033B\u0348O',
]
const SOME = BLNS.filter((text) => text.trim() !== '' && text.length <= 400)

/** What breaks other people's programs, and words that go the other way, never end, or stand on top of each other. */
export const naughty = (nth: number): string =>
  [LONG, SPECIAL[Math.floor(nth / 3) % SPECIAL.length], SOME[Math.floor(nth / 3) % SOME.length]][nth % 3] ??
  ''

/** Where anything can be typed: by what the element is, so that a field nobody thought of is found too. */
const FIELDS =
  'textarea, [contenteditable="true"], [role="textbox"], [role="searchbox"], [role="combobox"]:is(input), ' +
  'input:is(:not([type]), [type="text"], [type="search"], [type="email"], [type="tel"], [type="url"])'
const fieldsOf = (page: Page): Locator =>
  page.locator(`:is(${FIELDS}):not(:disabled, [readonly], [aria-hidden="true"])`)

/** Types the next text into each field that stands there, top one last opened first. Says what is wrong, and how many there were. */
export async function typeEverywhere(
  page: Page,
  next: () => string,
): Promise<{ typed: number; wrong: string[] }> {
  const within =
    (await page.getByRole('dialog').count()) > 0 ? page.getByRole('dialog').last() : page.locator('body')
  const fields = within.locator(fieldsOf(page))
  const wrong: string[] = []
  let typed = 0
  for (let nth = 0; nth < (await fields.count()); nth++) {
    const field = fields.nth(nth)
    if (!(await field.isVisible())) continue
    const text = next()
    // What was typed before may have taken it away.
    const name = await nameOf(field).catch(() => null)
    if (name === null) continue
    // One that takes keys, not text, closes by itself.
    if (
      !(await field.fill(text, { timeout: 1000 }).then(
        () => true,
        () => false,
      ))
    )
      continue
    typed++
    if (name === '') wrong.push('a field without a name')
    const held = (await field.count()) > 0 ? await heldIn(field) : null
    if (held !== null && !isFair(held, text))
      wrong.push(
        `${name} holds ${JSON.stringify(held.value.slice(0, 60))} of ${JSON.stringify(text.slice(0, 60))}`,
      )
  }
  return { typed, wrong }
}

type Held = { value: string; most: number; isNumber: boolean; isInvalid: boolean }
const heldIn = (field: Locator): Promise<Held | null> =>
  field
    .evaluate((element: HTMLInputElement) => ({
      value: element.value ?? element.textContent ?? '',
      most: element.maxLength ?? -1,
      isNumber: ['numeric', 'decimal', 'tel'].includes(element.inputMode),
      isInvalid: element.getAttribute('aria-invalid') === 'true',
    }))
    .catch(() => null)

/** As a field of one line takes it over: no breaks. */
const oneLine = (text: string) => text.replace(/[\r\n]/g, '')

function isFair({ value, most, isNumber }: Held, text: string): boolean {
  // One that takes a key takes one letter.
  if (isNumber || value.length <= 1) return true
  const whole = [text, oneLine(text), text.replace(/\r\n?/g, '\n')]
  return whole.some((one) => value.endsWith(one) || (most > 0 && value === one.slice(0, most)))
}

const nameOf = (field: Locator): Promise<string> =>
  field
    .evaluate((element: HTMLInputElement) => {
      const by = element.getAttribute('aria-labelledby')?.split(' ') ?? []
      const words = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      return (
        words ||
        element.getAttribute('aria-label') ||
        [...(element.labels ?? [])].map((label) => label.textContent).join(' ')
      ).trim()
    })
    .catch(() => 'gone')

/** Markup that was typed and became some, rows out of line, a page wider than its window, a mark without its words. */
export const broken = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
    const made = all(
      'body :is(script, img, iframe, marquee, video, audio, object, embed, [onerror], [onload], [onclick], [onmouseover])',
    )
    const over = document.documentElement.scrollWidth - innerWidth
    const outside = all('main *, [role="dialog"] *').filter((element) => {
      if (element.offsetParent === null || element.closest('.sr-only, svg, [aria-hidden=true]')) return false
      const { right, width } = element.getBoundingClientRect()
      if (width === 0 || right <= innerWidth + 1) return false
      for (let around = element.parentElement; around; around = around.parentElement)
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(around).overflowX)) return false
      return true
    })
    const unworded = all('[aria-invalid="true"]').filter((field) => {
      const ids =
        `${field.getAttribute('aria-describedby') ?? ''} ${field.getAttribute('aria-errormessage') ?? ''}`.split(
          ' ',
        )
      return !ids.some((id) => document.getElementById(id)?.textContent?.trim())
    })
    const say = (element: HTMLElement) => element.outerHTML.slice(0, 90)
    return [
      ...made.map((element) => `markup: ${say(element)}`),
      ...outside.slice(0, 3).map((element) => `outside: ${say(element)}`),
      ...unworded.map((element) => `marked wrong without a word: ${say(element)}`),
      ...(over > 0 ? [`${over} px too wide`] : []),
    ]
  })
