import type { Locator, Page, Response } from 'playwright-core'

import { enter, settled, type State } from './states.ts'
import { broken, naughty, typeEverywhere } from './typing.ts'

/** What opens a form: a part that is folded, or a word that says so. */
const OPENS =
  /^(a\u00F1adir|nuev|crear|editar|cambiar|escribir|responder|guardar vista|dar |poner|mover|otra?\b|corregir|filtros|ahora no)/i
const SAVES = /^(guardar|a\u00F1adir|crear|mover|aplicar|aceptar|listo|probar|aplazar)/i
/** At once; more of them do the same. */
const MOST_SAVES = 6

/** Types into all that a state shows, then opens what can be opened there and types into that, saves, and looks. */
export function typist(page: Page) {
  const wrong: string[] = []
  const seen = new Set<string>()
  let [typed, nth, where] = [0, 0, '']
  // Marked before it was sent: when the answer comes the page may already show something else.
  let wasSaid = false
  const note = (found: readonly string[]) => wrong.push(...found.map((what) => `${where}: ${what}`))
  page.on('response', (response) => void refusalOf(page, response, wasSaid).then((found) => note(found)))

  const look = async () => {
    await settled(page)
    await page.clock.runFor(300)
    note(await broken(page))
  }
  const fill = async (name: string) => {
    where = name
    const found = await typeEverywhere(page, () => naughty(nth++))
    typed += found.typed
    note(found.wrong)
    if (found.typed === 0) return
    await look()
    wasSaid = await isMarked(page)
    await save(page)
    await look()
  }
  /** A list that was narrowed to nobody is whole again, a file that was picked is put away. */
  const asFirst = async ({ at }: State) => {
    if (!['/leads', '/import'].includes(at)) return
    await page.reload()
    await page.locator('main h1, main h2').first().waitFor()
  }
  const visit = async (state: State) => {
    where = state.name
    try {
      await enter(page, state)
    } catch (error) {
      return note([`was not reached: ${(error as Error).message.slice(0, 200)}`])
    }
    const names = (await openers(page)).filter((name) => {
      const key = `${new URL(page.url()).hash.split('/').slice(1, 3).join('/')} ${kindOf(name)}`
      return !seen.has(key) && seen.add(key)
    })
    await fill(state.name)
    for (const name of names) {
      where = `${state.name} > ${name}`
      await asFirst(state)
      await enter(page, state)
      const button = around(page).getByRole('button', { name, exact: true }).first()
      if (!(await button.isVisible())) continue
      await button.press('Enter').catch(() => undefined)
      await page.clock.runFor(300)
      await settled(page)
      await fill(`${state.name} > ${name}`)
    }
    await asFirst(state)
  }
  return { wrong, visit, count: () => typed }
}

/** The dialog that is open, else the screen. */
const around = (page: Page): Locator => page.locator('[role="dialog"], main').last()

/** A request that the engine could not take is either a bug, or a field that did not say what it takes. */
async function refusalOf(page: Page, response: Response, wasSaid: boolean): Promise<string[]> {
  if (!new URL(response.url()).pathname.startsWith('/api/')) return []
  const reply = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string }
  } | null
  const { code, message } = reply?.error ?? { code: '', message: '' }
  const isSaid = code === 'invalid-input' && (wasSaid || (await isMarked(page)))
  if (isSaid || !['internal', 'unknown-method', 'invalid-input'].includes(code)) return []
  return [`${new URL(response.url()).pathname}: ${message}`]
}

const isMarked = async (page: Page) => (await page.locator('[aria-invalid="true"]').count()) > 0

const kindOf = (name: string) =>
  name
    .split(/[ ,:\u2026]/)
    .slice(0, 2)
    .join(' ')

/** The names of the buttons that open something to type in, one of a kind. */
async function openers(page: Page): Promise<string[]> {
  const all = await around(page)
    .getByRole('button')
    .evaluateAll((buttons) =>
      buttons
        .filter((one) => (one as HTMLElement).offsetParent !== null && !one.hasAttribute('disabled'))
        .map((one) => ({
          name: (one.getAttribute('aria-label') ?? one.textContent ?? '').trim(),
          isFolded: one.getAttribute('aria-expanded') === 'false' && !one.hasAttribute('aria-haspopup'),
          isRow: one.closest('[data-criterion]') !== null,
        })),
    )
  const some = all.filter(
    ({ name, isFolded, isRow }) => name !== '' && !isRow && (isFolded || OPENS.test(name)),
  )
  return [...new Map(some.map(({ name }) => [kindOf(name), name])).values()]
}

/** By whatever says so there, and by the key that saves anywhere. */
async function save(page: Page): Promise<void> {
  const buttons = await around(page)
    .locator('button:not([disabled])')
    .filter({ hasText: SAVES })
    .elementHandles()
  for (const button of buttons.slice(0, MOST_SAVES)) {
    // One that was pressed may take the others away.
    if (await button.isVisible()) await button.press('Enter').catch(() => undefined)
    await settled(page)
  }
  await page.keyboard.press('Control+Enter')
}
