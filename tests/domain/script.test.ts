import { describe, expect, it } from 'vitest'

import { BANT } from '#shared/domain/bant'
import { LANGUAGES } from '#shared/domain/language'
import { openerFor, questionFor, type Fields } from '#shared/domain/script'

const ANA: Fields = { first: 'Ana', rep: 'Lucía', company: 'Talleres Norte', source: 'la feria de Bilbao' }
const NOBODY: Fields = { first: null, rep: null, company: null, source: null }

describe('an opener', () => {
  it('says who, why and where the number came from, and that they may object', () => {
    expect(openerFor('es', 'cold', ANA, null)).toBe(
      'Hola, Ana, soy Lucía. Le llamo porque su contacto nos llegó por la feria de Bilbao, y querría saber cómo lo ' +
        'llevan en Talleres Norte. ¿Le viene bien ahora? Si prefiere que no le llamemos más, dígamelo y lo apunto.',
    )
    expect(openerFor('en', 'promised', ANA, null)).toMatch(
      /^Hello Ana, this is Lucía\. We agreed to talk today\./,
    )
  })

  it('has no hole where something is not known', () => {
    for (const language of LANGUAGES)
      for (const occasion of ['cold', 'promised', 'asked'] as const)
        for (const fields of [
          NOBODY,
          { ...ANA, first: '  ' },
          { ...ANA, company: null },
          { ...ANA, source: null },
        ])
          expect(openerFor(language, occasion, fields, null)).not.toMatch(/[{}]| {2}| [,.]|undefined|null/)
  })

  it('may be the list’s own', () => {
    expect(openerFor('es', 'cold', ANA, 'Buenas, {first}: {rep}, de Ferrum.')).toBe(
      'Buenas, Ana: Lucía, de Ferrum.',
    )
    expect(openerFor('es', 'cold', NOBODY, 'Buenas {first}, soy {rep}{unknown}.')).toBe('Buenas, soy.')
  })

  it('asks for every criterion in both languages', () => {
    for (const language of LANGUAGES)
      for (const { id } of BANT.criteria) expect(questionFor(language, id)).toMatch(/\?$/)
    expect(questionFor('es', 'champion')).toBe('champion')
  })
})
