import { describe, expect, it } from 'vitest'

import { LANGUAGES } from '#shared/domain/language'
import { findObjections, libraryProblems, withRetired, type Objection } from '#shared/domain/objection'
import { OBJECTIONS } from '#shared/domain/objections'

const found = (typed: string, language: 'es' | 'en' = 'en') =>
  findObjections(OBJECTIONS, typed, language).map(({ code }) => code)
const price: Objection = {
  code: 'price',
  label: { es: 'Es caro', en: 'Too dear' },
  answer: { es: '¿Caro?', en: 'Dear?' },
  retired: false,
}

describe('finding an objection', () => {
  it('takes two letters for each of those that ship, in both languages', () => {
    for (const language of LANGUAGES)
      for (const { code, label } of OBJECTIONS) {
        const words = label[language].split(/[^\p{L}]+/u).filter((word) => word.length > 1)
        const first = words
          .map((word) => found(word.slice(0, 2), language))
          .filter((codes) => codes.length > 0)
        expect([code, first.some((codes) => codes.slice(0, 3).includes(code))]).toEqual([code, true])
      }
  })

  it.each([
    ['ex', 'en', 'too_expensive'],
    ['CA', 'es', 'too_expensive'],
    ['prov', 'es', 'has_supplier'],
    ['numero', 'es', 'who_gave_number'],
    ['e-m', 'en', 'send_email'],
    ['my bo', 'en', 'ask_boss'],
    ['interested', 'es', 'not_interested'],
  ] as const)('%s (%s) finds %s first', (typed, language, code) =>
    expect(found(typed, language)[0]).toBe(code),
  )

  it('shows all that are offered before a letter, and none for what nobody says', () => {
    expect(found('')).toHaveLength(OBJECTIONS.length)
    expect(found('zzz')).toEqual([])
    expect(findObjections([{ ...price, retired: true }], 'to', 'en')).toEqual([])
  })
})

describe('the library', () => {
  it('that ships can be saved as it is', () => expect(libraryProblems(OBJECTIONS)).toEqual([]))

  it.each([
    ['code-wrong', { ...price, code: 'Price!' }],
    ['label-missing', { ...price, label: { es: ' ', en: 'Too dear' } }],
    ['answer-missing', { ...price, answer: { es: '¿Caro?', en: '' } }],
  ])('is refused: %s', (problem, one) => expect(libraryProblems([one])).toEqual([problem]))

  it('has each code once', () => expect(libraryProblems([price, price])).toEqual(['code-twice']))

  it('keeps what is left out, retired', () => {
    expect(withRetired([price], [])).toEqual([{ ...price, retired: true }])
    expect(withRetired([price], [price])).toEqual([price])
  })
})
