import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { ERROR_CODES } from '#shared/contract/errors'
import { en as english } from '../../renderer/i18n/en.ts'
import { es as spanish } from '../../renderer/i18n/es.ts'

type Words = { readonly [key: string]: string | Words }

const leaves = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  ) as [string, string][]

const en = new Map(leaves(english))
const es = new Map(leaves(spanish))
const PLURAL = /_(one|many|other)$/
const stem = (key: string) => key.replace(PLURAL, '')
const stems = (words: Map<string, string>) => [...new Set([...words.keys()].map(stem))].sort()
const holes = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name)
    .toSorted((a = '', b = '') => a.localeCompare(b))

describe('the two catalogues', () => {
  it('have the same words', () => {
    expect(stems(es)).toEqual(stems(en))
  })

  it('leave nothing empty', () => {
    const empty = [...en, ...es].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
  })

  it('know every plural of their language', () => {
    const forms = (words: Map<string, string>, key: string) =>
      ['one', 'many', 'other'].filter((form) => words.has(`${key}_${form}`))
    const plurals = stems(en).filter((key) => en.has(`${key}_other`))
    expect(plurals.length).toBeGreaterThan(5)
    for (const key of plurals) {
      expect([key, forms(en, key)]).toEqual([key, ['one', 'other']])
      expect([key, forms(es, key)]).toEqual([key, ['one', 'many', 'other']])
    }
  })

  it('fill in the same things', () => {
    const differing = [...en].filter(([key, text]) => {
      const other = es.get(key)
      return other !== undefined && holes(text).join() !== holes(other).join()
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('quote with the marks of their language, and no screen with marks of its own', () => {
    const wrong = (words: Map<string, string>, marks: RegExp) =>
      [...words].filter(([, text]) => marks.test(text)).map(([key]) => key)
    expect(wrong(en, /[«»"]/)).toEqual([])
    expect(wrong(es, /[“”"]/)).toEqual([])
    const screens = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/^i18n|ui.format\.ts$/.test(file),
    )
    const quoting = screens.filter((file) => /[“”«»]/.test(readFileSync(join('renderer', file), 'utf8')))
    expect(quoting).toEqual([])
  })

  it('never shout', () => {
    expect([...en, ...es].filter(([, text]) => /[!¡]/.test(text)).map(([key]) => key)).toEqual([])
  })
})

it('every reason the engine gives for a refusal is worded', () => {
  const sources = readdirSync('electron', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const reasons = sources.flatMap((name) =>
    [...readFileSync(join('electron', name), 'utf8').matchAll(REFUSAL)].map(([, reason = '']) => reason),
  )
  expect(reasons.length).toBeGreaterThan(10)
  const unworded = reasons.filter(
    (reason) => !(ERROR_CODES as readonly string[]).includes(reason) && !en.has(`errors.reason.${reason}`),
  )
  expect([...new Set(unworded)]).toEqual([])
})

/** The last of what an AppError is made with. */
const REFUSAL = /(?:AppError|wrong)\((?:[^()]|\([^()]*\))*?'([a-z]+(?:-[a-z]+)+)'\s*,?\s*\)/g
