import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('renderer/styles/tokens.css', 'utf8')

function tokens(selector: string): Record<string, string> {
  const [, block = ''] = new RegExp(`^${selector} \\{([^}]*)\\}`, 'm').exec(css) ?? []
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  )
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['bg', 'panel', 'sunk', 'accent-soft']
const TEXTS = ['ink', 'ink-2', 'ink-3', 'accent', 'good', 'warn', 'bad', 'info']
const PAIRS = [
  ...GROUNDS.flatMap((ground) => TEXTS.map((text) => [text, ground] as const)),
  ...['good', 'warn', 'bad', 'info'].flatMap((tone) => [
    [tone, `${tone}-soft`] as const,
    ['ink', `${tone}-soft`] as const,
  ]),
  ['accent-ink', 'accent'] as const,
]

const light = tokens(':root')
const THEMES = { light, dark: { ...light, ...tokens(String.raw`\[data-theme='dark'\]`) } }

describe.each(Object.entries(THEMES))('%s', (_, theme) => {
  it.each(PAIRS)('%s on %s can be read', (text, ground) => {
    expect(contrast(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['bg', 'panel'])('the edge of a field shows on %s', (ground) => {
    expect(contrast(theme['field'] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

it('styles name no colour of their own', () => {
  const own = STYLES.filter((file) => /#[0-9a-f]{3,8}\b|rgba?\(/i.test(readFileSync(file, 'utf8')))
  expect(own).toEqual([])
})

const STYLES = Object.keys(import.meta.glob('../../renderer/**/*.module.css')).map((file) =>
  file.replace('../../', ''),
)
