import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

import { api } from '#shared/contract/api'
import { en } from '../renderer/i18n/en.ts'
import { sources, sourcesIn } from './helpers/sources.ts'

const ours = [...sources, ...sourcesIn('tests')]
const everything = [...ours, ...sourcesIn('build')]

it('what a file exports, another one reads', () => {
  const taken = new Set(everything.flatMap(({ takes }) => takes))
  const unread = ours
    // drizzle-kit reads every table.
    .filter(({ file }) => !file.startsWith('electron/db/schema/'))
    .flatMap(({ file, gives }) => {
      const module = `#${file.replace(/\.tsx?$/, '')}`
      const isRead = (name: string) => taken.has(`${module} ${name}`) || taken.has(`${module} *`)
      return gives.filter((name) => !isRead(name)).map((name) => `${file}: ${name}`)
    })
  expect(unread).toEqual([])
})

it('every request is asked: by a screen, the desktop or the server', () => {
  const asking = sources.filter(({ file }) => !/^(?:shared\/contract|electron\/services)\//.test(file))
  const asked = new Set(asking.flatMap(({ texts }) => texts))
  expect(Object.keys(api).filter((method) => !asked.has(method))).toEqual([])
})

type Words = { readonly [key: string]: string | Words }

it('every word is shown somewhere', () => {
  const texts = new Set(
    sources.filter(({ file }) => !/^renderer\/i18n\/e[ns]\b/.test(file)).flatMap(({ texts: of }) => of),
  )
  const built = [...texts]
    .filter((text) => /^\w+\.[\w.-]*\$\{\}/.test(text))
    .map((text) => new RegExp(`^${text.replaceAll('.', '\\.').replaceAll('${}', '.+')}$`))
  const unshown = (words: Words, path = ''): string[] =>
    Object.entries(words).flatMap(([name, below]) => {
      const key = `${path}${name}`
      // The name of a branch stands for all that is in it.
      if (key.includes('.') && texts.has(key)) return []
      if (typeof below !== 'string') return unshown(below, `${key}.`)
      const said = key.replace(/_(zero|one|many|other)$/, '')
      return texts.has(said) || built.some((pattern) => pattern.test(said)) ? [] : key
    })
  expect(unshown(en)).toEqual([])
})

it('every class of a style sheet is worn', () => {
  const sheets = globSync('renderer/**/*.module.css').map((path) => path.replaceAll('\\', '/'))
  const unworn = sheets.flatMap((sheet) => {
    const text = readFileSync(sheet, 'utf8').replace(/\/\*[^]*?\*\//g, '')
    const classes = new Set([...text.matchAll(/\.([a-z]\w*)(?=[^{}]*\{)/gi)].map(([, name = '']) => name))
    const wearers = sources.filter(({ imports }) => imports.includes(`#${sheet}`))
    const worn = wearers.map(({ file }) => readFileSync(file, 'utf8')).join('\n')
    // `styles[tone]` may be any of them.
    if (/\bstyles\[/.test(worn)) return []
    return [...classes]
      .filter((name) => !new RegExp(`\\.${name}\\b`).test(worn))
      .map((name) => `${sheet}: ${name}`)
  })
  expect(unworn).toEqual([])
})

/** Files named in a page's tables; of those in one cell, a name alone lies beside the first. */
const namedIn = (page: string): string[] =>
  readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((row) => row.split('|'))
    .flatMap((cell) => {
      const [first = '', ...others] = [...cell.matchAll(/`([\w/*.-]+)`/g)].map(([, path = '']) => path)
      if (!/^(?:shared|electron|renderer|tests)\//.test(first)) return []
      const beside = (path: string) =>
        path.includes('/') && existsSync(path) ? path : join(dirname(first), path)
      return [first, ...others.map(beside)]
    })

it.each([
  ['README.md', 50],
  ['docs/laws.md', 30],
] as const)('every file that %s names is there', (page, fewest) => {
  const named = namedIn(page)
  expect(named.length).toBeGreaterThan(fewest)
  expect(named.filter((path) => globSync(path).length === 0)).toEqual([])
})

it('every test that holds a law is listed', () => {
  const holding = ours.map(({ file }) => file).filter((file) => /\b(?:laws?|property)\.test/.test(file))
  const listed = namedIn('docs/laws.md').map((path) => path.replaceAll('\\', '/'))
  expect(holding.filter((file) => !listed.includes(file))).toEqual([])
})
