import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What can change over time without the page being laid out anew for every frame of it. */
const LIGHT: ReadonlySet<string> = new Set(['transform', 'opacity', 'background', 'clip-path'])

it('nothing that moves by itself has the rest of the page measured again', () => {
  const heavy = globSync('renderer/**/*.css').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/transition:([^;]+);/g)]
      .flatMap(([, each = '']) => each.split(',').map((one) => one.trim().split(' ')[0] ?? ''))
      .filter((property) => !LIGHT.has(property))
      .map((property) => `${file}: ${property}`),
  )
  expect(heavy).toEqual([])
})
