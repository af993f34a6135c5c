import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BLANK, redacted, redactor, type Needles } from '#shared/domain/redact'

const ANA: Needles = {
  names: ['Ana Ruiz', 'Begoña  Núñez'],
  emails: ['ana.ruiz@norte.es'],
  phones: ['+34600111222', '+442079460958'],
  ids: ['CRM-0042', '17'],
}
const redact = redactor(ANA)

describe('taking somebody out of what others wrote', () => {
  it.each([
    ['asked for ANA RUIZ again', `asked for ${BLANK} again`],
    ['habla con Begona Nunez, o con Begoña Núñez.', `habla con ${BLANK}, o con ${BLANK}.`],
    ['escribir a Ana.Ruiz@Norte.es hoy', `escribir a ${BLANK} hoy`],
    ['600 111 222, 600-11-12-22 y (+34) 600.111.222', `${BLANK}, ${BLANK} y (${BLANK}`],
    ['ring 020 7946 0958', `ring ${BLANK}`],
    ['0034600111222 / CRM-0042', `${BLANK} / ${BLANK}`],
  ])('%s', (text, without) => expect(redact(text)).toBe(without))

  it.each(['Ana llamó, y Ruiz también', 'Mariana Ruizano', 'pedido 17 de 1600111222', 'scrap over 6 %', ''])(
    'leaves alone: %s',
    (text) => expect(redact(text)).toBe(text),
  )

  it('reads a value of JSON through', () => {
    expect(redacted({ 'Ana Ruiz': ['+34600111222', 3, null] }, redact)).toEqual({ [BLANK]: [BLANK, 3, null] })
  })

  it('finds them anywhere, touches nothing else, and finds nothing the second time', () => {
    const needle = fc.constantFrom('Ana Ruiz', 'ANA RUÍZ', 'ana.ruiz@norte.es', '+34 600 111 222')
    const around = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\d+()./-]/g, ''))
    fc.assert(
      fc.property(around, needle, around, (before, named, after) => {
        const once = redact(`${before} ${named} ${after}`)
        expect(once).toBe(`${before} ${BLANK} ${after}`)
        expect(redact(once)).toBe(once)
      }),
    )
  })
})
