import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'

/** Large, and of no use before somebody opens another screen: the engine hands over what they would work out. */
const TOO_HEAVY = /^(libphonenumber-js|zod|@tanstack\/react-virtual|better-sqlite3)/

/** The way from the page's first file to every file and package that it loads at once, types left out. */
function loadedFrom(first: string): Map<string, string[]> {
  const ways = new Map([[first, [first]]])
  for (const [file, way] of ways) {
    if (!/\.tsx?$/.test(file)) continue
    const { staticImports, staticExports } = parseSync(file, readFileSync(file, 'utf8')).module
    const named = [
      ...staticImports
        .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
        .map(({ moduleRequest }) => moduleRequest.value),
      ...staticExports.flatMap(({ entries }) =>
        entries.flatMap(({ isType, moduleRequest }) => (isType ? [] : (moduleRequest?.value ?? []))),
      ),
    ]
    for (const name of named) {
      const found = placeOf(file, name)
      if (!ways.has(found)) ways.set(found, [...way, found])
    }
  }
  return ways
}

function placeOf(file: string, name: string): string {
  if (!/^[.#]/.test(name)) return name
  const path = name.startsWith('#') ? name.slice(1) : join(dirname(file), name).replaceAll('\\', '/')
  return ['', '.ts', '.tsx'].map((ending) => path + ending).find((each) => existsSync(each)) ?? path
}

it('does not make the first screen wait for what only others need', () => {
  const ways = loadedFrom('renderer/main.tsx')
  expect(ways.has('renderer/features/call/call-panel.tsx')).toBe(true)
  expect([...ways].filter(([name]) => TOO_HEAVY.test(name)).map(([, way]) => way.join(' > '))).toEqual([])
})
