import { describe, expect, it } from 'vitest'

import { BANT } from '#shared/domain/bant'
import { LANGUAGES } from '#shared/domain/language'
import {
  merge,
  OCCASIONS,
  openerFor,
  questionFor,
  scriptProblems,
  type Fields,
  type Script,
} from '#shared/domain/script'
import { SCRIPTS } from '#shared/domain/script-texts'

const ANA: Fields = {
  first: 'Ana',
  name: 'Ana Ruiz',
  rep: 'Lucía',
  company: 'Talleres Norte S.A.',
  city: 'Bilbao',
  source: 'la feria de Bilbao',
}
const NOBODY: Fields = { first: null, name: null, rep: null, company: null, city: null, source: null }
const mine = (change: Partial<Script>) => ({ ...SCRIPTS, es: { ...SCRIPTS.es, ...change } })

describe('an opener', () => {
  it('says who, why and where the number came from, and that they may object', () => {
    expect(openerFor(SCRIPTS.es, 'cold', ANA)).toBe(
      'Hola, Ana, soy Lucía. Querría saber cómo lo llevan en Talleres Norte S.A. y si podemos ayudarles. Su contacto ' +
        'nos llegó por la feria de Bilbao. ¿Le viene bien ahora? Si prefiere que no le llamemos más, dígamelo y lo apunto.',
    )
  })

  it('does not tell those who expect us where we have their number from', () => {
    expect(openerFor(SCRIPTS.en, 'promised', ANA)).toBe(
      'Hello Ana, this is Lucía. We agreed to talk today. Is this a good moment? If you would rather not be called ' +
        'again, tell me and I will note it.',
    )
  })

  it('has no hole where something is not known', () => {
    const some = [
      { ...ANA, first: '  ' },
      { ...ANA, company: null },
      { ...ANA, source: null },
    ]
    for (const language of LANGUAGES)
      for (const occasion of OCCASIONS)
        for (const fields of [{ ...NOBODY, rep: 'Lucía' }, ...some])
          expect(openerFor(SCRIPTS[language], occasion, fields)).not.toMatch(
            /[{}[\]|]| {2}| [,.]|undefined|null|\.\./,
          )
  })
})

describe('merge fields', () => {
  it.each([
    ['Buenas, {first}: {rep}, de Ferrum.', 'Buenas, Ana: Lucía, de Ferrum.'],
    ['Llamo a {company}.', 'Llamo a Talleres Norte S.A.'],
    ['¿En {company}? Sí.', '¿En Talleres Norte S.A.? Sí.'],
    ['[Desde {city}[, por {source}].]', 'Desde Bilbao, por la feria de Bilbao.'],
  ])('%s', (text, expected) => expect(merge(text, ANA)).toBe(expected))

  it.each([
    ['Buenas {first}, soy {rep}.', 'Buenas, soy.'],
    ['Hola[, {first}], soy yo.', 'Hola, soy yo.'],
    ['Perdone, {first}, cuelgo.', 'Perdone, cuelgo.'],
    ['[Por {source}.|No lo sé.] Adiós.', 'No lo sé. Adiós.'],
    ['[Por {source}[ en {city}].]', ''],
  ])('with nothing known: %s', (text, expected) => expect(merge(text, NOBODY)).toBe(expected))

  it('are not found again in what they stand for', () => {
    expect(merge('Hola, {first}.', { ...ANA, first: '{rep} [x]' })).toBe('Hola, {rep} [x].')
  })
})

describe('a script', () => {
  it('that ships can be saved, and asks for every criterion in both languages', () => {
    expect(scriptProblems(SCRIPTS)).toEqual([])
    for (const language of LANGUAGES)
      for (const { id } of BANT.criteria) expect(questionFor(SCRIPTS[language], language, id)).toMatch(/\?$/)
    expect(questionFor(SCRIPTS.es, 'es', 'ours')).toBe('ours')
    expect(questionFor({ ...SCRIPTS.es, questions: { need: ' ' } }, 'es', 'need')).toMatch(/\?$/)
  })

  it.each([
    ['opener-missing', { openers: { ...SCRIPTS.es.openers, asked: ' ' } }],
    ['rep-missing', { openers: { ...SCRIPTS.es.openers, cold: 'Hola.' } }],
    ['source-missing', { source: 'Le llamo.' }],
    ['object-missing', { object: '' }],
    ['words-missing', { closes: [{ when: 'Sí', say: '' }] }],
    ['field-unknown', { object: 'Dígamelo, {nombre}.' }],
    ['bracket-open', { numberFrom: 'Por {source}]. [' }],
  ] as const)('is refused: %s', (problem, change) => expect(scriptProblems(mine(change))).toContain(problem))
})
